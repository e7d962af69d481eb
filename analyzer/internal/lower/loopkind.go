package lower

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// classify says of what kind a loop is, and for a range loop what it goes over.
//
//	RangeLoop    a range over a string, slice, array, map or channel, unless it is over
//	             pauses or replicas: see isFailover
//	RetryLoop    see isRetry; takes precedence over what follows
//	PagesLoop    see isPages
//	IntLoop      see isCounted
//	EndlessLoop  a for without a condition, or a loop of gotos whose header has no exit
//	ForLoop      any other
func classify(l *natural) (kind ir.LoopKind, over ssa.Value) {
	comment := l.header.Comment
	switch over, ok := rangesOver(l); {
	case ok && isFailover(l):
		return ir.RetryLoop, nil
	case ok:
		return ir.RangeLoop, over
	case isRetry(l), isSelective(l):
		return ir.RetryLoop, nil
	case isPages(l):
		return ir.PagesLoop, nil
	case isCounted(l):
		return ir.IntLoop, nil
	case comment == "for.body", !isSyntax(comment) && !l.leavesFrom(l.header):
		return ir.EndlessLoop, nil
	}
	return ir.ForLoop, nil
}

// isSyntax reports whether go/ssa's comment on a header is that of a loop statement.
func isSyntax(comment string) bool {
	return strings.HasPrefix(comment, "for.") || strings.HasPrefix(comment, "range")
}

// leavesFrom reports whether one of b's successors is outside of the loop.
func (l *natural) leavesFrom(b *ssa.BasicBlock) bool {
	for _, s := range b.Succs {
		if !l.contains(s) {
			return true
		}
	}
	return false
}

// rangesOver recognises the headers that go/ssa makes for range statements. The
// value is nil if the loop goes over an array of which no element is used.
func rangesOver(l *natural) (ssa.Value, bool) {
	switch l.header.Comment {
	case "rangeindex.loop":
		return indexed(l), true
	case "rangeiter.loop":
		for _, i := range l.header.Instrs {
			if n, ok := i.(*ssa.Next); ok {
				return n.Iter.(*ssa.Range).X, true
			}
		}
	case "rangechan.loop":
		for _, i := range l.header.Instrs {
			if u, ok := i.(*ssa.UnOp); ok && u.Op == token.ARROW {
				return u.X, true
			}
		}
	}
	return nil, false
}

// indexed is the slice or array that an indexed range goes over. The condition
// compares the index with the length of a slice, or with a constant for an array.
func indexed(l *natural) ssa.Value {
	cond, ok := condition(l.header).(*ssa.BinOp)
	if !ok {
		return nil
	}
	if x := lenOf(cond.Y); x != nil {
		return x
	}
	for i := range l.instrs {
		switch i := i.(type) {
		case *ssa.IndexAddr:
			if i.Index == cond.X {
				return i.X
			}
		case *ssa.Index:
			if i.Index == cond.X {
				return i.X
			}
		}
	}
	return nil
}

// condition is what the If at the end of b tests, or nil.
func condition(b *ssa.BasicBlock) ssa.Value {
	if i, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
		return i.Cond
	}
	return nil
}

// lenOf is x if v is len(x), else nil.
func lenOf(v ssa.Value) ssa.Value {
	if call, ok := v.(*ssa.Call); ok {
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
			return call.Call.Args[0]
		}
	}
	return nil
}

// isCounted reports whether the loop runs a fixed number of times at most: its
// counter is compared with a constant.
func isCounted(l *natural) bool {
	limit := l.limit()
	return limit != nil && isNumber(limit)
}

// limit is what the loop's counter, a variable to which every iteration adds a
// constant, is compared with in a test that every iteration makes and that may
// leave the loop. It is nil if there is none.
func (l *natural) limit() ssa.Value {
	for _, b := range l.header.Parent().Blocks {
		if !l.contains(b) || !l.leavesFrom(b) || !l.always(b) {
			continue
		}
		cond, ok := condition(b).(*ssa.BinOp)
		switch {
		case !ok:
		case l.isCounter(cond.X):
			return cond.Y
		case l.isCounter(cond.Y):
			return cond.X
		}
	}
	return nil
}

// always reports whether every iteration passes through b.
func (l *natural) always(b *ssa.BasicBlock) bool {
	for _, end := range l.latch {
		if !b.Dominates(end) {
			return false
		}
	}
	return true
}

func isNumber(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Int
}

