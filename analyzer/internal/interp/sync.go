package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// spawn runs a function on another goroutine; who waits for the receiver waits for it.
func (c *libraryCall) spawn(row *model.Row) []setID {
	var done []valueID
	for _, id := range c.sets[c.receiver()] {
		if c.all[id].kind == refValue {
			done = append(done, id)
		}
	}
	for _, x := range c.callables(c.arg(row, model.RoleFunc)) {
		c.applyAs(x, nil, edge{kind: goEdge, done: done})
	}
	return c.resultsOf(unknown, bottom)
}

// joinGroup waits for what was spawned on the receiver.
func (c *libraryCall) joinGroup(*model.Row) []setID {
	c.wait(c.receiver())
	return c.resultsOf(unknown, bottom)
}

// signalGroup ends a wait for the receiver.
func (c *libraryCall) signalGroup(*model.Row) []setID {
	c.signal(c.receiver())
	return c.resultsOf(unknown, bottom)
}

// schedule runs a function in the background.
func (c *libraryCall) schedule(row *model.Row) []setID {
	for _, x := range c.callables(c.arg(row, model.RoleFunc)) {
		c.applyAs(x, nil, edge{kind: laterEdge})
	}
	return c.resultsOf(unknown, bottom)
}

// ticker makes a channel of times, or something with such a channel in its field C.
func (c *libraryCall) ticker(*model.Row) []setID {
	o := c.make("ticker", "")
	self := c.ref(o, 0)
	c.write(o, c.below(0, "C"), self)
	return c.shaped(self)
}

// turnsUntil reports whether a branch leaves a loop when a variable that the loop reads
// has changed: somebody else changes it, so that both ways are taken whatever is known
// of it.
func (f *function) turnsUntil(in *ir.Instr, b int32) bool {
	loop := f.Blocks[b].Loop
	if loop < 0 || !slices.ContainsFunc(f.Blocks[b].Succs, func(s int32) bool { return !f.inLoop(s, loop) }) {
		return false
	}
	def := f.definition(in.Args[0])
	for def != nil && (def.Op == ir.Not || def.Op == ir.Equal || def.Op == ir.NotEqual) {
		def = f.definition(def.Args[0])
	}
	if def == nil || def.Op != ir.Load || def.Class != ir.Bool && def.Class != ir.Int {
		return false
	}
	return f.inLoop(f.where[f.defs[ir.Operand(def.Dst)]].block, loop)
}
