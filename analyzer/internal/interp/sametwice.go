package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// maxOperands bounds the parts of a concatenation that are looked at together.
const maxOperands = 32

// concatenation evaluates a + b. Where both are built of the same register, as in
// a + "/" + a, it is the same member of its set in all places.
func (f *frame) concatenation(in *ir.Instr) setID {
	a, b := f.value(in.Args[0]), f.value(in.Args[1])
	if len(f.sets[a]) < 2 || len(f.sets[b]) < 2 {
		return f.concat(a, b)
	}
	parts := f.operandsOf(in, f.fn.Blocks[f.fn.where[f.at].block].Loop, nil)
	if len(parts) > maxOperands {
		return f.concat(a, b)
	}
	sets := f.arguments(parts)
	if f.repeated(parts, sets) < 0 {
		return f.concat(a, b)
	}
	return f.sameTwice(parts, sets, f.concatAll)
}

// operandsOf appends the operands of a concatenation and of those that it is made of. One
// of another loop is a part itself: its registers are of another turn.
func (f *frame) operandsOf(in *ir.Instr, loop int32, parts []ir.Operand) []ir.Operand {
	for _, o := range in.Args {
		def := f.fn.definition(o)
		if def == nil || def.Op != ir.Concat || len(parts) > maxOperands || f.fn.Blocks[f.fn.where[f.fn.defs[o]].block].Loop != loop {
			parts = append(parts, f.fn.origin(o))
			continue
		}
		parts = f.operandsOf(def, loop, parts)
	}
	return parts
}

// origin returns the operand that a register is a conversion of, or itself.
func (f *function) origin(o ir.Operand) ir.Operand {
	for def := f.definition(o); def != nil && (def.Op == ir.Convert || def.Op == ir.ToInterface); def = f.definition(o) {
		o = def.Args[0]
	}
	return o
}

// sameTwice computes a string of sets, of which those of one register are the same
// member each time. It makes do with what the sets give apart where those would be too
// many.
func (f *frame) sameTwice(origins []ir.Operand, sets []setID, build func([]setID) setID) setID {
	return f.choose(origins, sets, maxProduct, build)
}

// choose takes the members of one register after the other; left is how many choices may
// follow.
func (f *frame) choose(origins []ir.Operand, sets []setID, left int, build func([]setID) setID) setID {
	i := f.repeated(origins, sets)
	if i < 0 || len(f.sets[sets[i]]) > left {
		return build(sets)
	}
	out := bottom
	for _, x := range f.members(sets[i]) {
		chosen := slices.Clone(sets)
		for j := range sets {
			if origins[j] == origins[i] && sets[j] == sets[i] {
				chosen[j] = f.one(x)
			}
		}
		out = f.join(out, f.choose(origins, chosen, left/len(f.sets[sets[i]]), build))
	}
	return out
}

// repeated returns the index of the first register with several members that comes once
// more, or -1.
func (f *frame) repeated(origins []ir.Operand, sets []setID) int {
	for i, o := range origins {
		if o < 0 || len(f.sets[sets[i]]) < 2 {
			continue
		}
		for j := i + 1; j < len(origins); j++ {
			if origins[j] == o && sets[j] == sets[i] {
				return i
			}
		}
	}
	return -1
}

// variadic returns the operands that the elements of the last argument are made of: what
// the compiler stores in an array for it just before the call. It is nil if they are
// not all known.
func (c *libraryCall) variadic(elements []setID) []ir.Operand {
	if c.in == nil || c.fn == nil || len(c.in.Args) == 0 {
		return nil
	}
	slice := c.fn.definition(c.in.Args[len(c.in.Args)-1])
	if slice == nil || slice.Op != ir.Subslice || slice.Int != 0 {
		return nil
	}
	origins := make([]ir.Operand, len(elements))
	for i := range origins {
		origins[i] = -1
	}
	block := &c.fn.Blocks[c.fn.where[c.at].block]
	for i := range block.Instrs {
		store := &block.Instrs[i]
		if store.Op != ir.Store {
			continue
		}
		n := c.indexIn(store.Args[0], slice.Args[0])
		if n >= 0 && n < int64(len(elements)) && c.value(store.Args[1]) == elements[n] {
			origins[n] = c.fn.origin(store.Args[1])
		}
	}
	return origins
}

// indexIn returns the constant index of the element of an array that an address is of,
// or -1.
func (f *frame) indexIn(addr, array ir.Operand) int64 {
	at := f.fn.definition(addr)
	if at == nil || at.Op != ir.IndexAddr || at.Args[0] != array || at.Args[1] >= 0 {
		return -1
	}
	c := &f.fn.Consts[^at.Args[1]]
	if c.Kind != ir.IntConst {
		return -1
	}
	return c.Int
}
