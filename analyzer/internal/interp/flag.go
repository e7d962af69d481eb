package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// flag defines a command-line flag. Its value is behind the result, or where dst
// points; or a function of the program's own gets it.
func (c *libraryCall) flag(row *model.Row) []setID {
	val := c.unknownText()
	if names := c.literals(c.arg(row, model.RoleKey)); len(names) > 0 {
		def := c.defaultOf(row)
		val = c.one(c.str(hop.Template{c.flagOrVariable(names[0], def, c.literals(c.arg(row, model.RoleEnv)))}))
		c.write(c.flags(), c.below(0, names[0]), val)
	}
	if method := row.Const[model.RoleMethod]; method != "" && c.setThrough(c.arg(row, model.RoleDst), method, val) {
		return nil
	}
	for _, fn := range c.callables(c.arg(row, model.RoleFunc)) {
		c.apply(fn, []setID{val}, c.kind)
	}
	if row.Args[model.RoleFunc].Base != model.Nowhere {
		return nil
	}
	if row.Args[model.RoleDst].Base != model.Nowhere {
		c.store(c.arg(row, model.RoleDst), val, writer{})
		return nil
	}
	o := c.make("flag", "")
	c.write(o, 0, val)
	return []setID{c.ref(o, 0)}
}

// setThrough hands a value to a method of whatever implements the value of a flag. It
// reports false if that is a library's.
func (c *libraryCall) setThrough(s setID, method string, val setID) bool {
	own := false
	for _, x := range c.members(s) {
		if x.kind != ifaceValue {
			continue
		}
		if fn := c.funcs[c.types.method(x.typ, method)]; fn != nil {
			c.enterAt(fn, []setID{c.set([]valueID{valueID(x.n)}), val}, c.kind)
			own = true
		}
	}
	return own
}

// flags returns the object that keeps the flags that are defined.
func (c *libraryCall) flags() *object {
	o, _ := c.heap.at(site{tag: "flags"})
	return o
}

// flagPart is the value of a flag, with the one that the manifest sets.
func (m *machine) flagPart(name, def string) hop.Part {
	if set, ok := m.flagSetting(name); ok {
		def = set
	}
	return hop.Part{Kind: hop.PartFlag, Text: name, Default: def}
}

// flagValue gives the value of a flag by its name, with the default that its
// definition says, if all that define it agree.
func (c *libraryCall) flagValue(row *model.Row) []setID {
	var found []value
	for _, name := range c.literals(c.arg(row, model.RoleKey)) {
		found = append(found, c.str(hop.Template{c.defined(name)}))
	}
	s := c.of(found)
	if s == bottom {
		s = c.unknownText()
	}
	switch component(c.in, 0) {
	case ir.Slice:
		list := c.make("flag", "list")
		c.write(list, c.below(0, anyElement), s)
		return c.shaped(c.ref(list, 0))
	case ir.Pointer:
	default:
		return c.shaped(s)
	}
	o := c.make("flag", "found")
	c.write(o, c.below(0, "Value"), s)
	return c.shaped(c.ref(o, 0))
}

// defined returns the value of a flag as its definition says, without a default if
// those that define it do not agree.
func (c *libraryCall) defined(name string) hop.Part {
	found := c.templatesOf(c.setAt(c.flags(), c.below(0, name)))
	if len(found) == 0 {
		return c.flagPart(name, "")
	}
	part := found[0][0]
	for _, t := range found[1:] {
		if part = part.With(t[0].Keys()...); part.Default != t[0].Default {
			part.Default = c.flagPart(name, "").Default
		}
	}
	return part
}

// flagSetting returns the value that the manifest's arguments give a flag.
func (m *machine) flagSetting(name string) (string, bool) {
	args := m.cfg.Args
	for i, a := range args {
		key, val, ok := strings.Cut(strings.TrimLeft(a, "-"), "=")
		if !strings.HasPrefix(a, "-") || key != name {
			continue
		}
		if ok {
			return val, true
		}
		if i+1 < len(args) && !strings.HasPrefix(args[i+1], "-") {
			return args[i+1], true
		}
		return "true", true
	}
	return "", false
}
