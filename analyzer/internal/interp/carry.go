package interp

import "github.com/hoplint/hoplint/analyzer/internal/model"

// carry puts a value into a context under a key. Contexts themselves are not followed:
// what is put there under a key is what whoever asks for that key may get.
func (c *libraryCall) carry(row *model.Row) []setID {
	o, _ := c.heap.at(site{tag: "carried"})
	for _, key := range c.members(c.arg(row, model.RoleKey)) {
		if step := c.stepOf(key); step != anyElement {
			c.write(o, c.below(0, step), c.arg(row, model.RoleValue))
		}
	}
	return c.resultsOf(unknown, bottom)
}

// carried takes out of a context what was put there. With a value, that is put there.
func (c *libraryCall) carried(row *model.Row) []setID {
	if row.Args[model.RoleValue].Base != model.Nowhere {
		c.carry(row)
	}
	o, _ := c.heap.at(site{tag: "carried"})
	found := bottom
	for _, key := range c.members(c.arg(row, model.RoleKey)) {
		if step := c.stepOf(key); step != anyElement {
			found = c.join(found, c.setAt(o, c.below(0, step)))
		}
	}
	if found == bottom {
		found = c.one(c.origin())
	}
	return c.shaped(found)
}
