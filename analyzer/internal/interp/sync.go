package interp

import (
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
	c.handOver(row, model.RoleFunc, c.with(row), e)
	c.fallBack(row, e)
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
	c.handOver(row, model.RoleFunc, c.with(row), edge{kind: laterEdge})
	return c.resultsOf(unknown, bottom)
}

// ticker makes a channel of times, or something with such a channel in its field C.
func (c *libraryCall) ticker(*model.Row) []setID {
	o := c.make("ticker", "")
	self := c.ref(o, 0)
	c.write(o, c.below(0, "C"), self)
	return c.shaped(self)
}
