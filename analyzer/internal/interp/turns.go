package interp

import (
	"maps"
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// turn evaluates one turn of an unrolled loop on its own: what an earlier turn computed,
// and where control went in it, counts in the header alone. It reports whether control
// gets there.
func (f *frame) turn(order []int32, loop int32) bool {
	header, body := order[0], order[1:]
	if f.turns[len(f.turns)-1].number > 0 && !f.continues(header, loop) {
		return false
	}
	for _, b := range body {
		f.reached[b] = false
		f.leave(b)
	}
	f.block(header)
	f.leave(header)
	for _, b := range body {
		for i := range f.fn.Blocks[b].Instrs {
			f.define(f.fn.Blocks[b].Instrs[i].Dst, bottom)
		}
	}
	f.blocks(body, loop)
	return true
}

// continues reports whether the last turn of a loop led to another one.
func (f *frame) continues(header, loop int32) bool {
	return slices.ContainsFunc(f.fn.Blocks[header].Preds, func(p int32) bool {
		return f.fn.inLoop(p, loop) && f.taken[[2]int32{p, header}]
	})
}

// leave forgets from where control came to a block.
func (f *frame) leave(b int32) {
	for _, p := range f.fn.Blocks[b].Preds {
		delete(f.taken, [2]int32{p, b})
	}
}

// revisit has the blocks of an unrolled loop reached in whatever way some turn did.
func (f *frame) revisit(order []int32) {
	for _, b := range order {
		for _, p := range f.fn.Blocks[b].Preds {
			if e := [2]int32{p, b}; f.ever[e] {
				f.taken[e], f.reached[b] = true, true
			}
		}
	}
}

// maxRepeats bounds how often a loop within an unrolled one is evaluated for one turn
// of that. From widenPass on, strings that still grow are widened.
const maxRepeats = 8

// repeat evaluates a loop within an unrolled one until nothing new goes round in it, as
// the passes over the body do elsewhere: by the next pass, the turn is over.
func (f *frame) repeat(order []int32, loop int32) {
	outer := f.repeats
	for f.repeats = range maxRepeats {
		m := f.mark()
		f.blocks(order, loop)
		if !f.carries(order[0]) {
			break
		}
		if f.repeats == maxRepeats-1 {
			f.keepNote(f.fn, f.fn.Pos, hop.Note{Reason: "its loops carry too much: what they do is known in part only", Incomplete: true})
			break
		}
		f.rewind(m)
	}
	f.repeats = outer
}

// carries reports whether the registers that a loop's header takes over have changed.
func (f *frame) carries(header int32) bool {
	if !f.reached[header] {
		return false
	}
	changed := false
	for i := range f.fn.Blocks[header].Instrs {
		in := &f.fn.Blocks[header].Instrs[i]
		if in.Op != ir.Phi || in.Dst < 0 {
			continue
		}
		before := f.regs[in.Dst]
		f.phi(in, header)
		changed = changed || f.regs[in.Dst] != before
	}
	return changed
}

// A mark is how far a visit has come.
type mark struct {
	edges, effects, waits, signals, blind, bounded int
	buffers                                        map[value]setID
}

func (f *frame) mark() mark {
	c := f.c
	return mark{
		edges: len(c.edges), effects: len(c.effects), waits: len(c.waits), signals: len(c.signals),
		blind: len(c.blind), bounded: len(c.bounded), buffers: maps.Clone(f.buffers),
	}
}

// rewind forgets what the visit did since a mark.
func (f *frame) rewind(m mark) {
	c := f.c
	c.edges, c.effects, c.waits, c.signals = c.edges[:m.edges], c.effects[:m.effects], c.waits[:m.waits], c.signals[:m.signals]
	c.blind, c.bounded = c.blind[:m.blind], c.bounded[:m.bounded]
	f.buffers = m.buffers
}

// growing reports whether a loop has been evaluated so often that strings which still
// change grow without end. The turns of an unrolled loop do come to one.
func (f *frame) growing() bool {
	if len(f.turns) > 0 {
		return f.repeats >= widenPass
	}
	return f.pass >= widenPass
}