// isCounter reports whether v is a variable that each iteration steps by a
// constant, or its next value.
func (l *natural) isCounter(v ssa.Value) bool {
	phi, ok := v.(*ssa.Phi)
	if !ok {
		step, ok := v.(*ssa.BinOp)
		if !ok {
			return false
		}
		if phi, ok = step.X.(*ssa.Phi); !ok {
			return false
		}
	}
	if phi.Block() != l.header {
		return false
	}
	for i, p := range l.header.Preds {
		if l.contains(p) && !isStep(phi.Edges[i], phi) {
			return false
		}
	}
	return true
}

func isStep(v ssa.Value, of *ssa.Phi) bool {
	step, ok := v.(*ssa.BinOp)
	return ok && (step.Op == token.ADD || step.Op == token.SUB) && step.X == of && isNumber(step.Y)
}

// isRetry reports whether the loop runs until a call in it gives no error: it
// compares such an error with nil, goes on if there is one, and leaves if there is
// none, perhaps after one more test of what the same call gave (its status).
func isRetry(l *natural) bool {
	for _, b := range l.header.Parent().Blocks {
		if !l.contains(b) {
			continue
		}
		err, success, failure := errorTest(b)
		if err == nil || !l.contains(failure) {
			continue
		}
		calls := l.sources(err)
		if len(calls) == 0 {
			continue
		}
		if !l.contains(success) || len(success.Preds) == 1 && l.leavesFrom(success) && l.sharesSource(condition(success), calls) {
			return true
		}
	}
	return false
}

// errorTest is the error that b compares with nil, and where it goes if there is
// none and if there is one.
func errorTest(b *ssa.BasicBlock) (err ssa.Value, success, failure *ssa.BasicBlock) {
	cond, ok := condition(b).(*ssa.BinOp)
	if !ok || !isComparison(cond.Op) || !isNil(cond.Y) || !types.Identical(cond.X.Type(), errorType) {
		return nil, nil, nil
	}
	if cond.Op == token.EQL {
		return cond.X, b.Succs[0], b.Succs[1]
	}
	return cond.X, b.Succs[1], b.Succs[0]
}

// sharesSource reports whether v comes from one of the calls.
func (l *natural) sharesSource(v ssa.Value, calls map[*ssa.Call]bool) bool {
	if v == nil {
		return false
	}
	for c := range l.sources(v) {
		if calls[c] {
			return true
		}
	}
	return false
}

// isPages reports whether the loop fetches until nothing more comes: a test that
// may leave it is of a string, slice, pointer or bool that comes from a call in the
// loop, and an argument of that call changes from one iteration to the next: a
// token out of the last answer, a request that is updated, or a page number; but
// not the counter of a loop that has a limit, which goes through data.
func isPages(l *natural) bool {
	for _, b := range l.header.Parent().Blocks {
		if !l.contains(b) || !l.leavesFrom(b) {
			continue
		}
		v := emptiness(condition(b))
		if v == nil || l.isWorklist(v) {
			continue
		}
		for c := range l.sources(v) {
			if l.changes(c) {
				return true
			}
		}
	}
	return false
}

// emptiness is what a condition tests for being there or empty, or nil: v in v, !v,
// v == "", v != nil, len(v) < n. A bool that a call gives alone, such as it.Next(),
// says nothing of what that call fetched; what it is called on does, if that is an
// answer (a pointer or an interface, unlike a time.Time).
func emptiness(cond ssa.Value) ssa.Value {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return emptiness(c.X)
		}
		return c
	case *ssa.BinOp:
		for _, v := range []ssa.Value{c.X, c.Y} {
			if x := lenOf(v); x != nil {
				return x
			}
		}
		if isComparison(c.Op) && isEmpty(c.Y) && !types.Identical(c.X.Type(), errorType) {
			return c.X
		}
		return nil
	case *ssa.Call:
		return calledOn(c)
	}
	return cond
}

// calledOn is the receiver or first argument of a call, if it is a pointer or an interface.
func calledOn(c *ssa.Call) ssa.Value {
	if c.Call.IsInvoke() {
		return c.Call.Value
	}
	if args := c.Call.Args; len(args) > 0 && classOf(args[0].Type()) == ir.Pointer {
		return args[0]
	}
	return nil
}

// isEmpty reports whether v is "" or nil.
func isEmpty(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok {
		return false
	}
	return c.IsNil() || c.Value != nil && c.Value.Kind() == constant.String && constant.StringVal(c.Value) == ""
}
