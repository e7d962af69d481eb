package interp

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// maxTurns bounds the elements over which a loop is unrolled, and maxNested how many
// unrolled loops lie within one another.
const (
	maxUnrolls    = 24 // visits
	maxGrown      = 32 // elements beside those of the first visits: a loop that makes its own never comes to an end
	settledVisits = 3  // after which most programs have filled their tables
	maxTurns      = 1024
	maxInner      = 32 // of a loop within an unrolled one
	maxNested     = 2
)

// A turn is one turn of a loop over a slice, array or map whose elements are known: a
// table of routes, a list of middleware. Evaluated turn by turn, what belongs
// together in an element stays together.
type turn struct {
	loop   int32
	number int
	over   value // the place that holds the elements
	step   string
	mirror string // the step of the element that is as far from the other end
	done   bool   // the last look at the loop's header, after all turns
}

// address returns the address of an element of what the turn's loop goes over.
func (t *turn) address(v *values, step string) value {
	return value{kind: refValue, n: t.over.n, path: v.below(t.over.path, step)}
}

// indexed returns the turn that gives the instruction its index, and the element's step.
func (f *frame) indexed(in *ir.Instr) (t *turn, step string) {
	if in.Int < 0 {
		if t = f.turnAt(-in.Int - 1); t != nil {
			return t, t.mirror
		}
		return nil, ""
	}
	if t = f.turnAt(in.Int - 1); t != nil {
		return t, t.step
	}
	return nil, ""
}

// blocks evaluates the blocks of a loop, or of the whole function for -1, in reverse
// postorder.
func (f *frame) blocks(order []int32, loop int32) {
	for i := 0; i < len(order); i++ {
		inner := f.fn.loopWithin(order[i], loop)
		if inner == loop {
			f.block(order[i])
			continue
		}
		var own, rest []int32
		for _, b := range order[i:] {
			if f.fn.inLoop(b, inner) {
				own = append(own, b)
			} else {
				rest = append(rest, b)
			}
		}
		f.loop(own, inner)
		f.blocks(rest, loop)
		return
	}
}

// loopWithin returns the outermost loop inside of loop that a block lies in, or loop
// itself.
func (f *function) loopWithin(b, loop int32) int32 {
	inner := f.Blocks[b].Loop
	for l := inner; l != loop; l = f.Loops[l].Parent {
		if l < 0 {
			return loop
		}
		inner = l
	}
	if inner < 0 {
		return loop
	}
	return inner
}

// inLoop reports whether a block lies in a loop, at any depth.
func (f *function) inLoop(b, loop int32) bool {
	for l := f.Blocks[b].Loop; l >= 0; l = f.Loops[l].Parent {
		if l == loop {
			return true
		}
	}
	return false
}

// loop evaluates a loop: turn by turn if its elements are known, else once for all.
func (f *frame) loop(order []int32, loop int32) {
	turns := f.turnsOf(loop)
	if f.c.visits <= settledVisits {
		f.c.turns[loop] = max(f.c.turns[loop], len(turns))
	} else if len(turns) > f.c.turns[loop]+maxGrown {
		turns = nil
	}
	f.boundLoop(loop, turns)
	if len(turns) < 2 || !f.reached[order[0]] {
		f.whole(order, loop)
		return
	}
	joined := make(map[int32]setID)
	escaping := f.fn.escaping(order[1:])
	f.turns = append(f.turns, turn{})
	last := len(f.turns) - 1
	for _, t := range turns {
		f.turns[last] = t
		if !f.turn(order, loop) {
			break
		}
		f.collect(escaping, joined)
	}
	f.turns[last] = turn{loop: loop, number: len(turns), done: true}
	if f.continues(order[0], loop) {
		f.block(order[0])
	}
	f.turns = f.turns[:last]
	f.revisit(order)
	for dst, s := range joined {
		f.regs[dst] = s
	}
}

// whole evaluates a loop once for all its turns. The next pass over the function comes
// back to it, but not within a turn of another loop.
func (f *frame) whole(order []int32, loop int32) {
	if len(f.turns) > 0 {
		f.repeat(order, loop)
		return
	}
	f.blocks(order, loop)
}

// collect joins what one turn gave to registers that are used after the loop.
func (f *frame) collect(regs []int32, joined map[int32]setID) {
	for _, r := range regs {
		joined[r] = f.join(joined[r], f.regs[r])
	}
}

