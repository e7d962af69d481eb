package interp

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// decode fills a variable from data that the program read: configuration, unless it
// came with a request or an answer. Without dst the result is the variable.
func (c *libraryCall) decode(row *model.Row) []setID {
	if row.Args[model.RoleDst].Base == model.Nowhere {
		return c.decodeResult(row)
	}
	src := c.arg(row, model.RoleSrc)
	data, foreign := c.foreign(c.join(src, c.receiver()))
	for _, x := range c.pointees(c.arg(row, model.RoleDst)) {
		if foreign {
			c.fill(x.object, x.path, c.one(data))
		} else {
			c.fillConfig(x, row)
		}
	}
	return c.resultsOf(unknown, bottom)
}

// A pointee is a variable that a library gets the address of.
type pointee struct {
	object *object
	path   pathID
	typ    string // "" if not known
}

// pointees returns what the values of a set point to.
func (c *libraryCall) pointees(s setID) []pointee {
	var out []pointee
	for _, x := range c.members(s) {
		typ := ""
		for x.kind == ifaceValue {
			typ = strings.TrimPrefix(c.types.name(x.typ), "*")
			x = c.all[x.n]
		}
		if x.kind != refValue {
			continue
		}
		o := c.object(x.n)
		out = append(out, pointee{o, x.path, cmp.Or(typ, c.typeAt(o.typ, c.steps(x.path)))})
	}
	return out
}

// decodeResult makes the variable that a generic function fills and returns.
func (c *libraryCall) decodeResult(row *model.Row) []setID {
	typ := c.in.Type
	if len(c.in.Results) > 0 {
		typ = c.in.Results[0].Type
	}
	o := c.make("decoded", "")
	o.typ = strings.TrimPrefix(typ, "*")
	c.fillConfig(pointee{o, 0, o.typ}, row)
	if strings.HasPrefix(typ, "*") {
		return c.shaped(c.ref(o, 0))
	}
	return c.shaped(c.one(value{kind: structValue, n: int64(o.id)}))
}

// fillConfig fills a variable with configuration. Its fields with a tag for the
// environment hold that variable; the rest is what the keys name.
func (c *libraryCall) fillConfig(to pointee, row *model.Row) {
	for _, root := range c.decodeRoots(c.typeAt(to.object.typ, c.steps(to.path)), row) {
		c.fill(to.object, to.path, c.one(value{kind: configValue, n: int64(root.at)}))
		c.noteDecoding(root.at, decoding{typ: to.typ, tags: c.keyTags(row), deep: row.Const[model.RoleSeparator], base: root.written})
	}
	if row.Const[model.RoleTag] != "" {
		c.newTagged(to.object, row).fill(to.typ, to.path, prefixes{}, 0)
	}
}

// A configRoot is where in the configuration lies what fills a variable: as reports
// show it, and as it is written there.
type configRoot struct{ at, written pathID }

// decodeRoots returns where in the configuration lies what fills a variable: below
// the key that the call names, else below the name of its type.
func (c *libraryCall) decodeRoots(typ string, row *model.Row) []configRoot {
	roots := c.configRoots(c.join(c.receiver(), c.arg(row, model.RoleSrc)))
	keyed := slices.ContainsFunc(c.literals(c.arg(row, model.RoleKey)), func(key string) bool { return key != "" })
	if keyed {
		roots = c.configPaths(c.arg(row, model.RoleKey))
	}
	if name := configName(typ); name != "" && !keyed && roots[0] == 0 {
		return []configRoot{{at: c.below(0, name)}}
	}
	out := make([]configRoot, len(roots))
	for i, p := range roots {
		out[i] = configRoot{p, p}
	}
	return out
}

// configName is the name of a type without its package, "" if it has none.
func configName(typ string) string {
	typ = strings.TrimLeft(typ, "*[]")
	if strings.HasPrefix(typ, "struct{") {
		return ""
	}
	if i := strings.LastIndexByte(typ, '.'); i >= 0 {
		typ = typ[i+1:]
	}
	name, _, _ := strings.Cut(typ, "·")
	return name
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
		return h.one(h.str(hop.Template{h.keyPart(p)}))
	}
	return h.one(value{kind: configValue, n: int64(p)})
}

// configStep returns the address or value one step below a configured one.
func (h *heap) configStep(x value, step string) value {
	return value{kind: configValue, n: int64(h.below(pathID(x.n), step))}
}
