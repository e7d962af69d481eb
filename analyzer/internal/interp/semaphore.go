package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A channel of tokens bounds how many goroutines run: who starts one puts a token in,
// and the goroutine takes it out when it is done. Who then fills the channel to the
// brim, in a loop that starts nothing, waits for all of them. Jobs on a channel are not
// so: they are taken out before they are done.
type tokens struct{ taken, brim bool }

// deposit notes that the activity puts something into channels.
func (f *frame) deposit(channels setID) {
	for _, id := range f.sets[channels] {
		if f.fn != nil && f.all[id].kind == refValue {
			f.c.puts = append(f.c.puts, syncPoint{instr: f.at, on: id})
			f.filled[id] = true
		}
	}
}

// drain notes that the activity takes tokens out of channels.
func (f *frame) drain(in *ir.Instr, channels setID) {
	if in.Class != ir.Other || in.CommaOk {
		return
	}
	for _, id := range f.sets[channels] {
		if f.all[id].kind == refValue {
			f.c.drains = append(f.c.drains, id)
			f.drained[id] = true
		}
	}
}

// hasTokens reports whether there are channels of tokens at all.
func (m *machine) hasTokens() bool {
	for id := range m.drained {
		if m.filled[id] {
			return true
		}
	}
	return false
}

// putAll notes what a context puts into channels of tokens, itself or by those that it
// calls in a loop.
func (r *region) putAll(c *context) {
	if c.fn == nil {
		return
	}
	for _, w := range c.puts {
		r.putToken(w.on, c, w.instr)
	}
	for i := range c.edges {
		e := &c.edges[i]
		if e.kind != callEdge || e.instr < 0 || c.fn.loop(e.instr) < 0 {
			continue
		}
		for _, id := range r.sameGoroutine(e.callee) {
			for _, w := range r.contexts[id].puts {
				r.putToken(w.on, c, e.instr)
			}
		}
	}
}

// putToken notes that a token is put into a channel: in a loop that does nothing else,
// or before something starts.
func (r *region) putToken(on valueID, c *context, instr int32) {
	if !r.drained[on] {
		return
	}
	t := r.tokens[on]
	if loop := c.fn.loop(instr); loop >= 0 && !r.startsIn(c, loop) {
		t.brim = true
	} else {
		t.taken = true
	}
	r.tokens[on] = t
}

// startsIn reports whether a loop starts goroutines, by whatever it calls.
func (m *machine) startsIn(c *context, loop int32) bool {
	starts := func(e edge) bool { return e.kind == goEdge }
	return slices.ContainsFunc(c.edges, func(e edge) bool {
		if e.instr < 0 || !c.fn.inLoop(c.fn.where[e.instr].block, loop) {
			return false
		}
		return starts(e) || slices.ContainsFunc(m.sameGoroutine(e.callee), func(id contextID) bool {
			return slices.ContainsFunc(m.contexts[id].edges, starts)
		})
	})
}

// spins reports whether an instruction that does not block is tried again and again,
// for as long as it takes.
func (f *function) spins(i int32) bool {
	for l := f.loop(i); l >= 0; l = f.Loops[l].Parent {
		if f.Loops[l].Kind != ir.RangeLoop {
			return true
		}
	}
	return false
}
