package lower

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// keeps reports whether the value v of an instruction is represented by a register:
// its class matters and it is made from what is kept. The rest is unknown to the
// interpreter, which need not be told how it came about.
func (f *function) keeps(v ssa.Value) bool {
	if kept, ok := f.kept[v]; ok {
		return kept
	}
	if classOfValue(v) == ir.Other || sameAs(v) != nil {
		f.kept[v] = false
		return false
	}
	f.kept[v] = true // while phis go around
	f.kept[v] = f.keepsValue(v)
	return f.kept[v]
}

func (f *function) keepsValue(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface, *ssa.MakeClosure, *ssa.MakeMap, *ssa.MakeChan, *ssa.Select:
		return true
	case *ssa.Alloc:
		return holds(deref(v.Type()))
	case *ssa.MakeSlice:
		return classOf(v.Type()) == ir.Slice
	case *ssa.Phi:
		return f.keepsPhi(v)
	case *ssa.Call:
		return keepsCall(v)
	case *ssa.BinOp:
		return f.keepsBinary(v)
	case *ssa.UnOp:
		return f.keepsUnary(v)
	case *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Convert, *ssa.MultiConvert, *ssa.SliceToArrayPointer:
		x := *v.(ssa.Instruction).Operands(nil)[0]
		return classOf(x.Type()) == classOf(v.Type()) && f.known(x)
	case *ssa.Slice:
		return f.known(v.X) && (classOf(v.Type()) == ir.Slice || classOf(v.X.Type()) == ir.String)
	case *ssa.FieldAddr:
		return f.known(v.X) && holds(deref(v.Type()))
	case *ssa.IndexAddr:
		// Elements that are numbers are those of tables; few stand for a path or the like.
		elem := deref(v.Type())
		return f.known(v.X) && holds(elem) && (classOf(elem) != ir.Int || isShortList(v.X))
	default:
		return f.keepsPart(v)
	}
}

// shortList is how many ints a list written in the source may have.
const shortList = 48

// isShortList reports whether v is the array of such a list.
func isShortList(v ssa.Value) bool {
	if _, ok := v.(*ssa.Alloc); !ok {
		return false
	}
	array, ok := deref(v.Type()).Underlying().(*types.Array)
	return ok && array.Len() <= shortList && types.Identical(array.Elem(), types.Typ[types.Int])
}

// keepsPart is about the values that are parts of one operand.
func (f *function) keepsPart(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Field:
		return f.known(v.X)
	case *ssa.Index:
		return f.known(v.X) && (classOf(v.X.Type()) == ir.String || classOf(v.Type()) != ir.Int)
	case *ssa.Lookup:
		return f.known(v.X)
	case *ssa.Range:
		return f.known(v.X)
	case *ssa.Next:
		return f.known(v.Iter)
	case *ssa.TypeAssert:
		return f.known(v.X)
	case *ssa.Extract:
		return f.known(v.Tuple)
	}
	panic("unknown value " + v.String())
}

// known reports whether the operand v is more than an unknown constant.
func (f *function) known(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.FreeVar:
		return classOf(v.Type()) != ir.Other
	case ssa.Instruction:
		if same := sameAs(v.(ssa.Value)); same != nil {
			return f.known(same)
		}
		return f.keeps(v.(ssa.Value)) || f.constOf(v.(ssa.Value)).Kind != ir.UnknownConst
	}
	return f.constOf(v).Kind != ir.UnknownConst
}

// keepsPhi drops numbers that are computed on one of the ways to v: counters.
func (f *function) keepsPhi(v *ssa.Phi) bool {
	if classOf(v.Type()) != ir.Int {
		return true
	}
	for _, e := range v.Edges {
		if !f.known(e) {
			return false
		}
	}
	return true
}

func keepsCall(v *ssa.Call) bool {
	b, ok := v.Call.Value.(*ssa.Builtin)
	if !ok {
		return true
	}
	switch b.Name() {
	case "append", "len", "cap", "min", "max", "copy", "recover":
		return true
	}
	return false // those of package unsafe, and of go/ssa itself
}

func (f *function) keepsBinary(v *ssa.BinOp) bool {
	switch {
	case v.Op == token.ADD:
		return classOf(v.Type()) == ir.String
	case !isComparison(v.Op):
		return false
	}
	switch classOf(v.X.Type()) {
	case ir.Bool, ir.Int, ir.String:
		return f.known(v.X) && f.known(v.Y)
	}
	return f.known(v.X) && isNil(v.Y) || f.known(v.Y) && isNil(v.X)
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

func (f *function) keepsUnary(v *ssa.UnOp) bool {
	switch v.Op {
	case token.MUL, token.NOT:
		return f.known(v.X)
	case token.ARROW:
		return true
	}
	return false
}

// sameAs is the value that v is another name for, if any: go/ssa's check that the
// receiver of a promoted method is not nil.
func sameAs(v ssa.Value) ssa.Value {
	if call, ok := v.(*ssa.Call); ok {
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "ssa:wrapnilchk" {
			return call.Call.Args[0]
		}
	}
	return nil
}
