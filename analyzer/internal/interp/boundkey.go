package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// What a program says of a configuration key, below the key, and of all keys.
const (
	keyDefault   = "$default"
	keySource    = "$source"
	keyAutomatic = "$automatic"
	keyPrefix    = "$prefix"
)

// boundKey returns where the program keeps what it says of a key. Keys are the same
// whatever their case.
func (f *frame) boundKey(key string) (*object, pathID) {
	o, _ := f.heap.at(site{tag: "configuration"})
	return o, f.below(0, strings.ToLower(key))
}

// bindAll keeps that variables give every key its value, and what their names begin with.
func (c *libraryCall) bindAll(row *model.Row) {
	o, _ := c.heap.at(site{tag: "configuration"})
	c.write(o, c.below(0, keyPrefix), c.arg(row, model.RolePrefix))
	c.write(o, c.below(0, keyAutomatic), c.arg(row, model.RoleNames))
}

// boundPart returns the value of a configuration key with what the program says of it.
// A key that is bound to a variable or flag is that one too, which says more; one value
// stays one call.
func (f *frame) boundPart(part hop.Part, def string) hop.Part {
	for _, k := range part.Keys() {
		if k.Kind != hop.PartConfig {
			continue
		}
		o, at := f.boundKey(k.Text)
		if texts := f.literals(f.setAt(o, f.below(at, keyDefault))); len(texts) == 1 {
			def = texts[0]
		}
		for _, t := range f.templatesOf(f.setAt(o, f.below(at, keySource))) {
			if isKey(t) {
				part = t[0].With(part.Keys()...)
			}
		}
	}
	part = part.With(f.automatic(part)...)
	if part.Default == "" {
		part.Default = def
	}
	return part
}

// automatic returns the variables that give a key its value where the program says that
// some do for every key.
func (f *frame) automatic(part hop.Part) []hop.Key {
	o, _ := f.heap.at(site{tag: "configuration"})
	if f.setAt(o, f.below(0, keyAutomatic)) == bottom {
		return nil
	}
	prefixes := f.literals(f.setAt(o, f.below(0, keyPrefix)))
	if len(prefixes) == 0 {
		prefixes = []string{""}
	}
	var out []hop.Key
	for _, k := range part.Written() {
		for _, prefix := range prefixes {
			out = append(out, hop.Key{Kind: hop.PartEnv, Text: variableOf(prefix, k)})
		}
	}
	return out
}

// boundTo returns strings with what the program says of the configuration keys that are
// among them.
func (f *frame) boundTo(s setID, class ir.Class) setID {
	if class != ir.String || !slices.ContainsFunc(f.members(s), f.isConfigKey) {
		return s
	}
	return f.each(s, func(t hop.Template) hop.Template {
		if len(t) == 1 && t[0].Kind == hop.PartConfig {
			return hop.Template{f.boundPart(t[0], t[0].Default)}
		}
		return t
	})
}

func (f *frame) isConfigKey(x value) bool {
	if x.kind != stringValue {
		return false
	}
	t := f.templates[x.n]
	return len(t) == 1 && t[0].Kind == hop.PartConfig
}
