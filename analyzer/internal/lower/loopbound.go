package lower

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// bound is what a loop that is no range loop has at most as many turns as elements of:
// every turn compares with its length, and may leave the loop; or the loop counts down
// from that length. It is nil if there is nothing of the kind.
func bound(l *natural) ssa.Value {
	for _, b := range l.header.Parent().Blocks {
		if !l.contains(b) || !l.leavesFrom(b) || !l.always(b) {
			continue
		}
		cond, ok := condition(b).(*ssa.BinOp)
		if !ok {
			continue
		}
		for _, x := range [][2]ssa.Value{{cond.X, cond.Y}, {cond.Y, cond.X}} {
			if over := l.lengthOf(x[0]); over != nil && !isNumber(x[1]) {
				return over
			}
			if l.isCounter(x[0]) && isNumber(x[1]) {
				if over := l.lengthBefore(x[0]); over != nil {
					return over
				}
			}
		}
	}
	return nil
}

// lengthOf is x if v is len(x), perhaps less a number.
func (l *natural) lengthOf(v ssa.Value) ssa.Value {
	if diff, ok := v.(*ssa.BinOp); ok && diff.Op == token.SUB && isNumber(diff.Y) {
		v = diff.X
	}
	return lenOf(v)
}

// lengthBefore is x if a counter starts at len(x).
func (l *natural) lengthBefore(counter ssa.Value) ssa.Value {
	if step, ok := counter.(*ssa.BinOp); ok {
		counter = step.X
	}
	phi, ok := counter.(*ssa.Phi)
	if !ok {
		return nil
	}
	for i, p := range l.header.Preds {
		if !l.contains(p) {
			return l.lengthOf(phi.Edges[i])
		}
	}
	return nil
}

// isWorklist reports whether the loop takes v's elements off it one by one: what comes
// to be in it is data to go through, not a page.
func (l *natural) isWorklist(v ssa.Value) bool {
	if _, ok := v.(*ssa.Phi); !ok {
		return false
	}
	for i := range l.instrs {
		if s, ok := i.(*ssa.Slice); ok && s.X == v && (s.Low != nil || s.High != nil) {
			return true
		}
	}
	return false
}
