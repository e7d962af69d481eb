package lower

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A namer names functions and types.
type namer struct {
	functions map[*ssa.Function]string
	types     map[types.Type]string
	sources   map[*types.Package]Source
	locals    map[*types.Package]map[token.Pos]int // numbers of the types declared within functions
	// instance is what tells apart the local types of the generic function whose
	// instance is being lowered: its type arguments in brackets.
	instance string
}

func newNamer(cfg Config, src Source) namer {
	n := namer{
		functions: make(map[*ssa.Function]string),
		types:     make(map[types.Type]string),
		sources:   map[*types.Package]Source{src.Types: src},
		locals:    make(map[*types.Package]map[token.Pos]int),
	}
	for _, g := range cfg.Generics {
		n.sources[g.Types] = g
	}
	return n
}

// enter says that fn is what is lowered from now on.
func (n *namer) enter(fn *ssa.Function) {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	n.instance = n.typeArgs(fn.TypeArgs())
}

// function is the name of fn: see ir.Func.Name.
func (n *namer) function(fn *ssa.Function) string {
	if name, ok := n.functions[fn]; ok {
		return name
	}
	name := n.newFunction(fn)
	n.functions[fn] = name
	return name
}

func (n *namer) newFunction(fn *ssa.Function) string {
	if p := fn.Parent(); p != nil {
		return n.function(p) + fn.Name()[strings.LastIndexByte(fn.Name(), '$'):]
	}
	if fn.Object() == nil || strings.HasPrefix(fn.Name(), "init#") {
		return fn.Pkg.Pkg.Path() + "." + fn.Name() // an initialiser
	}
	switch obj := fn.Object().(*types.Func); kindOf(fn) {
	case boundMethod:
		return n.method(fn.FreeVars[0].Type(), obj) + "$bound"
	case thunk:
		return n.method(fn.Signature.Params().At(0).Type(), obj) + "$thunk"
	case wrapper:
		return n.promoted(fn.Signature.Recv().Type(), obj)
	case declared:
		if len(fn.TypeArgs()) == 0 || len(fn.Blocks) == 0 {
			return objectName(obj)
		}
		return n.instanceName(fn, obj)
	}
	panic("unknown kind of function " + fn.String())
}

// instanceName is the name of an instance of a generic function that has a body here.
func (n *namer) instanceName(fn *ssa.Function, obj *types.Func) string {
	if recv := fn.Signature.Recv(); recv != nil {
		return n.method(recv.Type(), obj)
	}
	return objectName(obj) + n.typeArgs(fn.TypeArgs())
}

func (n *namer) method(recv types.Type, obj *types.Func) string {
	return "(" + n.typ(recv) + ")." + obj.Name()
}

// promoted is the name of the wrapper that gives recv the method obj. An unexported
// method of another package is qualified, since recv may declare one of the same name.
func (n *namer) promoted(recv types.Type, obj *types.Func) string {
	of := types.Unalias(recv)
	if p, ok := of.(*types.Pointer); ok {
		of = types.Unalias(p.Elem())
	}
	named, ok := of.(*types.Named)
	if obj.Exported() || ok && named.Obj().Pkg() == obj.Pkg() {
		return n.method(recv, obj)
	}
	return "(" + n.typ(recv) + ")." + obj.Id()
}

// A synthesis is how a function came about.
type synthesis int

const (
	declared    synthesis = iota // or an instance of a declared function
	wrapper                      // promoted method, or value method called by a pointer
	boundMethod                  // x.M as a value
	thunk                        // T.M as a value
)

func kindOf(fn *ssa.Function) synthesis {
	switch {
	case strings.HasPrefix(fn.Synthetic, "bound method wrapper "):
		return boundMethod
	case strings.HasPrefix(fn.Synthetic, "thunk "):
		return thunk
	case strings.HasPrefix(fn.Synthetic, "wrapper "):
		return wrapper
	}
	return declared
}

// objectName is what types.Func.FullName prints for the origin of obj, without type parameters.
func objectName(obj *types.Func) string {
	recv := obj.Signature().Recv()
	if recv == nil {
		if obj.Pkg() == nil {
			return obj.Name()
		}
		return obj.Pkg().Path() + "." + obj.Name()
	}
	return "(" + receiverName(recv.Type()) + ")." + obj.Name()
}

func receiverName(t types.Type) string {
	star := ""
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		star, t = "*", types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	switch {
	case !ok:
		return "interface"
	case named.Obj().Pkg() == nil:
		return named.Obj().Name() // error
	}
	return star + named.Obj().Pkg().Path() + "." + named.Obj().Name()
}

// localNumber numbers the types declared within functions of obj's package, from
// 1 in the order of their sources. It is 0 for a package without syntax.
func (n *namer) localNumber(obj *types.TypeName) int {
	numbers, ok := n.locals[obj.Pkg()]
	if !ok {
		numbers = numberLocals(n.sources[obj.Pkg()].Files)
		n.locals[obj.Pkg()] = numbers
	}
	return numbers[obj.Pos()]
}

func numberLocals(files []*ast.File) map[token.Pos]int {
	numbers := make(map[token.Pos]int)
	for _, f := range files {
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok != token.VAR {
				continue // declares nothing within functions
			}
			ast.Inspect(d, func(node ast.Node) bool {
				if spec, ok := node.(*ast.TypeSpec); ok {
					numbers[spec.Name.Pos()] = len(numbers) + 1
				}
				return true
			})
		}
	}
	return numbers
}
