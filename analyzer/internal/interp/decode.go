package interp

import (
	"reflect"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// decode fills a variable from data that the program read: configuration, unless it
// came with a request or an answer. With a tag, the tag of a field names the environment variable
// that fills it.
func (c *libraryCall) decode(row *model.Row) []setID {
	src := c.arg(row, model.RoleSrc)
	data, foreign := c.foreign(c.join(src, c.receiver()))
	for _, x := range c.opened(c.arg(row, model.RoleDst)) {
		switch {
		case x.kind != refValue:
		case foreign:
			c.fill(c.object(x.n), x.path, c.one(data))
		default:
			c.fillConfig(c.object(x.n), x.path, row)
		}
	}
	return c.resultsOf(unknown, bottom)
}

// fillConfig fills a variable with configuration. Its fields with a tag for the
// environment hold that variable; the rest is what the keys name.
func (c *libraryCall) fillConfig(o *object, p pathID, row *model.Row) {
	root := c.below(0, configName(o.typ))
	c.fill(o, p, c.one(value{kind: configValue, n: int64(root)}))
	tag := row.Const[model.RoleTag]
	if tag == "" {
		return
	}
	t := &tagged{libraryCall: c, object: o, tag: tag, defaultTag: row.Const[model.RoleDefault]}
	t.fill(o.typ, p, row.Const[model.RolePrefix], 0)
}

// configName is the name of a type without its package.
func configName(typ string) string {
	typ = strings.TrimLeft(typ, "*[]")
	if i := strings.LastIndexByte(typ, '.'); i >= 0 {
		typ = typ[i+1:]
	}
	name, _, _ := strings.Cut(typ, "·")
	return name
}

// tagged fills the fields of structs from the environment, by their tags.
type tagged struct {
	*libraryCall
	object          *object
	tag, defaultTag string
}

func (t *tagged) fill(typ string, p pathID, prefix string, depth int) {
	info := t.types.types[strings.TrimPrefix(typ, "*")]
	if info == nil || depth > maxGroups {
		return
	}
	for _, field := range info.Fields {
		at := t.below(p, field.Name)
		name, ok := lookupTag(field.Tag, t.tag)
		name, _, _ = strings.Cut(name, ",")
		switch {
		case field.Class == ir.Struct:
			inner, _ := lookupTag(field.Tag, "envPrefix")
			t.fill(field.Type, at, prefix+inner, depth+1)
		case ok && name != "" && name != "-" && field.Class == ir.String:
			def, _ := lookupTag(field.Tag, t.defaultTag)
			t.write(t.object, at, t.one(t.str(hop.Template{t.envPart(prefix+name, def)})))
		}
	}
}

// lookupTag returns the value of a key of a struct tag.
func lookupTag(tag, key string) (string, bool) {
	if key == "" {
		return "", false
	}
	return reflect.StructTag(tag).Lookup(key)
}

// fromLibrary returns what a library may have written to a place that the program
// itself did not write to: below leads to the place from what the library filled.
func (h *heap) fromLibrary(filled setID, below []string, class ir.Class) setID {
	out := bottom
	for _, x := range h.members(filled) {
		switch {
		case x.kind == configValue:
			out = h.join(out, h.configured(x, below, class))
		case x.kind == unknownValue && class == ir.String:
			out = h.join(out, h.unknownText())
		default:
			out = h.join(out, h.one(x))
		}
	}
	return out
}

// configured returns the configuration at the steps below a configured value.
func (h *heap) configured(x value, below []string, class ir.Class) setID {
	p := pathID(x.n)
	for _, step := range below {
		p = h.below(p, step)
	}
	if class == ir.String {
		return h.one(h.str(hop.Template{{Kind: hop.PartConfig, Text: h.dotted(p)}}))
	}
	return h.one(value{kind: configValue, n: int64(p)})
}

// configStep returns the address or value one step below a configured one.
func (h *heap) configStep(x value, step string) value {
	return value{kind: configValue, n: int64(h.below(pathID(x.n), step))}
}
