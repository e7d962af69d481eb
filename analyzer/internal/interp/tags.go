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
	prefix   string // of the variables of its fields
}

// byField reports whether the names of fields make those of variables.
func (t *tagged) byField() bool { return t.row.Const[model.RoleNames] == "upper" }

// variable reads the tags of a field.
func (t *tagged) variable(field *ir.StructField) variable {
	var v variable
	tag := lookupTag(field.Tag, t.row.Const[model.RoleTag])
	name, options, _ := strings.Cut(tag, ",")
	v.name, v.explicit = name, name != "" && name != "-"
	v.def = lookupTag(field.Tag, t.row.Const[model.RoleDefault])
	v.prefix = lookupTag(field.Tag, t.row.Const[model.RolePrefixTag])
	if sep := t.row.Const[model.RoleOptions]; sep != "" {
		v.def, v.prefix = tagOption(options, "default"+sep), tagOption(options, "prefix"+sep)
	}
	if t.byField() && !v.explicit && name != "-" {
		split := lookupTag(field.Tag, "split_words")
		v.name = upperName(field.Name, split == "true")
	}
	return v
}

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

func (t *tagged) fill(typ string, p pathID, prefix string, depth int) {
	info := t.types.types[strings.TrimPrefix(typ, "*")]
	if info == nil || depth > maxGroups {
		return
	}
	for i := range info.Fields {
		t.fillField(&info.Fields[i], p, prefix, depth)
	}
}

func (t *tagged) fillField(field *ir.StructField, p pathID, prefix string, depth int) {
	v, at := t.variable(field), t.below(p, field.Name)
	isURL := strings.TrimPrefix(field.Type, "*") == urlType
	switch {
	case (field.Class == ir.String || isURL) && v.name != "" && v.name != "-":
		text := t.one(t.str(hop.Template{t.envPart(t.fullName(v, prefix), v.def)}))
		if isURL {
			text = t.parsed(field, text)
		}
		t.write(t.object, at, text)
	case isURL:
	case field.Class == ir.Struct:
		t.fill(field.Type, at, t.innerPrefix(field, v, prefix), depth+1)
	case field.Class == ir.Pointer:
		t.fillPointer(field, at, t.innerPrefix(field, v, prefix), depth)
	}
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
func (t *tagged) fillPointer(field *ir.StructField, at pathID, prefix string, depth int) {
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
	inner.fill(typ, 0, prefix, depth+1)
	t.write(t.object, at, t.ref(o, 0))
}

// innerPrefix returns the prefix of the fields of a struct. Where fields make the
// names, that is the field's own name, but for embedded ones.
func (t *tagged) innerPrefix(field *ir.StructField, v variable, prefix string) string {
	switch {
	case !t.byField():
		return prefix + v.prefix
	case field.Embedded && !v.explicit:
		return prefix
	}
	return prefix + strings.ToUpper(v.name) + "_"
}

// fullName returns the name of a field's variable. Where fields make the names, one
// in a tag holds with and without the prefix: it is what the source says, unless the
// manifest sets the other.
func (t *tagged) fullName(v variable, prefix string) string {
	if !t.byField() {
		return t.root + prefix + v.name
	}
	full := prefix + strings.ToUpper(v.name)
	if t.root != "" {
		full = strings.ToUpper(t.root) + "_" + full
	}
	if _, set := t.cfg.Env[full]; v.explicit && !set {
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
