package lower

import "github.com/hoplint/hoplint/analyzer/internal/ir"

// sweep removes from f the instructions whose results nothing uses, and the
// constants that nothing names, and numbers the rest anew.
func sweep(f *ir.Func) {
	used := usedRegs(f)
	renumber(f, used)
}

// usedRegs finds the registers that instructions with effects need, directly or not.
func usedRegs(f *ir.Func) []bool {
	def := make([]*ir.Instr, f.Regs)
	var work []ir.Operand
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			in := &f.Blocks[b].Instrs[i]
			if in.Dst >= 0 {
				def[in.Dst] = in
			}
			if hasEffect(in) {
				work = append(append(work, in.Args...), in.States...)
			}
		}
	}
	for _, l := range f.Loops {
		work = append(work, l.Over)
	}
	used := make([]bool, f.Regs)
	for len(work) > 0 {
		o := work[len(work)-1]
		work = work[:len(work)-1]
		if o < 0 || used[o] {
			continue
		}
		used[o] = true
		if in := def[o]; in != nil {
			work = append(append(work, in.Args...), in.States...)
		}
	}
	return used
}

// hasEffect reports whether in does more than compute its result.
func hasEffect(in *ir.Instr) bool {
	switch in.Op {
	case ir.Recv, ir.Select, ir.Store, ir.MapUpdate, ir.Send, ir.Go, ir.Defer,
		ir.If, ir.Jump, ir.Return, ir.Panic:
		return true
	case ir.Call:
		if in.Callee != ir.Builtin {
			return true
		}
		switch in.Sym {
		case "append", "len", "cap", "min", "max":
			return false
		}
		return true
	}
	return false
}

// A renumbering maps old operands to new ones.
type renumbering struct {
	regs   []ir.Operand
	consts map[ir.Operand]ir.Operand
	old    []ir.Const
	kept   []ir.Const
}

// renumber drops the instructions whose registers are unused.
func renumber(f *ir.Func, used []bool) {
	r := renumbering{
		regs:   make([]ir.Operand, f.Regs),
		consts: make(map[ir.Operand]ir.Operand),
		old:    f.Consts,
	}
	next := len(f.Params) + len(f.Free)
	for i := range next {
		r.regs[i] = ir.Operand(i)
	}
	for b := range f.Blocks {
		block := &f.Blocks[b]
		kept := block.Instrs[:0]
		for _, in := range block.Instrs {
			switch {
			case in.Dst >= 0 && used[in.Dst]:
				r.regs[in.Dst] = ir.Operand(next)
				in.Dst = int32(next)
				next++
			case hasEffect(&in):
				in.Dst = -1
			default:
				continue
			}
			kept = append(kept, in)
		}
		block.Instrs = kept
	}
	f.Regs = next
	r.rename(f)
	f.Consts = r.kept
}

// rename rewrites the operands of f.
func (r *renumbering) rename(f *ir.Func) {
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			in := &f.Blocks[b].Instrs[i]
			r.operands(in.Args)
			r.operands(in.States)
		}
	}
	for i := range f.Loops {
		f.Loops[i].Over = r.operand(f.Loops[i].Over)
	}
}

func (r *renumbering) operands(os []ir.Operand) {
	for i, o := range os {
		os[i] = r.operand(o)
	}
}

func (r *renumbering) operand(o ir.Operand) ir.Operand {
	if o >= 0 {
		return r.regs[o]
	}
	c, ok := r.consts[o]
	if !ok {
		c = ^ir.Operand(len(r.kept))
		r.kept = append(r.kept, r.old[^o])
		r.consts[o] = c
	}
	return c
}
