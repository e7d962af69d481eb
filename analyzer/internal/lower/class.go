package lower

import (
	"go/types"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

var errorType = types.Universe.Lookup("error").Type()

// classOf is what hoplint distinguishes of t.
func classOf(t types.Type) ir.Class {
	t = types.Unalias(t)
	if isPlumbing(t) {
		return ir.Other
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return basicClass(u)
	case *types.Signature:
		return ir.FuncValue
	case *types.Interface: // also of type parameters
		return ir.Interface
	case *types.Pointer:
		return ir.Pointer
	case *types.Struct:
		if u.NumFields() == 0 {
			return ir.Other
		}
		return ir.Struct
	case *types.Slice:
		if isText(u.Elem()) {
			return ir.String
		}
		return ir.Slice
	case *types.Array:
		return ir.Array
	case *types.Map:
		return ir.Map
	case *types.Chan:
		return ir.Chan
	case *types.Tuple:
		return tupleClass(u)
	}
	return ir.Other // opaque types of go/ssa
}

func basicClass(t *types.Basic) ir.Class {
	switch info := t.Info(); {
	case info&types.IsBoolean != 0:
		return ir.Bool
	case info&types.IsInteger != 0:
		return ir.Int
	case info&types.IsString != 0:
		return ir.String
	case t.Kind() == types.UnsafePointer, t.Kind() == types.UntypedNil:
		return ir.Pointer
	}
	return ir.Other
}

// tupleClass is Tuple if one of the components matters.
func tupleClass(t *types.Tuple) ir.Class {
	for v := range t.Variables() {
		if classOf(v.Type()) != ir.Other {
			return ir.Tuple
		}
	}
	return ir.Other
}

// isPlumbing reports whether t is error or context.Context: they are everywhere
// and lead nowhere.
func isPlumbing(t types.Type) bool {
	named, ok := t.(*types.Named)
	if !ok {
		return false
	}
	obj := named.Obj()
	return t == errorType || obj.Name() == "Context" && obj.Pkg() != nil && obj.Pkg().Path() == "context"
}

// isText reports whether a slice of elem is text: bytes or runes.
func isText(elem types.Type) bool {
	b, ok := elem.Underlying().(*types.Basic)
	return ok && (b.Kind() == types.Uint8 || b.Kind() == types.Int32)
}

// holds reports whether a variable of type t can hold what matters. Those of empty
// structs do, since they may have methods and so be what a program is wired with.
func holds(t types.Type) bool {
	if classOf(t) != ir.Other {
		return true
	}
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

// deref is what the pointer t points to.
func deref(t types.Type) types.Type {
	return t.Underlying().(*types.Pointer).Elem()
}
