package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// configKeyed gives what configuration holds under a key. A part of a configuration
// that the program takes out is configuration at its key, so that keys below it are
// joined to that.
func (c *libraryCall) configKeyed(row *model.Row) []setID {
	class, field := component(c.in, 0), row.Const[model.RoleField]
	if field != "" {
		class = ir.String
	}
	out := bottom
	for _, p := range c.configPaths(c.arg(row, model.RoleKey)) {
		if class == ir.Pointer || class == ir.Slice || class == ir.Map {
			out = c.join(out, c.one(value{kind: configValue, n: int64(p)}))
			continue
		}
		out = c.join(out, c.one(c.str(hop.Template{c.boundPart(c.keyPart(p), c.defaultOf(row))})))
	}
	if out == bottom {
		out = c.one(c.str(hole))
	}
	if field != "" {
		return c.shaped(c.entry(out, field))
	}
	return c.shaped(c.asAny(out, class))
}

// asAny makes a string that a function returns as any what an assertion to string
// gives back.
func (c *libraryCall) asAny(s setID, class ir.Class) setID {
	if class != ir.Interface {
		return s
	}
	out := bottom
	for _, x := range c.members(s) {
		if t := c.templateOf(x); len(t) == 1 && t[0].Kind == hop.PartConfig {
			x = value{kind: configValue, n: int64(c.keyPath(0, t[0].Text))}
		}
		out = c.join(out, c.one(x))
	}
	return out
}

// configPaths returns the paths of keys below the receiver, if that is a part of a
// configuration.
func (c *libraryCall) configPaths(keys setID) []pathID {
	var out []pathID
	for _, t := range c.templatesOf(keys) {
		key, ok := literal(assumed(t))
		if !ok {
			continue
		}
		for _, root := range c.configRoots(c.receiver()) {
			out = append(out, c.keyPath(root, key))
		}
	}
	return out
}

// configRoots returns the paths that the keys of a part of the configuration lie below.
func (c *libraryCall) configRoots(s setID) []pathID {
	var roots []pathID
	for _, x := range c.opened(s) {
		if x.kind == configValue {
			roots = append(roots, pathID(x.n))
		}
	}
	if len(roots) == 0 {
		return []pathID{0}
	}
	return roots
}

// keyPath returns the path of a dotted key below another.
func (v *values) keyPath(root pathID, key string) pathID {
	for name := range strings.SplitSeq(key, ".") {
		if name != "" {
			root = v.below(root, name)
		}
	}
	return root
}

// bindConfig keeps what the program says of a configuration key or, without one, of all.
func (c *libraryCall) bindConfig(row *model.Row) []setID {
	c.bindAll(row)
	keys, env := c.arg(row, model.RoleKey), c.arg(row, model.RoleEnv)
	if loc := row.Args[model.RoleEnv]; loc.Variadic && keys == bottom {
		keys, env = c.firstAndRest(c.list(c.argument(loc.Arg)))
	}
	for _, p := range c.configPaths(keys) {
		o, at := c.boundKey(c.dotted(p))
		c.write(o, c.below(at, keyDefault), c.arg(row, model.RoleDefault))
		c.write(o, c.below(at, keySource), c.arg(row, model.RoleValue))
		for _, name := range c.literals(env) {
			c.write(o, c.below(at, keySource), c.one(c.str(hop.Template{c.envPart(name, "")})))
		}
	}
	return c.resultsOf(unknown, bottom)
}

// firstAndRest returns the first of some sets and the others, joined.
func (c *libraryCall) firstAndRest(sets []setID) (first, rest setID) {
	for i, s := range sets {
		if i == 0 {
			first = s
		} else {
			rest = c.join(rest, s)
		}
	}
	return first, rest
}

// discover asks service discovery for a name. Its answer is a hole that keeps the
// name: the result itself, or a field of the entries in it. The addresses of a host are
// that host.
func (c *libraryCall) discover(row *model.Row) []setID {
	found := c.members(c.arg(row, model.RoleTarget))
	for _, t := range c.templatesOf(c.arg(row, model.RoleName)) {
		if name, ok := literal(assumed(t)); ok && name != "" {
			found = append(found, c.str(hop.Template{{Kind: hop.PartDiscovery, Text: name}}))
		}
	}
	s := c.of(found)
	if s == bottom {
		s = c.unknownText()
	}
	results := c.resultsOf(unknown, bottom)
	for i := range results {
		switch class := component(c.in, i); {
		case class == ir.String && row.Const[model.RoleField] == "":
			results[i] = s
		case class == ir.Slice:
			results[i] = c.entries(s, row.Const[model.RoleField])
		case class == ir.Pointer:
			results[i] = c.entry(s, row.Const[model.RoleField])
		}
	}
	return results
}

// entries makes a slice of what discovery found.
func (c *libraryCall) entries(s setID, field string) setID {
	list := c.make("entries", "")
	elem := s
	if field != "" {
		elem = c.entry(s, field)
	}
	c.write(list, c.below(0, anyElement), elem)
	return c.ref(list, 0)
}

// entry makes what discovery found, with the address in a field, or in one of what a
// field points to.
func (c *libraryCall) entry(s setID, field string) setID {
	o := c.make("entry", "")
	p := pathID(0)
	for name := range strings.SplitSeq(field, ".") {
		if p != 0 {
			c.write(o, p, c.ref(o, p))
		}
		p = c.below(p, name)
	}
	c.write(o, p, s)
	return c.ref(o, 0)
}
