package lower

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A function lowers one function.
type function struct {
	naturals []*natural // enclosing ones before those within
	walks    []*walk    // of the naturals, nil where they go through no elements
	l        *lowerer
	fn       *ssa.Function
	out      ir.Func
	regs     map[ssa.Value]ir.Operand
	consts   map[ir.Const]ir.Operand
	kept     map[ssa.Value]bool // memo of keeps
	block    *ir.Block          // where emit appends
}

// lowerFunction lowers fn, which has a body.
func lowerFunction(l *lowerer, fn *ssa.Function) ir.Func {
	f := &function{
		l:      l,
		fn:     fn,
		regs:   make(map[ssa.Value]ir.Operand),
		consts: make(map[ir.Const]ir.Operand),
		kept:   make(map[ssa.Value]bool),
	}
	f.naturals = naturals(fn)
	for _, l := range f.naturals {
		f.walks = append(f.walks, walkOf(l))
	}
	f.header()
	f.number()
	f.blocks()
	f.loops()
	sweep(&f.out)
	return f.out
}

// header fills in all but the body.
func (f *function) header() {
	sig := f.fn.Signature
	f.out = ir.Func{
		Name:     f.l.names.function(f.fn),
		Recv:     sig.Recv() != nil,
		Variadic: sig.Variadic(),
		Wrapper:  kindOf(f.fn) != declared,
	}
	if f.out.Pos = ir.NoPos; !f.out.Wrapper {
		f.out.Pos = f.l.pos.at(f.fn.Pos())
	}
	for _, p := range f.fn.Params {
		f.out.Params = append(f.out.Params, f.l.param(p.Name(), p.Type()))
		f.define(p)
	}
	for _, v := range f.fn.FreeVars {
		f.out.Free = append(f.out.Free, f.l.param(v.Name(), v.Type()))
		f.define(v)
	}
	f.out.Results = f.l.results(sig.Results())
}

func (l *lowerer) param(name string, t types.Type) ir.Param {
	p := ir.Param{Name: name, Class: classOf(t)}
	if p.Class == ir.Other {
		p.Type = l.names.typ(t)
	} else {
		p.Type = l.types.mention(t)
	}
	return p
}

func (l *lowerer) results(t *types.Tuple) []ir.Param {
	var out []ir.Param
	for v := range t.Variables() {
		out = append(out, l.param(v.Name(), v.Type()))
	}
	return out
}

// components describes a tuple that is no call's. What go/ssa leaves without a type,
// as the parts of an iterator that nobody uses, has the class Other.
func (l *lowerer) components(t *types.Tuple) []ir.Param {
	out := make([]ir.Param, t.Len())
	for i := range out {
		if typ := t.At(i).Type(); typ != types.Typ[types.Invalid] {
			out[i] = l.param("", typ)
		}
	}
	return out
}

func (f *function) define(v ssa.Value) {
	f.regs[v] = ir.Operand(f.out.Regs)
	f.out.Regs++
}

// number gives registers to the values that are kept, in the order of the blocks.
func (f *function) number() {
	for _, b := range f.fn.Blocks {
		for _, instr := range b.Instrs {
			if v, ok := instr.(ssa.Value); ok && f.keeps(v) {
				f.define(v)
			}
		}
	}
}

// blocks lowers the body.
func (f *function) blocks() {
	f.out.Blocks = make([]ir.Block, len(f.fn.Blocks))
	for i, b := range f.fn.Blocks {
		f.block = &f.out.Blocks[i]
		f.block.Preds = indexes(b.Preds)
		f.block.Succs = indexes(b.Succs)
		f.block.Loop = -1
		for _, instr := range b.Instrs {
			f.instr(instr)
		}
	}
}

func indexes(blocks []*ssa.BasicBlock) []int32 {
	var out []int32
	for _, b := range blocks {
		out = append(out, int32(b.Index))
	}
	return out
}

// emit appends an instruction without a result that matters.
func (f *function) emit(i ir.Instr) {
	i.Dst = -1
	f.block.Instrs = append(f.block.Instrs, i)
}

