package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A slot is a field as one function names it: by the register or package variable that it
// starts from and the fields on the way. Within the function equal names are equal fields.
type slot struct {
	name  string // "3.base*.Path": a star where an address is followed
	field string
	root  ir.Operand
	regs  []ir.Operand // the root and what lies on the way
}

// slotOf returns the slot that an address operand names.
func (f *function) slotOf(addr ir.Operand) (slot, bool) {
	def := f.definition(addr)
	if addr < 0 || def == nil || def.Op != ir.FieldAddr {
		return slot{}, false
	}
	s := f.nameSlot(addr, 0)
	s.field = def.Sym
	return s, true
}

// maxSlot bounds how many steps a slot has.
const maxSlot = 8

func (f *function) nameSlot(o ir.Operand, depth int) slot {
	def := f.definition(o)
	if o >= 0 && def != nil && depth < maxSlot && (def.Op == ir.FieldAddr || def.Op == ir.Load) {
		s := f.nameSlot(def.Args[0], depth+1)
		s.regs = append(s.regs, o)
		if def.Op == ir.Load {
			s.name += "*"
		} else {
			s.name += "." + def.Sym
		}
		return s
	}
	name := itoa(int64(o))
	if o < 0 {
		name = f.Consts[^o].Text
	}
	return slot{name: name, root: o, regs: []ir.Operand{o}}
}

// within reports whether what the other name stands for lies on the way to the slot, or
// is the slot.
func (s slot) within(name string) bool {
	rest, ok := strings.CutPrefix(s.name, name)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '*')
}

// mentions reports whether an instruction uses a register on the way to the slot.
func (s slot) mentions(in *ir.Instr) bool {
	return slices.ContainsFunc(in.Args, func(o ir.Operand) bool { return slices.Contains(s.regs, o) })
}

// escapes reports whether others may know the object that a slot starts from: all but
// what the function made itself and only fills, reads and returns.
func (f *function) escapes(root ir.Operand) bool {
	if def := f.definition(root); root < 0 || def == nil || def.Op != ir.Alloc {
		return true
	}
	for i := range f.where {
		in := f.instr(int32(i))
		switch in.Op {
		case ir.FieldAddr, ir.Load, ir.Return:
			continue
		case ir.Store:
			if in.Args[1] != root {
				continue
			}
		}
		if slices.Contains(in.Args, root) {
			return true
		}
	}
	return false
}
