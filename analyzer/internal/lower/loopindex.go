package lower

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A walk is how a loop goes through the elements of a slice or array by index.
type walk struct {
	over  ssa.Value
	index ssa.Value // what changes from one element to the next
	shift int64     // how much that is more than the index of the element
	down  bool      // from the last element to the first
}

// walkOf recognises a range over indexes, and
//
//	for i := 0; i < len(s); i++         { … s[i]   … }
//	for i := len(s) - 1; i >= 0; i--    { … s[i]   … }
//	for i := len(s); i > 0; i--         { … s[i-1] … }
//
// Programs go through their middleware like that.
func walkOf(l *natural) *walk {
	cond, ok := condition(l.header).(*ssa.BinOp)
	if !ok {
		return nil
	}
	if l.header.Comment == "rangeindex.loop" {
		return &walk{over: lenOf(cond.Y), index: cond.X}
	}
	first, step := l.counter(cond.X)
	switch {
	case step == token.ADD && cond.Op == token.LSS && isInt(first, 0):
		return &walk{over: lenOf(cond.Y), index: cond.X}
	case step == token.SUB && cond.Op == token.GEQ && isInt(cond.Y, 0):
		return &walk{over: lenOf(lessOne(first)), index: cond.X, down: true}
	case step == token.SUB && cond.Op == token.GTR && isInt(cond.Y, 0):
		return &walk{over: lenOf(first), index: cond.X, shift: 1, down: true}
	}
	return nil
}

// counter returns the first value of a variable that each iteration changes by one, and
// how it does that.
func (l *natural) counter(v ssa.Value) (first ssa.Value, step token.Token) {
	phi, ok := v.(*ssa.Phi)
	if !ok || phi.Block() != l.header {
		return nil, token.ILLEGAL
	}
	for i, p := range l.header.Preds {
		if !l.contains(p) {
			first = phi.Edges[i]
			continue
		}
		next, ok := phi.Edges[i].(*ssa.BinOp)
		if !ok || next.X != phi || !isInt(next.Y, 1) || step != token.ILLEGAL && step != next.Op {
			return nil, token.ILLEGAL
		}
		step = next.Op
	}
	return first, step
}

// lessOne is x if v is x - 1, else nil.
func lessOne(v ssa.Value) ssa.Value {
	if b, ok := v.(*ssa.BinOp); ok && b.Op == token.SUB && isInt(b.Y, 1) {
		return b.X
	}
	return nil
}

func isInt(v ssa.Value, n int64) bool {
	return v != nil && isNumber(v) && constant.Compare(v.(*ssa.Const).Value, token.EQL, constant.MakeInt64(n))
}

// at reports whether an element of the walk's slice is the one at which the walk is, or
// the one as far from the other end.
func (w *walk) at(slice, index ssa.Value) (here, mirrored bool) {
	if !isSame(slice, w.over) {
		return false, false
	}
	if w.shift == 1 {
		index = lessOne(index)
	}
	if index == w.index {
		return !w.down, w.down
	}
	mirror := w.isMirror(index)
	return mirror && w.down, mirror && !w.down
}

// isMirror reports whether v is len(s) - 1 - i or len(s) - i - 1.
func (w *walk) isMirror(v ssa.Value) bool {
	last := func(v ssa.Value) bool { return isSame(lenOf(lessOne(v)), w.over) }
	if b, ok := v.(*ssa.BinOp); ok && b.Op == token.SUB && b.Y == w.index && last(b.X) {
		return true
	}
	b, ok := lessOne(v).(*ssa.BinOp)
	return ok && b.Op == token.SUB && b.Y == w.index && isSame(lenOf(b.X), w.over)
}

// isSame reports whether two values are the same, or read from the same variable.
func isSame(a, b ssa.Value) bool {
	if a == nil || b == nil || a == b {
		return a != nil && a == b
	}
	switch a := a.(type) {
	case *ssa.UnOp:
		b, ok := b.(*ssa.UnOp)
		return ok && a.Op == token.MUL && b.Op == token.MUL && isSame(a.X, b.X)
	case *ssa.FieldAddr:
		b, ok := b.(*ssa.FieldAddr)
		return ok && a.Field == b.Field && isSame(a.X, b.X)
	case *ssa.Field:
		b, ok := b.(*ssa.Field)
		return ok && a.Field == b.Field && isSame(a.X, b.X)
	}
	return false
}

// indexAddr lowers the address of an element: see [ir.IndexAddr].
func (f *function) indexAddr(i *ssa.IndexAddr) ir.Instr {
	for n, l := range f.naturals {
		w := f.walks[n]
		if w == nil || w.over == nil || !l.contains(i.Block()) {
			continue
		}
		loop := int32(n) + 1
		if isRangeBody(f.fn) {
			loop++
		}
		switch here, mirrored := w.at(i.X, i.Index); {
		case here:
			return ir.Instr{Op: ir.IndexAddr, Args: f.operands(w.over, i.Index), Int: loop}
		case mirrored:
			return ir.Instr{Op: ir.IndexAddr, Args: f.operands(w.over, i.Index), Int: -loop}
		}
	}
	return ir.Instr{Op: ir.IndexAddr, Args: f.operands(i.X, i.Index), Int: f.indexOf(i.Index)}
}
