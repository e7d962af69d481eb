package lower

import (
	"fmt"
	"go/token"
	"go/types"
	"math"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// instr lowers one instruction.
func (f *function) instr(instr ssa.Instruction) {
	switch i := instr.(type) {
	case *ssa.Alloc:
		f.alloc(i)
	case *ssa.MakeMap, *ssa.MakeChan, *ssa.MakeSlice:
		f.makeContainer(i.(ssa.Value))
	case *ssa.MakeClosure:
		f.closure(i)
	case *ssa.FieldAddr:
		t := deref(i.X.Type())
		f.field(i, ir.Instr{Op: ir.FieldAddr, Args: f.operands(i.X)}, t, i.Field)
	case *ssa.Field:
		f.field(i, ir.Instr{Op: ir.Field, Args: f.operands(i.X)}, i.X.Type(), i.Field)
	case *ssa.IndexAddr:
		f.value(i, f.indexAddr(i))
	case *ssa.Index:
		f.value(i, ir.Instr{Op: ir.Index, Args: f.operands(i.X, i.Index)})
	case *ssa.Lookup:
		f.value(i, ir.Instr{Op: ir.Lookup, CommaOk: i.CommaOk, Args: f.operands(i.X, i.Index)})
	case *ssa.Phi:
		f.value(i, ir.Instr{Op: ir.Phi, Args: f.operands(i.Edges...)})
	case *ssa.Extract:
		f.value(i, ir.Instr{Op: ir.Extract, Args: f.operands(i.Tuple), Int: int32(i.Index)})
	case *ssa.Range:
		f.value(i, ir.Instr{Op: ir.Range, Args: f.operands(i.X)})
	case *ssa.Next:
		f.value(i, ir.Instr{Op: ir.Next, Args: f.operands(i.Iter)})
	case *ssa.Slice:
		f.subslice(i)
	case *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Convert, *ssa.MultiConvert, *ssa.SliceToArrayPointer:
		f.value(i.(ssa.Value), ir.Instr{Op: ir.Convert, Args: f.operands(*i.Operands(nil)[0])})
	case *ssa.MakeInterface:
		f.toInterface(i)
	case *ssa.TypeAssert:
		f.assert(i)
	case *ssa.BinOp:
		f.binary(i)
	case *ssa.UnOp:
		f.unary(i)
	default:
		f.effect(i)
	}
}

// effect lowers an instruction that does something, or passes control.
func (f *function) effect(instr ssa.Instruction) {
	switch i := instr.(type) {
	case *ssa.Store:
		f.store(i)
	case *ssa.MapUpdate:
		f.mapUpdate(i)
	case *ssa.Send:
		f.emit(ir.Instr{Op: ir.Send, Args: f.operands(i.Chan, i.X), Pos: f.l.pos.at(i.Pos())})
	case *ssa.Select:
		f.selekt(i)
	case ssa.CallInstruction:
		f.call(i)
	case *ssa.If:
		f.emit(ir.Instr{Op: ir.If, Args: f.operands(i.Cond), Pos: ir.NoPos})
	case *ssa.Jump:
		f.emit(ir.Instr{Op: ir.Jump, Pos: ir.NoPos})
	case *ssa.Return:
		f.emit(ir.Instr{Op: ir.Return, Args: f.operands(i.Results...), Pos: f.l.pos.at(i.Pos())})
	case *ssa.Panic:
		f.emit(ir.Instr{Op: ir.Panic, Pos: f.l.pos.at(i.Pos())})
	case *ssa.RunDefers, *ssa.DebugRef:
		// Deferred calls count where they stand.
	default:
		panic(fmt.Sprintf("unknown instruction %T", i))
	}
}

func (f *function) alloc(i *ssa.Alloc) {
	if _, ok := f.regs[i]; !ok {
		return
	}
	t := deref(i.Type())
	f.value(i, ir.Instr{Op: ir.Alloc, Type: f.l.types.mention(t)})
	instrs := f.block.Instrs
	instrs[len(instrs)-1].Class = classOf(t) // of the variable, not of its address
}

func (f *function) makeContainer(v ssa.Value) {
	if _, ok := f.regs[v]; ok {
		f.value(v, ir.Instr{Op: ir.Make, Type: f.l.types.mention(v.Type())})
	}
}

func (f *function) closure(i *ssa.MakeClosure) {
	name := f.l.reference(i.Fn.(*ssa.Function))
	f.value(i, ir.Instr{Op: ir.Closure, Sym: name, Args: f.operands(i.Bindings...)})
}

// field completes an access to field number n of a struct of type t.
func (f *function) field(v ssa.Value, i ir.Instr, t types.Type, n int) {
	if _, ok := f.regs[v]; ok {
		f.l.types.mention(t)
		i.Sym = t.Underlying().(*types.Struct).Field(n).Name()
		i.Type = f.l.param("", t).Type
		f.value(v, i)
	}
}

func (f *function) subslice(i *ssa.Slice) {
	part := int32(0)
	if i.Low != nil || i.High != nil {
		part = 1
	}
	if low, ok := i.Low.(*ssa.Const); ok && 0 < low.Int64() && low.Int64() < math.MaxInt32 {
		part += int32(low.Int64())
	}
	f.value(i, ir.Instr{Op: ir.Subslice, Args: f.operands(i.X), Int: part})
}

func (f *function) toInterface(i *ssa.MakeInterface) {
	if _, ok := f.regs[i]; ok {
		f.l.types.mention(i.Type())
		f.value(i, ir.Instr{Op: ir.ToInterface, Args: f.operands(i.X), Type: f.l.types.convert(i.X.Type())})
	}
}

func (f *function) assert(i *ssa.TypeAssert) {
	if _, ok := f.regs[i]; !ok {
		return
	}
	out := ir.Instr{Op: ir.Assert, CommaOk: i.CommaOk, Args: f.operands(i.X), Type: f.l.types.mention(i.AssertedType)}
	if types.IsInterface(i.AssertedType) {
		out.Int = 1
	}
	f.value(i, out)
}

func (f *function) binary(i *ssa.BinOp) {
	op := ir.Concat
	switch i.Op {
	case token.EQL:
		op = ir.Equal
	case token.NEQ:
		op = ir.NotEqual
	}
	f.value(i, ir.Instr{Op: op, Args: f.operands(i.X, i.Y)})
}

func (f *function) unary(i *ssa.UnOp) {
	switch i.Op {
	case token.MUL:
		f.value(i, ir.Instr{Op: ir.Load, Args: f.operands(i.X)})
	case token.NOT:
		f.value(i, ir.Instr{Op: ir.Not, Args: f.operands(i.X)})
	case token.ARROW:
		// To wait matters even if what is received does not.
		f.result(i, ir.Instr{Op: ir.Recv, CommaOk: i.CommaOk, Args: f.operands(i.X)})
	}
}

// result appends an instruction with an effect, whether or not its result v is kept.
func (f *function) result(v ssa.Value, i ir.Instr) {
	if i.Pos == (ir.Pos{}) {
		i.Pos = f.l.pos.at(v.Pos())
	}
	if _, ok := f.regs[v]; ok {
		f.value(v, i)
	} else {
		f.emit(i)
	}
}

func (f *function) store(i *ssa.Store) {
	if f.known(i.Addr) && classOf(i.Val.Type()) != ir.Other {
		f.emit(ir.Instr{Op: ir.Store, Args: f.operands(i.Addr, i.Val), Pos: f.l.pos.at(i.Pos())})
	}
}

func (f *function) mapUpdate(i *ssa.MapUpdate) {
	if f.known(i.Map) && (classOf(i.Key.Type()) != ir.Other || classOf(i.Value.Type()) != ir.Other) {
		f.emit(ir.Instr{Op: ir.MapUpdate, Args: f.operands(i.Map, i.Key, i.Value), Pos: f.l.pos.at(i.Pos())})
	}
}

func (f *function) selekt(i *ssa.Select) {
	out := ir.Instr{Op: ir.Select}
	if !i.Blocking {
		out.Int = 1
	}
	for _, s := range i.States {
		out.Args = append(out.Args, f.operand(s.Chan))
		out.States = append(out.States, f.sent(s))
	}
	f.result(i, out)
}

// sent is the value that a case of a select sends; see ir.Instr.States.
func (f *function) sent(s *ssa.SelectState) ir.Operand {
	if s.Send == nil {
		return f.unknown()
	}
	if !f.known(s.Send) || classOf(s.Send.Type()) == ir.Other {
		return f.constant(ir.Const{Kind: ir.ZeroConst, Text: f.l.names.typ(s.Send.Type())})
	}
	return f.operand(s.Send)
}
