package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// spawn runs a function on another goroutine; who waits for the receiver, or for what
// the call results in, waits for it.
func (c *libraryCall) spawn(row *model.Row) []setID {
	var done []valueID
	for _, id := range c.sets[c.receiver()] {
		if c.all[id].kind == refValue {
			done = append(done, id)
		}
	}
	task := c.ref(c.make("task", c.name), 0)
	done = append(done, c.sets[task]...)
	e := edge{kind: goEdge, done: done}
	for _, t := range c.targets(row, model.RoleFunc) {
		results := c.run(t, c.with(row), e)
		if len(results) == 1 {
			for _, after := range c.callables(results[0]) {
				c.applyAs(after, nil, e)
			}
		}
	}
	c.fallBack(row, e)
	if row.Pass.Base != model.Nowhere {
		return c.shaped(c.locate(row.Pass))
	}
	return c.shaped(c.taskOf(task))
}

// taskOf returns the task if the call results in something that may stand for it.
func (c *libraryCall) taskOf(task setID) setID {
	switch component(c.in, 0) {
	case ir.Pointer, ir.Interface, ir.Chan, ir.Struct:
		return task
	}
	return unknown
}

// joinGroup waits for what was spawned on the receiver. A semaphore that is taken in
// part does not wait for those who hold the rest.
func (c *libraryCall) joinGroup(row *model.Row) []setID {
	count, limit := c.arg(row, model.RoleCount), c.arg(row, model.RoleLimit)
	if count == limit && !c.isOne(count) {
		c.wait(c.receiver())
	}
	return c.resultsOf(unknown, bottom)
}

// signalGroup ends a wait for the receiver. Who gives back more of a semaphore at once
// than one holds what it took by weight, and whoever takes all does not wait for work.
func (c *libraryCall) signalGroup(row *model.Row) []setID {
	if count := c.arg(row, model.RoleCount); count == bottom || c.isOne(count) {
		c.signal(c.receiver())
	}
	return c.resultsOf(unknown, bottom)
}

// isOne reports whether a set is the number one.
func (c *libraryCall) isOne(s setID) bool {
	n, ok := c.constIndex(s)
	return ok && n == 1
}

// schedule runs a function in the background.
func (c *libraryCall) schedule(row *model.Row) []setID {
	for _, t := range c.targets(row, model.RoleFunc) {
		c.run(t, c.with(row), edge{kind: laterEdge})
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
