package interp

import (
	"reflect"
	"strings"
	"unicode"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// tagged fills the fields of structs from the environment. Their tags name the
// variables, as each library has its own way to: a row says which.
type tagged struct {
	*libraryCall
	object *object
	row    *model.Row
	root   string // of the names, where fields give them
}

func (c *libraryCall) newTagged(o *object, row *model.Row) *tagged {
	t := &tagged{libraryCall: c, object: o, row: row}
	if roots := c.literals(c.arg(row, model.RolePrefix)); len(roots) > 0 {
		t.root = roots[0]
	}
	return t
}

// A variable is what the tags of a field say.
type variable struct {
	name     string // in the environment, without prefixes
	explicit bool   // the tag says it
	def      string
	flag     string // of the command line, without prefixes
	whole    bool   // the flag's name has no prefix
	prefixes        // of the variables and flags of its fields
}

// prefixes are what the names of variables and flags begin with.
type prefixes struct{ env, flag string }

// byField reports whether the names of fields make those of variables.
func (t *tagged) byField() bool { return t.row.Const[model.RoleNames] != "" }

// variable reads the tags of a field.
func (t *tagged) variable(field *ir.StructField) variable {
	v := variable{
		name: lookupTag(field.Tag, t.row.Const[model.RoleTag]),
		def:  lookupTag(field.Tag, t.row.Const[model.RoleDefault]),
		flag: lookupTag(field.Tag, t.row.Const[model.RoleFlag]),
		prefixes: prefixes{
			env:  lookupTag(field.Tag, t.row.Const[model.RolePrefixTag]),
			flag: lookupTag(field.Tag, t.row.Const[model.RoleFlagPrefix]),
		},
	}
	if sep := t.row.Const[model.RoleOptions]; sep != "" {
		v = t.options(v.name, sep)
	} else if !t.listsNames() {
		v.name, _, _ = strings.Cut(v.name, ",")
	}
	v.explicit = v.name != "" && v.name != "-"
	if v.name == "-" {
		return v
	}
	if t.row.Const[model.RoleFlag] != "" && v.flag == "" {
		v.flag = dashed(field.Name)
	}
	if t.byField() && !v.explicit {
		split := t.row.Const[model.RoleNames] == model.NamesWords || lookupTag(field.Tag, "split_words") == "true"
		v.name = upperName(field.Name, split)
	}
	return v
}

// options reads a tag that holds options: a name first, unless all are options.
func (t *tagged) options(tag, sep string) variable {
	name, rest, _ := strings.Cut(tag, ",")
	if strings.Contains(name, sep) {
		name, rest = tagOption(tag, "env"+sep), tag
	}
	v := variable{name: name, def: tagOption(rest, "default"+sep)}
	v.prefixes.env = tagOption(rest, "prefix"+sep)
	if flag := t.row.Const[model.RoleFlag]; flag != "" {
		v.flag = tagOption(rest, flag+sep)
		v.whole = v.flag != ""
	}
	return v
}

// listsNames reports whether a tag may name several variables: where it says nothing else.
func (t *tagged) listsNames() bool { return t.row.Const[model.RoleFlag] != "" }

// tagOption returns the option of a tag that begins with prefix, "" if it has none.
func tagOption(options, prefix string) string {
	for option := range strings.SplitSeq(options, ",") {
		if val, ok := strings.CutPrefix(strings.TrimSpace(option), prefix); ok {
			return val
		}
	}
	return ""
}

// upperName writes the name of a field as variables are: UsersURL is USERSURL or, with
// its words split, USERS_URL.
func upperName(name string, split bool) string {
	if !split {
		return strings.ToUpper(name)
	}
	var b strings.Builder
	rs := []rune(name)
	for i, r := range rs {
		starts := i > 0 && unicode.IsUpper(r) &&
			(!unicode.IsUpper(rs[i-1]) || i+1 < len(rs) && unicode.IsLower(rs[i+1]))
		if starts {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToUpper(r))
	}
	return b.String()
}

func (t *tagged) fill(typ string, p pathID, pre prefixes, depth int) {
	info := t.types.types[strings.TrimPrefix(typ, "*")]
	if info == nil || depth > maxGroups {
		return
	}
	for i := range info.Fields {
		t.fillField(&info.Fields[i], p, pre, depth)
	}
}

func (t *tagged) fillField(field *ir.StructField, p pathID, pre prefixes, depth int) {
	v, at := t.variable(field), t.below(p, field.Name)
	isURL := strings.TrimPrefix(field.Type, "*") == urlType
	switch {
	case isURL || holdsText(field):
		if text := t.text(v, pre); text != bottom {
			t.write(t.object, at, t.textField(field, text))
		}
	case field.Class == ir.Struct:
		t.fill(field.Type, at, t.innerPrefixes(field, v, pre), depth+1)
	case field.Class == ir.Pointer:
		t.fillPointer(field, at, t.innerPrefixes(field, v, pre), depth)
	}
}

// holdsText reports whether a field holds one string, or strings.
func holdsText(field *ir.StructField) bool {
	return field.Class == ir.String || field.Type == "*string" || field.Type == "[]string"
}

// text returns the value of a field: that of its variable, which a flag may also set.
func (t *tagged) text(v variable, pre prefixes) setID {
	var parts []hop.Part
	if v.name != "" && v.name != "-" {
		for name := range strings.SplitSeq(v.name, ",") {
			v.name = strings.TrimSpace(name)
			parts = append(parts, t.envPart(t.fullName(v, pre.env), v.def))
		}
	}
	if v.flag != "" && v.flag != "-" {
		if v.whole {
			pre.flag = ""
		}
		parts = append(parts, t.flagPart(pre.flag+v.flag, v.def))
	}
	if len(parts) == 0 {
		return bottom
	}
	part := parts[0]
	for _, p := range parts[1:] {
		part = part.With(p.Keys()...)
		if p.Default != v.def {
			part.Default = p.Default // what the manifest sets
		}
	}
	return t.one(t.str(hop.Template{part}))
}

// textField returns what a field of its type holds.
func (t *tagged) textField(field *ir.StructField, text setID) setID {
	switch {
	case strings.TrimPrefix(field.Type, "*") == urlType:
		return t.parsed(field, text)
	case field.Class == ir.String:
		return text
	}
	o, p := t.make("text", field.Name), pathID(0)
	if field.Class == ir.Slice {
		p = t.below(0, anyElement)
	}
	t.write(o, p, text)
	return t.ref(o, 0)
}

// parsed makes the URL that a variable's text is.
func (t *tagged) parsed(field *ir.StructField, text setID) setID {
	u := t.make("url", field.Name)
	t.write(u, t.below(0, textField), text)
	if field.Class == ir.Pointer {
		return t.ref(u, 0)
	}
	return t.one(value{kind: structValue, n: int64(u.id)})
}

// fillPointer makes and fills the struct that a field points to.
func (t *tagged) fillPointer(field *ir.StructField, at pathID, pre prefixes, depth int) {
	typ := strings.TrimPrefix(field.Type, "*")
	info := t.types.types[typ]
	if info == nil || info.Class != ir.Struct || depth > maxGroups {
		return
	}
	o := t.make("decoded", t.dotted(at))
	o.typ = typ
	t.libraryCall.fill(o, 0, t.one(value{kind: configValue, n: int64(t.below(0, configName(typ)))}))
	inner := *t
	inner.object = o
	inner.fill(typ, 0, pre, depth+1)
	t.write(t.object, at, t.ref(o, 0))
}

// innerPrefixes returns the prefixes of the fields of a struct. Where fields make the
// names, they are the field's own name, but for embedded ones.
func (t *tagged) innerPrefixes(field *ir.StructField, v variable, pre prefixes) prefixes {
	switch {
	case !t.byField():
		return prefixes{pre.env + v.prefixes.env, pre.flag + v.prefixes.flag}
	case field.Embedded && !v.explicit:
		return pre
	}
	return prefixes{pre.env + strings.ToUpper(v.name) + "_", pre.flag + v.flag + "-"}
}

// fullName returns the name of a field's variable. Where fields make the names, one
// in a tag holds with and without the prefix: it is what the source says, unless the
// manifest sets the other. Among options it stands for the field's own name.
func (t *tagged) fullName(v variable, prefix string) string {
	if !t.byField() {
		return t.root + prefix + v.name
	}
	options := t.row.Const[model.RoleOptions] != ""
	full := prefix + strings.ToUpper(v.name)
	if options && v.explicit {
		full = v.name
	}
	if t.root != "" {
		full = strings.ToUpper(t.root) + "_" + full
	}
	if _, set := t.cfg.Env[full]; v.explicit && !set && !options {
		return v.name
	}
	return full
}

// lookupTag returns the value of a key of a struct tag, "" if it has none.
func lookupTag(tag, key string) string {
	if key == "" {
		return ""
	}
	return reflect.StructTag(tag).Get(key)
}
