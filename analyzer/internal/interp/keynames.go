package interp

import (
	"slices"
	"strings"
	"unicode"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// A decoding says that configuration is decoded into a type: the keys below its root
// are the type's fields, or what the fields' tags say.
type decoding struct {
	typ  string
	tags string // the tags' keys, the first that a field has counts
	deep string // what stands between the keys in a tag that names one below another
	base pathID // of the keys as they are written
}

// environmentRoot is where variables lie that a program reads all at once.
const environmentRoot = "$environment"

// keyPart is the value of a configuration key: a hole with the names that it goes by.
func (v *values) keyPart(p pathID) hop.Part {
	if name, ok := strings.CutPrefix(v.dotted(p), environmentRoot+"."); ok {
		return hop.Part{Kind: hop.PartEnv, Text: name}
	}
	return hop.Part{Kind: hop.PartConfig, Text: v.dotted(p), Also: v.written(p)}
}

// noteDecoding keeps what a part of the configuration is decoded into.
func (m *machine) noteDecoding(root pathID, d decoding) {
	if d.typ != "" && d.tags != "" && !slices.Contains(m.decodings[root], d) {
		m.decodings[root] = append(m.decodings[root], d)
	}
}

// keyTags returns the keys of the tags that name configuration keys: the call says it,
// or the row.
func (c *libraryCall) keyTags(row *model.Row) string {
	for _, text := range c.literals(c.locate(row.Args[model.RoleKeyTag])) {
		if text != "" {
			return text
		}
	}
	return row.Const[model.RoleKeyTag]
}

// writtenKeys returns a key as it is written where the configuration stands, if that is
// otherwise than the program's fields are called.
func (m *machine) writtenKeys(p pathID) []hop.Key {
	var out []hop.Key
	var below []string
	for at := p; ; at = m.paths[at].parent {
		for _, d := range m.decodings[at] {
			written, ok := m.writtenBelow(d, below)
			key := hop.Key{Kind: hop.PartConfig, Text: m.dotted(written)}
			if ok && key.Text != "" && key.Text != m.dotted(p) && !slices.Contains(out, key) {
				out = append(out, key)
			}
		}
		if at == 0 {
			return out
		}
		below = append([]string{m.paths[at].step}, below...)
	}
}

// writtenBelow follows fields below a decoded type, and writes them as their tags do. It
// reports false if the type has no such fields.
func (m *machine) writtenBelow(d decoding, steps []string) (p pathID, ok bool) {
	p, typ := d.base, d.typ
	for _, step := range steps {
		info := m.types.types[strings.TrimLeft(typ, "*")]
		if info == nil || isElement(step) {
			p, typ = m.below(p, step), ""
			if info != nil {
				typ = info.Elem
			}
			continue
		}
		i := fieldNamed(info, step)
		if i < 0 {
			return 0, false
		}
		if written, inline := writtenName(&info.Fields[i], d.tags); !inline {
			p = m.below(p, d.dotted(written))
		}
		typ = info.Fields[i].Type
	}
	return p, true
}

// dotted writes the keys in a tag as reports show them.
func (d decoding) dotted(written string) string {
	if d.deep == "" {
		return written
	}
	return strings.ReplaceAll(written, d.deep, ".")
}

func fieldNamed(info *ir.Type, name string) int {
	return slices.IndexFunc(info.Fields, func(f ir.StructField) bool { return f.Name == name })
}

// writtenName returns the key of a field, or that its own fields stand in its place.
func writtenName(field *ir.StructField, tags string) (name string, inline bool) {
	for key := range strings.FieldsSeq(tags) {
		tag := lookupTag(field.Tag, key)
		if tag == "" {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		for option := range strings.SplitSeq(options, ",") {
			inline = inline || option == "inline" || option == "squash"
		}
		if name != "" && name != "-" {
			return name, inline
		}
		return field.Name, inline || field.Embedded
	}
	return field.Name, field.Embedded
}

// typeAt returns the type of what lies below a variable of a type, "" if not known.
func (m *machine) typeAt(typ string, steps []string) string {
	for _, step := range steps {
		info := m.types.types[strings.TrimLeft(typ, "*")]
		if info == nil {
			return ""
		}
		typ = info.Elem
		if isElement(step) {
			continue
		}
		i := fieldNamed(info, step)
		if i < 0 {
			return ""
		}
		typ = info.Fields[i].Type
	}
	return typ
}

// variableOf writes a configuration key as environment variables are.
func variableOf(prefix, key string) string {
	name := strings.Map(func(r rune) rune {
		if r == '.' || r == '-' {
			return '_'
		}
		return unicode.ToUpper(r)
	}, key)
	if prefix = strings.ToUpper(strings.TrimRight(prefix, "_")); prefix != "" {
		return prefix + "_" + name
	}
	return name
}
