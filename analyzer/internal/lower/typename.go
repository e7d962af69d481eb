package lower

import (
	"cmp"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// typ is the name of t: see ir.Type.Name. Identical types have the same name.
func (n *namer) typ(t types.Type) string {
	if name, ok := n.types[t]; ok {
		return name
	}
	name := n.newType(types.Unalias(t))
	n.types[t] = name
	return name
}

func (n *namer) newType(t types.Type) string {
	switch t := t.(type) {
	case *types.Basic:
		return basicName(t)
	case *types.Named:
		return n.named(t)
	case *types.TypeParam:
		return t.Obj().Name()
	case *types.Pointer:
		return "*" + n.typ(t.Elem())
	case *types.Slice:
		return "[]" + n.typ(t.Elem())
	case *types.Array:
		return "[" + strconv.FormatInt(t.Len(), 10) + "]" + n.typ(t.Elem())
	case *types.Map:
		return "map[" + n.typ(t.Key()) + "]" + n.typ(t.Elem())
	case *types.Chan:
		return n.channel(t)
	case *types.Signature:
		return "func" + n.signature(t)
	case *types.Struct:
		return n.structure(t)
	case *types.Interface:
		return n.interfaceType(t)
	case *types.Tuple:
		return "(" + n.tuple(t, false) + ")"
	case *types.Union:
		return n.union(t)
	}
	return t.String() // opaque types of go/ssa
}

func basicName(t *types.Basic) string {
	if t.Kind() == types.UnsafePointer {
		return "unsafe.Pointer"
	}
	return types.Typ[t.Kind()].Name() // not byte or rune
}

func (n *namer) named(t *types.Named) string {
	obj := t.Obj()
	if obj.Pkg() == nil {
		return obj.Name() // error, comparable
	}
	name := obj.Pkg().Path() + "." + obj.Name()
	if obj.Parent() != obj.Pkg().Scope() {
		name += "·" + strconv.Itoa(n.localNumber(obj))
		if obj.Parent() == nil {
			name += n.instance // go/ssa copied the type for an instance
		}
	}
	var args []types.Type
	for a := range t.TypeArgs().Types() {
		args = append(args, a)
	}
	return name + n.typeArgs(args)
}

func (n *namer) typeArgs(args []types.Type) string {
	if len(args) == 0 {
		return ""
	}
	names := make([]string, len(args))
	for i, a := range args {
		names[i] = n.typ(a)
	}
	return "[" + strings.Join(names, ", ") + "]"
}

func (n *namer) channel(t *types.Chan) string {
	elem := n.typ(t.Elem())
	switch t.Dir() {
	case types.SendOnly:
		return "chan<- " + elem
	case types.RecvOnly:
		return "<-chan " + elem
	}
	if c, ok := types.Unalias(t.Elem()).(*types.Chan); ok && c.Dir() == types.RecvOnly {
		elem = "(" + elem + ")"
	}
	return "chan " + elem
}

func (n *namer) signature(t *types.Signature) string {
	s := "(" + n.tuple(t.Params(), t.Variadic()) + ")"
	switch t.Results().Len() {
	case 0:
		return s
	case 1:
		return s + " " + n.typ(t.Results().At(0).Type())
	}
	return s + " (" + n.tuple(t.Results(), false) + ")"
}

func (n *namer) tuple(t *types.Tuple, variadic bool) string {
	names := make([]string, t.Len())
	for i := range names {
		names[i] = n.typ(t.At(i).Type())
	}
	if variadic {
		last := len(names) - 1
		names[last] = "..." + strings.TrimPrefix(names[last], "[]")
	}
	return strings.Join(names, ", ")
}

func (n *namer) structure(t *types.Struct) string {
	fields := make([]string, t.NumFields())
	for i := range fields {
		f := t.Field(i)
		s := n.typ(f.Type())
		if !f.Embedded() {
			s = f.Name() + " " + s
		}
		if tag := t.Tag(i); tag != "" {
			s += " " + strconv.Quote(tag)
		}
		fields[i] = s
	}
	return "struct{" + strings.Join(fields, "; ") + "}"
}

// interfaceType names an interface by all of its methods, whether embedded or not.
func (n *namer) interfaceType(t *types.Interface) string {
	if t.Empty() {
		return "any"
	}
	var parts []string
	for m := range t.Methods() {
		parts = append(parts, m.Name()+n.signature(m.Signature()))
	}
	slices.SortFunc(parts, cmp.Compare)
	for e := range t.EmbeddedTypes() {
		if _, ok := e.Underlying().(*types.Interface); !ok {
			parts = append(parts, n.typ(e)) // of a constraint
		}
	}
	return "interface{" + strings.Join(parts, "; ") + "}"
}

func (n *namer) union(t *types.Union) string {
	terms := make([]string, t.Len())
	for i := range terms {
		terms[i] = n.typ(t.Term(i).Type())
		if t.Term(i).Tilde() {
			terms[i] = "~" + terms[i]
		}
	}
	return strings.Join(terms, " | ")
}
