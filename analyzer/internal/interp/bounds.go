package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// keepBound keeps what bounds the turns of a loop that has just been evaluated. In a loop
// that is unrolled it is so for each of its turns.
func (f *frame) keepBound(loop int32) {
	parts, ok := f.partsOf(loop)
	b := f.c.bounded[loop]
	f.c.bounded[loop] = bounded{slices.Concat(b.parts, parts), b.open || !ok}
}

// partsOf returns the addresses of what a loop turns for once each, and whether it is
// known to turn for nothing else.
func (f *frame) partsOf(loop int32) ([]valueID, bool) {
	if over := f.fn.Loops[loop].Over; over >= 0 {
		if f.isReplaced(over) {
			return nil, false
		}
		return f.elementParts(f.regs[over])
	}
	if f.fn.Loops[loop].Kind == ir.RangeLoop {
		return nil, false
	}
	if link := f.fn.link(loop); link >= 0 {
		return f.linkedParts(f.regs[link])
	}
	return nil, false
}

// elementParts returns the addresses of the elements of slices, arrays and maps.
func (f *frame) elementParts(s setID) ([]valueID, bool) {
	var parts []valueID
	for _, x := range f.members(s) {
		if x.kind == nilValue {
			continue
		}
		if x.kind != refValue && x.kind != structValue || f.isFilled(x, maxAlias) {
			return nil, false
		}
		for _, step := range f.orderedElements(f.object(x.n), x.path) {
			if isOpen(step) {
				return nil, false
			}
			parts = append(parts, f.id(value{kind: refValue, n: x.n, path: f.below(x.path, step)}))
		}
	}
	return parts, len(parts) > 0
}

// isFilled reports whether a container holds data of another program, or configuration.
func (f *frame) isFilled(x value, depth int) bool {
	pl := &f.object(x.n).root
	filled := f.isForeign(pl.filled)
	for _, step := range f.steps(x.path) {
		if pl = pl.children[step]; pl == nil {
			return filled
		}
		filled = filled || f.isForeign(pl.filled)
	}
	return filled || depth > 0 && slices.ContainsFunc(f.members(pl.set), func(y value) bool {
		return y.kind == structValue && f.isFilled(y, depth-1)
	})
}

// isReplaced reports whether a register holds a variable that a library may have given
// another value than the program did.
func (f *frame) isReplaced(o ir.Operand) bool {
	def := f.fn.definition(o)
	return def != nil && def.Op == ir.Load && slices.ContainsFunc(f.members(f.regOf(def.Args[0])), func(x value) bool {
		return x.kind == refValue && f.isFilled(x, 0)
	})
}

// regOf returns what an operand holds, whatever branches have found out of it.
func (f *frame) regOf(o ir.Operand) setID {
	if o >= 0 {
		return f.regs[o]
	}
	return f.constant(&f.fn.Consts[^o])
}

func (f *frame) isForeign(s setID) bool {
	return f.contains(s, requestValue) || f.contains(s, configValue)
}

// linkedParts returns the addresses of the objects that a loop goes along.
func (f *frame) linkedParts(s setID) ([]valueID, bool) {
	var parts []valueID
	for _, x := range f.opened(s) {
		switch x.kind {
		case nilValue:
		case refValue:
			parts = append(parts, f.id(value{kind: refValue, n: x.n}))
		default:
			return nil, false
		}
	}
	return parts, len(parts) > 0
}

// link returns the register that a loop goes along a linked structure with, as in
// for s := s; s != nil; s = s.next, or -1.
func (f *function) link(loop int32) ir.Operand {
	for b := range f.Blocks {
		block := &f.Blocks[b]
		if block.Loop != loop || !f.isHeader(int32(b), loop) || len(block.Instrs) == 0 {
			continue
		}
		last := &block.Instrs[len(block.Instrs)-1]
		if last.Op != ir.If {
			return -1
		}
		cond := f.definition(last.Args[0])
		if cond == nil || cond.Op != ir.Equal && cond.Op != ir.NotEqual {
			return -1
		}
		i := slices.IndexFunc(cond.Args, func(o ir.Operand) bool {
			def := f.definition(o)
			return def != nil && def.Op == ir.Phi && slices.ContainsFunc(block.Instrs, func(in ir.Instr) bool { return in.Dst == def.Dst })
		})
		if i < 0 || !f.isNil(cond.Args[1-i]) {
			return -1
		}
		return cond.Args[i]
	}
	return -1
}

func (f *function) isNil(o ir.Operand) bool { return o < 0 && f.Consts[^o].Kind == ir.NilConst }
