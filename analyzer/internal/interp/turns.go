package interp

import (
	"maps"
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// An arc is a way that control can take from one block to another.
type arc = [2]int32

// An unrolling is the evaluation of a loop turn by turn, each on its own: what an earlier
// turn computed, and where control went in it, counts in the header alone. So the element
// that a test picks is the one that its branch goes on with.
type unrolling struct {
	*frame
	loop   int32
	header int32
	rest   []int32 // blocks of the loop and its tail
	inside map[int32]bool
	went   map[arc]bool    // what any turn took
	leaves []int32         // registers that are used outside
	joined map[int32]setID // what the turns that left from within gave to them
}

// unroll evaluates the blocks of a loop and its tail, the header first.
func (f *frame) unroll(blocks []int32, loop int32, turns []turn) {
	u := &unrolling{
		frame: f, loop: loop, header: blocks[0], rest: blocks[1:], inside: make(map[int32]bool),
		went: make(map[arc]bool), leaves: f.fn.escaping(blocks[1:]), joined: make(map[int32]setID),
	}
	for _, b := range blocks {
		u.inside[b] = true
	}
	f.turns = append(f.turns, turn{})
	last := len(f.turns) - 1
	for _, t := range turns {
		if t.number > 0 && !u.continues() {
			break
		}
		f.turns[last] = t
		u.turn()
	}
	f.turns[last] = turn{loop: loop, number: len(turns), done: true}
	if u.continues() {
		f.block(u.header)
	}
	f.turns = f.turns[:last]
	u.reopen()
}

// turn evaluates one turn.
func (u *unrolling) turn() {
	for a := range u.arcs {
		if a[1] != u.header {
			delete(u.taken, a)
		}
	}
	for _, b := range u.rest {
		u.reached[b] = false
	}
	u.block(u.header)
	for _, p := range u.fn.Blocks[u.header].Preds {
		if u.fn.inLoop(p, u.loop) {
			delete(u.taken, arc{p, u.header})
		}
	}
	for _, b := range u.rest {
		for i := range u.fn.Blocks[b].Instrs {
			u.define(u.fn.Blocks[b].Instrs[i].Dst, bottom)
		}
	}
	u.blocks(u.rest, u.loop)
	u.keep()
}

// keep keeps where control went in a turn and, if it left the loop from within, what it
// gave to those outside.
func (u *unrolling) keep() {
	left := false
	for a := range u.arcs {
		if u.taken[a] {
			u.went[a] = true
			left = left || !u.inside[a[1]] && a[0] != u.header
		}
	}
	if !left {
		return
	}
	for _, r := range u.leaves {
		u.joined[r] = u.join(u.joined[r], u.regs[r])
	}
}

// arcs calls yield for the ways that control can take from the blocks.
func (u *unrolling) arcs(yield func(arc) bool) {
	for b := range u.inside {
		for _, s := range u.fn.Blocks[b].Succs {
			if !yield(arc{b, s}) {
				return
			}
		}
	}
}

// continues reports whether the last turn led to another one.
func (u *unrolling) continues() bool {
	return slices.ContainsFunc(u.fn.Blocks[u.header].Preds, func(p int32) bool {
		return u.fn.inLoop(p, u.loop) && u.taken[arc{p, u.header}]
	})
}

// reopen opens the ways of all turns, for what comes after.
func (u *unrolling) reopen() {
	for a := range u.went {
		u.taken[a] = true
		u.reached[a[1]] = true
	}
	for dst, s := range u.joined {
		u.regs[dst] = s
	}
}

// tail returns the blocks behind a loop that only a turn of it leads to, in order: what
// is done with an element that was searched for. One that has loops itself is left out.
func (f *function) tail(loop int32) []int32 {
	var tail []int32
	idom := dominators(f.Blocks, f.order)
	within := make(map[int32]bool)
	for _, b := range f.order {
		switch {
		case f.inLoop(b, loop):
			within[b] = !f.isHeader(b, loop)
		case within[idom[b]]:
			within[b] = true
			if f.Blocks[b].Loop != f.Loops[loop].Parent && f.Blocks[b].Loop >= 0 {
				return nil
			}
			tail = append(tail, b)
		}
	}
	return tail
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
		if !f.goesRound(order[0]) {
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

// goesRound reports whether the registers that a loop's header takes over have changed.
func (f *frame) goesRound(header int32) bool {
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
	edges, effects, waits, signals, sends, puts, drains, blind int
	bounded                                                    map[int32]bounded
	buffers                                                    map[value]setID
}

func (f *frame) mark() mark {
	c := f.c
	return mark{
		edges: len(c.edges), effects: len(c.effects), waits: len(c.waits), signals: len(c.signals),
		sends: len(c.sends), puts: len(c.puts), drains: len(c.drains), blind: len(c.blind), bounded: maps.Clone(c.bounded), buffers: maps.Clone(f.buffers),
	}
}

// rewind forgets what the visit did since a mark.
func (f *frame) rewind(m mark) {
	c := f.c
	c.edges, c.effects, c.waits, c.signals = c.edges[:m.edges], c.effects[:m.effects], c.waits[:m.waits], c.signals[:m.signals]
	c.sends, c.puts, c.drains = c.sends[:m.sends], c.puts[:m.puts], c.drains[:m.drains]
	c.blind, c.bounded = c.blind[:m.blind], m.bounded
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