// value appends an instruction that computes v, if v is kept.
func (f *function) value(v ssa.Value, i ir.Instr) {
	if reg, ok := f.regs[v]; ok {
		i.Dst = int32(reg)
		i.Class = classOfValue(v)
		if tuple, ok := v.Type().(*types.Tuple); ok && i.Results == nil {
			i.Results = f.l.components(tuple)
		}
		if i.Pos == (ir.Pos{}) {
			i.Pos = f.l.pos.at(v.Pos())
		}
		f.block.Instrs = append(f.block.Instrs, i)
	}
}

// classOfValue is the class of v's type, but for the iterators of go/ssa, which
// have none: they are classed by what they go through.
func classOfValue(v ssa.Value) ir.Class {
	if r, ok := v.(*ssa.Range); ok {
		return classOf(r.X.Type())
	}
	return classOf(v.Type())
}

// operands names several values.
func (f *function) operands(vs ...ssa.Value) []ir.Operand {
	var out []ir.Operand
	for _, v := range vs {
		out = append(out, f.operand(v))
	}
	return out
}

// operand names v: its register, or a constant.
func (f *function) operand(v ssa.Value) ir.Operand {
	if same := sameAs(v); same != nil {
		return f.operand(same)
	}
	if reg, ok := f.regs[v]; ok && classOfValue(v) != ir.Other {
		return reg
	}
	return f.constant(f.constOf(v))
}

func (f *function) constant(c ir.Const) ir.Operand {
	o, ok := f.consts[c]
	if !ok {
		o = ^ir.Operand(len(f.out.Consts))
		f.out.Consts = append(f.out.Consts, c)
		f.consts[c] = o
	}
	return o
}

func (f *function) unknown() ir.Operand { return f.constant(ir.Const{}) }

// constOf is the constant that v is, or an unknown one.
func (f *function) constOf(v ssa.Value) ir.Const {
	switch v := v.(type) {
	case *ssa.Function:
		return ir.Const{Kind: ir.FuncConst, Text: f.l.reference(v)}
	case *ssa.Global:
		if !isGuard(v) {
			return ir.Const{Kind: ir.GlobalConst, Text: v.Pkg.Pkg.Path() + "." + v.Name()}
		}
	case *ssa.Builtin:
		return ir.Const{Kind: ir.BuiltinConst, Text: v.Name()}
	case *ssa.Const:
		return f.l.constOf(v)
	case *ssa.MakeSlice:
		if isEmptyText(v) {
			return ir.Const{Kind: ir.StringConst}
		}
	case *ssa.UnOp:
		if isGuard(v.X) {
			return ir.Const{Kind: ir.BoolConst} // the initialiser runs once
		}
	}
	return ir.Const{}
}

// isGuard reports whether v is the variable by which go/ssa has an initialiser run once.
func isGuard(v ssa.Value) bool {
	g, ok := v.(*ssa.Global)
	return ok && g.Object() == nil
}

// isEmptyText reports whether v makes text of no length: the start of what is then appended.
func isEmptyText(v *ssa.MakeSlice) bool {
	c, ok := v.Len.(*ssa.Const)
	return ok && classOf(v.Type()) == ir.String && c.Int64() == 0
}

func (l *lowerer) constOf(c *ssa.Const) ir.Const {
	switch class := classOf(c.Type()); class {
	case ir.Other:
		return ir.Const{}
	case ir.Struct, ir.Array:
		return ir.Const{Kind: ir.ZeroConst, Text: l.types.mention(c.Type())}
	case ir.String:
		if c.Value == nil { // nil []byte
			return ir.Const{Kind: ir.StringConst}
		}
		return ir.Const{Kind: ir.StringConst, Text: constant.StringVal(c.Value)}
	case ir.Bool:
		if constant.BoolVal(c.Value) {
			return ir.Const{Kind: ir.BoolConst, Int: 1}
		}
		return ir.Const{Kind: ir.BoolConst}
	case ir.Int:
		if n, exact := constant.Int64Val(constant.ToInt(c.Value)); exact {
			return ir.Const{Kind: ir.IntConst, Int: n}
		}
		return ir.Const{}
	default:
		return ir.Const{Kind: ir.NilConst}
	}
}

// isComparison reports whether op is == or !=.
func isComparison(op token.Token) bool { return op == token.EQL || op == token.NEQ }
