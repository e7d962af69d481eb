package interp

import "github.com/hoplint/hoplint/analyzer/internal/model"

// carry puts a value into a context under a key. Contexts themselves are not followed:
// what is put there under a key is what whoever asks for that key may get.
func (c *libraryCall) carry(row *model.Row) []setID {
	o, _ := c.heap.at(site{tag: "carried"})
	for _, key := range c.members(c.carriedKey(row)) {
		if step := c.stepOf(key); step != anyElement {
			c.write(o, c.below(0, step), c.arg(row, model.RoleValue))
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

// carriedKey returns the key that a row speaks of: an argument or, where keys have a type
// of their own with one value, what is of that.
func (c *libraryCall) carriedKey(row *model.Row) setID {
	if typ, ok := row.Const[model.RoleType]; ok {
		return c.toInterface(unknown, typ)
	}
	return c.arg(row, model.RoleKey)
}
