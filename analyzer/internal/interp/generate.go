package interp

import "github.com/hoplint/hoplint/analyzer/internal/model"

// overOf returns what an iteration goes over: what the row says, and the channel that a
// function sends the elements on.
func (c *libraryCall) overOf(row *model.Row) setID {
	over := c.arg(row, model.RoleOver)
	generators := c.callables(c.arg(row, model.RoleGenerate))
	if len(generators) == 0 {
		return over
	}
	source := c.ref(c.make("source", c.name), 0)
	for _, x := range generators {
		c.apply(x, []setID{source}, c.kind)
	}
	c.wait(source)
	return c.join(over, source)
}

// callGatherers calls, once, the functions that receive what was made of the elements.
func (c *libraryCall) callGatherers(row *model.Row) {
	for _, x := range c.callables(c.arg(row, model.RoleGather)) {
		c.apply(x, []setID{unknown}, c.kind)
	}
}
