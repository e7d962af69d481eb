package lower

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// isFailover reports whether a range loop is left as soon as a call in it gives no
// error. Whatever it goes over, then, the pauses between attempts or the replicas of a
// service, one call of it succeeds. One that goes on to look at what it got searches
// through data, and makes a call for each.
func isFailover(l *natural) bool {
	for _, b := range l.header.Parent().Blocks {
		if !l.contains(b) {
			continue
		}
		err, success, failure := errorTest(b)
		if err != nil && l.contains(failure) && !l.contains(success) && len(l.sources(err)) > 0 {
			return true
		}
	}
	return false
}

// isSelective reports whether the loop goes on only for some errors: it asks a
// function about the error of a call in it (errors.Is, a predicate of the program's
// own), goes on if that says yes, and leaves if it says no.
func isSelective(l *natural) bool {
	for _, b := range l.header.Parent().Blocks {
		if !l.contains(b) || !l.leavesFrom(b) {
			continue
		}
		asked, yes := predicate(b)
		if asked == nil || !l.contains(yes) {
			continue
		}
		if err := errorArgument(asked); err != nil && len(l.sources(err)) > 0 {
			return true
		}
	}
	return false
}

// predicate is the call whose bool result b branches on, and where it goes if that is
// true.
func predicate(b *ssa.BasicBlock) (call *ssa.Call, yes *ssa.BasicBlock) {
	switch cond := condition(b).(type) {
	case *ssa.Call:
		return cond, b.Succs[0]
	case *ssa.UnOp:
		if c, ok := cond.X.(*ssa.Call); ok && cond.Op == token.NOT {
			return c, b.Succs[1]
		}
	}
	return nil, nil
}

// errorArgument is the first argument of a call if it is an error, else nil.
func errorArgument(call *ssa.Call) ssa.Value {
	if args := call.Call.Args; len(args) > 0 && types.Identical(args[0].Type(), errorType) {
		return args[0]
	}
	return nil
}
