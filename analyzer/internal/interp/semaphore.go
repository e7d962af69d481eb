package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A channel of tokens bounds how many goroutines run: each takes a token out when it
// is done. Who fills the channel to the brim, in a loop that starts nothing, waits for
// all of them. Jobs on a channel are not so: they are taken out before they are done.

// fills notes that the activity puts something into channels.
func (f *frame) fills(channels setID) {
	if f.fn == nil || f.fn.loop(f.at) < 0 {
		return
	}
	for _, id := range f.sets[channels] {
		if f.all[id].kind == refValue {
			f.c.fills = append(f.c.fills, syncPoint{f.at, id})
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
		}
	}
}

// toTheBrim reports whether a loop that puts tokens into a channel does nothing but
// that: none of what it calls starts a goroutine.
func (m *machine) toTheBrim(c *context, instr int32) bool {
	loop := c.fn.loop(instr)
	starts := func(e edge) bool { return e.kind == goEdge }
	for i := range c.edges {
		e := &c.edges[i]
		if e.instr < 0 || !c.fn.inLoop(c.fn.where[e.instr].block, loop) {
			continue
		}
		if starts(*e) || slices.ContainsFunc(m.sameGoroutine(e.callee), func(id contextID) bool {
			return slices.ContainsFunc(m.contexts[id].edges, starts)
		}) {
			return false
		}
	}
	return true
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
