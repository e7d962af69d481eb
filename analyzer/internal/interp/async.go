package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// doneField is the channel, in what an asynchronous call results in, that its end is
// awaited by.
const doneField = "Done"

// asyncCall starts a call whose end a channel tells: that of the role done or, without
// one, one that the library makes. Who never receives from it does not wait.
func (c *libraryCall) asyncCall(row *model.Row) []setID {
	o := c.make("pending", c.name)
	done := c.made(c.arg(row, model.RoleDone))
	if done == bottom {
		done = c.ref(c.make("done", c.name), 0)
	}
	c.write(o, c.below(0, doneField), done)
	before := len(c.c.effects)
	c.callProcedure(row, c.arg(row, model.RoleProcedure))
	for i := range c.c.effects[before:] {
		e := &c.c.effects[before+i]
		e.async, e.done = true, c.sets[done]
	}
	c.passed([]setID{c.arg(row, model.RoleDst)}, value{kind: requestValue, n: answerData})
	return []setID{c.ref(o, 0)}
}

// made returns the channels of a set that were made somewhere.
func (c *libraryCall) made(s setID) setID {
	out := bottom
	for _, x := range c.members(s) {
		if x.kind == refValue {
			out = c.join(out, c.one(x))
		}
	}
	return out
}

// tie says what an effect itself changes about the activity's tie to it.
func (r *region) tie(k *stateKey, e *effect) {
	switch {
	case e.spawned, e.async && !r.awaits(e):
		k.detach()
	case (e.async || r.isAwaited(e)) && k.awaited == hop.Direct:
		k.awaited = hop.Joined
	}
}

// isTaken reports whether anybody waits for the end of what an effect starts. Handlers of
// messages are no part of what the activity waits in, but each waits for its own.
func (r *region) isTaken(e *effect) bool {
	return slices.ContainsFunc(e.done, func(id valueID) bool { return len(r.receivers()[id]) > 0 })
}

// awaits reports whether the activity waits for the end of an asynchronous call.
func (r *region) awaits(e *effect) bool {
	return slices.ContainsFunc(e.done, func(id valueID) bool { return r.waited[id] })
}
