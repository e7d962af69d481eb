package interp

import "slices"

// An arc is a way that control can take from one block to another.
type arc = [2]int32

// ways keeps the turns of an unrolled loop apart by the ways that control takes in each:
// the element that a test picks is the one that its branch goes on with.
type ways struct {
	*frame
	blocks []int32 // of the loop and its tail, the header first
	inside map[int32]bool
	loop   int32
	all    map[arc]bool // what any turn took
}

func (f *frame) waysThrough(blocks []int32, loop int32) *ways {
	w := &ways{frame: f, blocks: blocks, inside: make(map[int32]bool), loop: loop, all: make(map[arc]bool)}
	for _, b := range blocks {
		w.inside[b] = true
	}
	return w
}

// turnKey names the turn that the evaluation is in, with those of the loops around it.
func (w *ways) turnKey() string {
	key := itoa(int64(w.loop))
	for _, t := range w.turns {
		key += "#" + itoa(int64(t.number))
	}
	return key
}

// begin opens the ways that the last pass took in this turn, and no others. Those back
// to the header belong to the turn before.
func (w *ways) begin() {
	was := w.turnWays[w.turnKey()]
	for _, b := range w.blocks {
		for _, s := range w.fn.Blocks[b].Succs {
			if s != w.blocks[0] && !was[arc{b, s}] {
				delete(w.taken, arc{b, s})
			}
		}
	}
	for a := range was {
		w.taken[a] = true
	}
	for _, b := range w.blocks[1:] {
		w.reached[b] = slices.ContainsFunc(w.fn.Blocks[b].Preds, func(p int32) bool { return w.taken[arc{p, b}] })
	}
}

// end keeps the ways of a turn, and reports whether it left the loop from within.
func (w *ways) end() bool {
	now := make(map[arc]bool)
	left := false
	for _, b := range w.blocks {
		for _, s := range w.fn.Blocks[b].Succs {
			if !w.taken[arc{b, s}] {
				continue
			}
			now[arc{b, s}], w.all[arc{b, s}] = true, true
			left = left || !w.inside[s] && b != w.blocks[0]
		}
	}
	w.turnWays[w.turnKey()] = now
	return left
}

// join opens the ways of all turns, for what comes after.
func (w *ways) join() {
	for a := range w.all {
		w.taken[a] = true
		w.reached[a[1]] = true
	}
}

// parted splits blocks into those of a loop and the others.
func (f *function) parted(order []int32, loop int32) (own, rest []int32) {
	for _, b := range order {
		if f.inLoop(b, loop) {
			own = append(own, b)
		} else {
			rest = append(rest, b)
		}
	}
	return own, rest
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