// escaping returns the registers that some blocks define and others use.
func (f *function) escaping(order []int32) []int32 {
	inside := make(map[int32]bool)
	for _, b := range order {
		inside[b] = true
	}
	used := make(map[ir.Operand]bool)
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			for _, a := range f.Blocks[b].Instrs[i].Args {
				used[a] = used[a] || !inside[int32(b)]
			}
		}
	}
	var out []int32
	for _, b := range order {
		for i := range f.Blocks[b].Instrs {
			if dst := f.Blocks[b].Instrs[i].Dst; dst >= 0 && used[ir.Operand(dst)] {
				out = append(out, dst)
			}
		}
	}
	return out
}

// turnsOf returns the turns of a loop over known elements.
func (f *frame) turnsOf(loop int32) []turn {
	l := &f.fn.Loops[loop]
	if l.Over < 0 || len(f.turns) >= maxNested || f.c.visits > maxUnrolls {
		return nil
	}
	var turns []turn
	for _, x := range f.members(f.value(l.Over)) {
		switch x.kind {
		case nilValue:
			continue
		case refValue, structValue:
		default:
			return nil
		}
		for _, step := range f.orderedElements(f.object(x.n), x.path) {
			if step == anyElement {
				return nil
			}
			if len(turns) == f.maxTurns() {
				f.widened("the elements of a loop over too many")
				return nil
			}
			turns = append(turns, turn{loop: loop, number: len(turns), over: x, step: step})
		}
	}
	for i := range turns {
		turns[i].mirror = turns[len(turns)-1-i].step
	}
	return turns
}

func (f *frame) maxTurns() int {
	if len(f.turns) > 0 {
		return maxInner
	}
	return maxTurns
}

// turnAt returns the turn that a loop is in, nil if it is not unrolled.
func (f *frame) turnAt(loop int32) *turn {
	for i := range f.turns {
		if t := &f.turns[i]; t.loop == loop && !t.done {
			return t
		}
	}
	return nil
}

// stepIndex returns the index that an element's step names.
func stepIndex(step string) (int64, bool) {
	n, err := strconv.ParseInt(strings.Trim(step, "[]"), 10, 64)
	return n, err == nil
}

// turnOf returns the turn of the loop that an iterator belongs to: its own loop is
// the innermost that ranges over the same.
func (f *frame) turnOf(next *ir.Instr) *turn {
	def := f.fn.definition(next.Args[0])
	if def == nil || def.Op != ir.Range {
		return nil
	}
	for i := len(f.turns) - 1; i >= 0; i-- {
		if t := &f.turns[i]; f.fn.Loops[t.loop].Over == def.Args[0] {
			return t
		}
	}
	return nil
}

// comesFrom reports whether control comes from the block p to the block b: in an
// unrolled loop, from outside at the first turn and from within at the others.
func (f *frame) comesFrom(p, b int32) bool {
	for _, t := range f.turns {
		if f.fn.inLoop(b, t.loop) && f.fn.isHeader(b, t.loop) {
			return f.fn.inLoop(p, t.loop) == (t.number > 0)
		}
	}
	return true
}

// isHeader reports whether control enters the loop at the block.
func (f *function) isHeader(b, loop int32) bool {
	for _, p := range f.Blocks[b].Preds {
		if !f.inLoop(p, loop) {
			return true
		}
	}
	return false
}

// orderedElements returns the elements below a place by index; those without a known
// one come last.
func (f *frame) orderedElements(o *object, p pathID) []string {
	found := make(map[string]bool)
	steps := f.elementsOf(o, p, f.c.id)
	for _, e := range steps {
		found[e] = true
	}
	var out []string
	for i := 0; found["["+itoa(int64(i))+"]"]; i++ {
		e := "[" + itoa(int64(i)) + "]"
		out = append(out, e)
		delete(found, e)
	}
	rest := len(out)
	for _, e := range steps {
		if found[e] {
			out = append(out, e)
		}
	}
	f.inOrder(out[rest:], o, p)
	return out
}

// inOrder sorts elements by when they were first written: so they were appended.
func (f *frame) inOrder(steps []string, o *object, p pathID) {
	pl := f.placeAt(o, p)
	if pl == nil {
		return
	}
	written := func(step string) int { return slices.Index(pl.order, step) }
	slices.SortStableFunc(steps, func(a, b string) int { return cmp.Compare(written(a), written(b)) })
}
