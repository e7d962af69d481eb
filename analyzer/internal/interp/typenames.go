package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A reflect.Type is the name of the type, so that it can be a key.

// typeName is the type that the first argument holds or, without arguments, the one that
// the function is instantiated with.
func (c *libraryCall) typeName() setID {
	if len(c.args) == 0 {
		if c.in.Method == "" {
			return c.unknownText()
		}
		return c.textSet(c.in.Method)
	}
	out := bottom
	for _, x := range c.members(c.argument(0)) {
		if x.kind == ifaceValue {
			out = c.join(out, c.textSet(c.types.name(x.typ)))
		} else {
			out = c.join(out, c.unknownText())
		}
	}
	return out
}

// typeElem is what a pointer, the receiver, points to.
func (c *libraryCall) typeElem() setID {
	return c.each(c.receiver(), func(t hop.Template) hop.Template {
		if name, ok := literal(t); ok && strings.HasPrefix(name, "*") {
			return hop.Template{{Kind: hop.PartText, Text: name[1:]}}
		}
		return hole
	})
}

// typeText writes the types of a set as Go does: with the name of the package, not its path.
func (c *libraryCall) typeText(s setID) setID {
	return c.each(s, func(t hop.Template) hop.Template {
		name, ok := literal(t)
		if !ok || strings.ContainsAny(name, "[({ ") {
			return hole
		}
		base := strings.TrimLeft(name, "*")
		stars := name[:len(name)-len(base)]
		if path, typ, ok := cutLast(base, "."); ok {
			base = c.packageName(path) + "." + typ
		}
		return hop.Template{{Kind: hop.PartText, Text: stars + base}}
	})
}

// packageName returns the name of a package; of a library, what its path suggests.
func (c *libraryCall) packageName(path string) string {
	for _, p := range c.cfg.Packages {
		if p.Path == path {
			return p.Name
		}
	}
	return path[strings.LastIndexByte(path, '/')+1:]
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
