package lower

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// call lowers a call, a go statement or a deferred call.
func (f *function) call(i ssa.CallInstruction) {
	common := i.Common()
	out := ir.Instr{Op: ir.Call, Pos: f.callPos(common)}
	switch i.(type) {
	case *ssa.Go:
		out.Op = ir.Go
	case *ssa.Defer:
		out.Op = ir.Defer
	}
	switch {
	case common.IsInvoke():
		f.invoke(&out, common)
	case isBuiltin(common.Value):
		if !f.builtin(&out, common) {
			return
		}
	case isInertInit(common.Value, f.l.cfg.FirstParty):
		return
	default:
		f.static(&out, common)
	}
	if afterFailure(i.Block()) {
		out.Int = 1
	}
	f.results(&out, i, common)
}

func isBuiltin(v ssa.Value) bool {
	_, ok := v.(*ssa.Builtin)
	return ok
}

// isInertInit reports whether v is the initialiser of a library.
func isInertInit(v ssa.Value, firstParty func(string) bool) bool {
	fn, ok := v.(*ssa.Function)
	return ok && fn.Object() == nil && fn.Parent() == nil && !firstParty(fn.Pkg.Pkg.Path())
}

// callPos is where the called name stands. The call of an iterator has no
// parenthesis; it stands where the range clause does.
func (f *function) callPos(c *ssa.CallCommon) ir.Pos {
	if c.Pos() == token.NoPos && len(c.Args) == 1 {
		if body, ok := c.Args[0].(*ssa.MakeClosure); ok && isRangeBody(body.Fn.(*ssa.Function)) {
			return f.l.pos.at(body.Fn.Pos())
		}
	}
	return f.l.pos.call(c.Pos())
}

func (f *function) invoke(out *ir.Instr, c *ssa.CallCommon) {
	f.l.types.mention(c.Value.Type())
	out.Callee = ir.Invoke
	out.Sym = objectName(c.Method)
	out.Method = c.Method.Id()
	out.Args = append(f.operands(c.Value), f.operands(c.Args...)...)
	receiver := append([]ssa.Value{c.Value}, c.Args...)
	out.Pass = passes(receiver, c.Signature().Results())
	out.Takes = f.l.takes(c.Signature())
	out.CommaOk = mayReach(c.Signature())
}

// builtin lowers the call of a builtin; it reports false for one without effect here.
func (f *function) builtin(out *ir.Instr, c *ssa.CallCommon) bool {
	out.Callee = ir.Builtin
	out.Sym = c.Value.Name()
	switch out.Sym {
	case "append", "copy", "close", "delete", "len", "cap", "min", "max", "clear", "panic", "recover":
		out.Args = f.operands(c.Args...)
		return true
	}
	return false // print, numbers, unsafe, go/ssa's own
}

// static lowers a call that is neither of a builtin nor of an interface's method.
func (f *function) static(out *ir.Instr, c *ssa.CallCommon) {
	fn, ok := c.Value.(*ssa.Function)
	if !ok {
		out.Callee = ir.Dynamic
		out.Args = append(f.operands(c.Value), f.operands(c.Args...)...)
		out.Pass = passes(c.Args, c.Signature().Results())
		out.Takes = f.l.takes(c.Signature())
		return
	}
	out.Callee = ir.Static
	out.Sym = f.l.reference(fn)
	out.Args = f.operands(c.Args...)
	if !f.l.hasBody(fn) {
		if args := fn.TypeArgs(); len(args) > 0 {
			out.Method = f.l.param("", args[0]).Type
			f.l.types.instantiate(args[0])
		}
		out.Pass = passes(c.Args, c.Signature().Results())
		out.Takes = f.l.takes(c.Signature())
		out.CommaOk = mayReach(c.Signature())
	}
}

// takes lists the types of a function's parameters: see ir.Instr.Takes.
func (l *lowerer) takes(sig *types.Signature) []string {
	var out []string
	for v := range sig.Params().Variables() {
		out = append(out, l.names.typ(v.Type()))
	}
	if sig.Variadic() {
		last := len(out) - 1
		out[last] = "..." + strings.TrimPrefix(out[last], "[]")
	}
	return out
}

// hasBody reports whether the body of fn is part of some package's ir.
func (l *lowerer) hasBody(fn *ssa.Function) bool {
	if len(fn.Blocks) > 0 {
		return true
	}
	if len(fn.TypeArgs()) > 0 {
		return false // an instance, which would have to stand here
	}
	obj := fn.Object()
	return obj == nil || obj.Pkg() != nil && l.cfg.FirstParty(obj.Pkg().Path())
}

// passes lists the arguments that the call may return as they are: see ir.Instr.Pass.
func passes(args []ssa.Value, results *types.Tuple) []int32 {
	var out []int32
	for i, a := range args {
		if isAbstract(a.Type()) && isResult(a.Type(), results) {
			out = append(out, int32(i))
		}
	}
	return out
}

// mayReach reports whether a function looks like one that calls over a network: it takes
// a Context and returns an error.
func mayReach(sig *types.Signature) bool {
	res := sig.Results()
	if res.Len() == 0 || types.TypeString(res.At(res.Len()-1).Type(), nil) != "error" {
		return false
	}
	for v := range sig.Params().Variables() {
		if named, ok := types.Unalias(v.Type()).(*types.Named); ok && named.Obj().Name() == "Context" && named.Obj().Pkg().Path() == "context" {
			return true
		}
	}
	return false
}

// isResult reports whether a result may be of the type t. What comes out as any was
// looked up more often than passed through.
func isResult(t types.Type, results *types.Tuple) bool {
	for v := range results.Variables() {
		if iface, ok := v.Type().Underlying().(*types.Interface); ok && iface.NumMethods() == 0 && iface.IsMethodSet() {
			continue
		}
		if isAbstract(v.Type()) && types.AssignableTo(t, v.Type()) {
			return true
		}
	}
	return false
}

// isAbstract reports whether t is an interface or function type, but error and Context.
func isAbstract(t types.Type) bool {
	c := classOf(t)
	return c == ir.Interface || c == ir.FuncValue
}

// results says what the call gives, and appends it.
func (f *function) results(out *ir.Instr, i ssa.CallInstruction, c *ssa.CallCommon) {
	switch res := c.Signature().Results(); {
	case isBuiltin(c.Value):
	case res.Len() == 1:
		out.Type = f.l.param("", res.At(0).Type()).Type
	case res.Len() > 1:
		out.Results = f.l.results(res)
	}
	if v := i.Value(); v != nil {
		f.result(v, *out)
		return
	}
	f.emit(*out)
}
