package interp

import (
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// env reads an environment variable or, without a key, all of them.
func (c *libraryCall) env(row *model.Row) []setID {
	if row.Args[model.RoleKey].Base == model.Nowhere {
		return c.shaped(c.one(value{kind: configValue, n: int64(c.below(0, environmentRoot))}))
	}
	def := c.defaultOf(row)
	var out []value
	for _, t := range c.templatesOf(c.arg(row, model.RoleKey)) {
		name, ok := literal(assumed(t))
		if !ok {
			out = append(out, c.str(hole))
			continue
		}
		out = append(out, c.str(hop.Template{c.envPart(name, def)}))
	}
	return c.shaped(c.of(out))
}

// envPart is the value of an environment variable, with the one that the manifest sets.
func (m *machine) envPart(name, def string) hop.Part {
	if set, ok := m.cfg.Env[name]; ok {
		def = set
	}
	return hop.Part{Kind: hop.PartEnv, Text: name, Default: def}
}

// defaultOf returns the default of a key, "" if it is not one literal.
func (c *libraryCall) defaultOf(row *model.Row) string {
	for _, t := range c.templatesOf(c.arg(row, model.RoleDefault)) {
		if text, ok := literal(assumed(t)); ok {
			return text
		}
	}
	return ""
}

// commandLine returns the arguments of the command line that are no flags: the
// manifest's, or unknown ones.
func (c *libraryCall) commandLine(row *model.Row) []setID {
	words := c.words()
	if index := c.arg(row, model.RoleIndex); index != bottom {
		i, ok := c.constIndex(index)
		if text, isConst := row.Const[model.RoleIndex]; isConst {
			n, err := strconv.Atoi(text)
			i, ok = int64(n), err == nil
		}
		switch {
		case len(c.cfg.Args) == 0 || !ok:
			return []setID{c.unknownText()}
		case int(i) < len(words):
			return []setID{c.textSet(words[i])}
		}
		return []setID{c.textSet("")}
	}
	o := c.make("args", "")
	if len(c.cfg.Args) == 0 {
		c.fill(o, 0, unknown)
	}
	for i, w := range words {
		c.write(o, c.below(0, "["+itoa(int64(i))+"]"), c.textSet(w))
	}
	return []setID{c.ref(o, 0)}
}

// words returns the manifest's arguments that are no flags.
func (m *machine) words() []string {
	var out []string
	for _, a := range m.cfg.Args {
		if !strings.HasPrefix(a, "-") {
			out = append(out, a)
		}
	}
	return out
}

// unknownField returns a field of a struct that is not known, or its address: for a
// string, a hole that names the field.
func (f *frame) unknownField(in *ir.Instr) setID {
	if in.Type == "" || in.Op == ir.Field && in.Class != ir.String {
		return unknown
	}
	field := strings.TrimPrefix(in.Type, "*") + "." + in.Sym
	return f.one(f.str(hop.Template{{Kind: hop.PartField, Text: field}}))
}

// loadFrom returns what is stored at a place. The fields of a URL that was parsed
// from a string are its parts.
func (f *frame) loadFrom(o *object, p pathID, class ir.Class) setID {
	if s, ok := f.firstURL(o, p); ok {
		return s
	}
	if (o.lib == "url" || o.typ == urlType) && p != 0 && f.paths[p].parent == 0 {
		if s, ok := f.urlField(o, f.paths[p].step); ok {
			return s
		}
	}
	if class == ir.Pointer && f.isPart(o, p) {
		return f.ref(o, 0)
	}
	return f.read(o, p, class, f.c.id)
}

func (f *frame) urlField(o *object, name string) (setID, bool) {
	texts := f.setAt(o, f.below(0, textField))
	part, ok := urlFields[name]
	if texts == bottom || !ok {
		return bottom, false
	}
	return f.each(texts, func(t hop.Template) hop.Template { return part(splitURL(t)) }), true
}

var urlFields = map[string]func(urlParts) hop.Template{
	"Scheme": func(u urlParts) hop.Template { return u.scheme },
	"Host":   func(u urlParts) hop.Template { return u.host },
	"Path":   func(u urlParts) hop.Template { return u.path },
}

// initGlobal gives a package variable of a library the router or function that a model says it
// holds; those of the program start out with zero values.
func (m *machine) initGlobal(o *object, name string) {
	row := m.models.Row(name)
	switch {
	case row != nil && row.Kind == model.Router:
		r, _ := m.heap.at(site{tag: "default " + name})
		r.lib = "router"
		m.write(o, 0, m.ref(r, 0))
	case row != nil && row.Kind == model.New && len(row.Args) == 0:
		r, _ := m.heap.at(site{tag: "default " + name})
		r.lib = builderLib
		m.write(o, 0, m.ref(r, 0))
	case row != nil && row.Kind == model.Args:
		m.commandLineVar(o)
	case row != nil: // it holds a function
		m.write(o, 0, m.one(value{kind: funcValue, n: m.funcID(name)}))
	case !m.ownGlobal(name):
		o.lib = "variable"
	}
}

// sameVariable returns the variable that holds the router which a library's variable
// holds: that itself for most.
func (m *machine) sameVariable(name string) string {
	if row := m.models.Row(name); row != nil && row.Kind == model.Router && row.Const[model.RoleRouter] != "" {
		return row.Const[model.RoleRouter]
	}
	return name
}

// commandLineVar fills os.Args.
func (m *machine) commandLineVar(o *object) {
	list, _ := m.heap.at(site{tag: "command line"})
	if len(m.cfg.Args) == 0 {
		m.fill(list, 0, unknown)
	}
	for i, a := range append([]string{"main"}, m.cfg.Args...) {
		if len(m.cfg.Args) > 0 {
			m.write(list, m.below(0, "["+itoa(int64(i))+"]"), m.textSet(a))
		}
	}
	m.write(o, 0, m.ref(list, 0))
}

// ownGlobal reports whether a package variable belongs to a package of the program.
func (m *machine) ownGlobal(name string) bool {
	i := strings.LastIndexByte(name, '.')
	return i >= 0 && m.packages[name[:i]]
}
