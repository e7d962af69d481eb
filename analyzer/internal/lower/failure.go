package lower

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// afterFailure reports whether control gets to b only if a call in the function has
// failed. A function that calls itself there tries again.
func afterFailure(b *ssa.BasicBlock) bool {
	for d := b.Idom(); d != nil; d = d.Idom() {
		failure := failureOf(d)
		if failure != nil && len(failure.Preds) == 1 && failure.Dominates(b) {
			return true
		}
	}
	return false
}

// failureOf is where b goes if what it tests says that a call has failed: an error that
// is there, one that a function tells from others, the status of an answer.
func failureOf(b *ssa.BasicBlock) *ssa.BasicBlock {
	if len(b.Instrs) == 0 || len(b.Succs) != 2 {
		return nil
	}
	if err, _, failure := errorTest(b); err != nil {
		return unlessGiven(err, failure)
	}
	if asked, yes := predicate(b); asked != nil {
		return unlessGiven(errorArgument(asked), yes)
	}
	cond, ok := condition(b).(*ssa.BinOp)
	if !ok || !isNumber(cond.Y) {
		return nil
	}
	if call, ok := cond.X.(*ssa.Call); ok && cond.Op == token.EQL {
		return unlessGiven(errorArgument(call), b.Succs[0])
	}
	if isStatus(cond.X) {
		return badStatus(b, cond)
	}
	return nil
}

// unlessGiven is the block, or nil if the error is none that the function got from a call.
func unlessGiven(err ssa.Value, b *ssa.BasicBlock) *ssa.BasicBlock {
	switch err.(type) {
	case nil, *ssa.Parameter, *ssa.FreeVar, *ssa.Const:
		return nil
	}
	return b
}

// isStatus reports whether v is the status code of an HTTP response.
func isStatus(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	field, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	named, ok := deref(field.X.Type()).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != "net/http" || named.Obj().Name() != "Response" {
		return false
	}
	return named.Underlying().(*types.Struct).Field(field.Field).Name() == "StatusCode"
}

// The status codes from which on an answer is no success, and is a failure.
const (
	redirection = 300
	clientError = 400
)

// badStatus is where b goes if the status that it compares with a constant is that of
// a failure. A redirection is none: who follows it makes other calls.
func badStatus(b *ssa.BasicBlock, cond *ssa.BinOp) *ssa.BasicBlock {
	code, _ := constant.Int64Val(cond.Y.(*ssa.Const).Value)
	yes, no := b.Succs[0], b.Succs[1]
	if cond.Op == token.NEQ {
		yes, no = no, yes
	}
	switch cond.Op {
	case token.EQL, token.NEQ:
		switch {
		case code >= clientError:
			return yes
		case code < redirection:
			return no
		}
	case token.GEQ, token.GTR:
		return yes
	case token.LSS, token.LEQ:
		return no
	}
	return nil
}
