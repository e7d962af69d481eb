package interp

import "github.com/hoplint/hoplint/analyzer/internal/model"

// carry puts a value into a context under a key. Contexts themselves are not followed:
// what is put there under a key is what whoever asks for that key may get.
func (c *libraryCall) carry(row *model.Row) []setID {
	all, _ := c.heap.at(site{tag: "carried"})
	own, _ := c.heap.at(site{tag: "carried", ctx: c.c.id, fn: c.fn})
	for _, key := range c.members(c.carriedKey(row)) {
		if step := c.stepOf(key); step != anyElement {
			c.write(all, c.below(0, step), c.arg(row, model.RoleValue))
			c.write(own, c.below(0, step), c.arg(row, model.RoleValue))
		}
	}
	return c.resultsOf(unknown, bottom)
}

// carried takes out of a context what was put there, by this call or by another.
func (c *libraryCall) carried(row *model.Row) []setID {
	if c.arg(row, model.RoleValue) != bottom {
		c.carry(row)
	}
	o, _ := c.heap.at(site{tag: "carried"})
	found := bottom
	for _, key := range c.members(c.carriedKey(row)) {
		if step := c.stepOf(key); step != anyElement {
			found = c.join(found, c.setAt(o, c.below(0, step)))
		}
	}
	if found == bottom {
		found = c.one(c.origin())
	}
	return c.shaped(found)
}

// carriedTarget returns where a call goes that may find its target in a context: what the
// function itself put there goes before what the connection says, and that before what
// others put there.
func (c *libraryCall) carriedTarget(row *model.Row, said setID) setID {
	key := c.arg(row, model.RoleKey)
	if key == bottom {
		return said
	}
	for _, s := range []site{{tag: "carried", ctx: c.c.id, fn: c.fn}, {}, {tag: "carried"}} {
		target := said
		if s.tag != "" {
			target = c.carriedAt(s, key)
		}
		if target != bottom {
			return target
		}
	}
	return bottom
}

// carriedAt returns what was put under a key, somewhere or by a function.
func (c *libraryCall) carriedAt(s site, key setID) setID {
	o, _ := c.heap.at(s)
	out := bottom
	for _, k := range c.members(key) {
		if step := c.stepOf(k); step != anyElement {
			out = c.join(out, c.setAt(o, c.below(0, step)))
		}
	}
	return out
}

// carriedKey returns the key that a row speaks of: an argument or, where keys have a type
// of their own with one value, what is of that.
func (c *libraryCall) carriedKey(row *model.Row) setID {
	if typ, ok := row.Const[model.RoleType]; ok {
		return c.toInterface(unknown, typ)
	}
	return c.arg(row, model.RoleKey)
}
