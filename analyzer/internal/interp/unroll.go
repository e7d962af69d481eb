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
	mirror *turn // that of the element which is as far from the other end
	done   bool  // the last look at the loop's header, after all turns
}

// address returns the address of the turn's element.
func (t *turn) address(v *values) value {
	return value{kind: refValue, n: t.over.n, path: v.below(t.over.path, t.step)}
}

// indexed returns the turn whose element an instruction takes by index, or nil.
func (f *frame) indexed(in *ir.Instr) *turn {
	t := f.turnAt(max(in.Int, -in.Int) - 1)
	if t != nil && in.Int < 0 {
		return t.mirror
	}
	return t
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
		own, rest := f.fn.parted(order[i:], inner)
		tail := f.loop(own, inner)
		f.blocks(slices.DeleteFunc(rest, func(b int32) bool { return slices.Contains(tail, b) }), loop)
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

// inLoop reports whether a block lies in a loop, at any depth.
func (f *function) inLoop(b, loop int32) bool {
	for l := f.Blocks[b].Loop; l >= 0; l = f.Loops[l].Parent {
		if l == loop {
			return true
		}
	}
	return false
}

// loop evaluates a loop: turn by turn if its elements are known, else once for all. It
// returns the blocks behind the loop that have been evaluated with it.
func (f *frame) loop(order []int32, loop int32) (tail []int32) {
	if !f.reached[order[0]] {
		return nil
	}
	turns := f.turnsOf(loop)
	if f.growsOn(loop, len(turns)) {
		turns = nil
	}
	if len(turns) < 2 {
		f.whole(order, loop)
		f.keepBound(loop)
		return nil
	}
	f.keepBound(loop)
	tail = f.fn.tail(loop)
	f.unroll(append(slices.Clip(order), tail...), loop, turns)
	return tail
}

// growsOn reports whether a loop gets more and more turns: by what other functions do
// after their first visits, or by what it does itself within one.
func (f *frame) growsOn(loop int32, turns int) bool {
	if max(f.pass, f.repeats) >= widenPass && turns > f.turned[loop] {
		return true
	}
	f.turned[loop] = max(f.turned[loop], turns)
	if f.c.visits > settledVisits {
		return turns > f.c.turns[loop]+maxGrown
	}
	f.c.turns[loop] = max(f.c.turns[loop], turns)
	return false
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
	if l.Over < 0 || l.Kind != ir.RangeLoop && !l.Walk || len(f.turns) >= maxNested || f.c.visits > maxUnrolls {
		return nil
	}
	var turns []turn
	for _, x := range f.members(f.value(l.Over)) {
		switch x.kind {
		case nilValue:
			continue
		case configValue:
			if !f.fn.goesOverMap(loop) {
				return nil
			}
			turns = append(turns, f.sectionTurns(loop, x, len(turns))...)
			continue
		case refValue, structValue:
		default:
			return nil
		}
		for _, step := range f.orderedElements(f.object(x.n), x.path) {
			if step == anyElement || f.makes(loop, step) {
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
		turns[i].mirror = &turns[len(turns)-1-i]
	}
	return turns
}

// makes reports whether an element is one that the loop itself appended: each turn
// would make another.
func (f *frame) makes(loop int32, step string) bool {
	src := appendedFrom(step)
	if src < 0 {
		return false
	}
	s := f.objects[src].site
	return s.fn == f.fn && s.ctx == f.c.id && f.fn.encloses(loop, f.fn.loop(s.instr))
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
