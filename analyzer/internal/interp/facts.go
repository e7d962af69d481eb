package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A fact is what a branch on the way to a block has found out about a register: that
// it equals a constant, or that it does not. Registers do not change, so a fact
// holds in all blocks that the branch's successor dominates.
type fact struct {
	reg   ir.Operand
	equal ir.Operand // a constant
	holds bool
}

// A factChain is a fact and those before it, the nearest first.
type factChain struct {
	fact
	before *factChain
}

// blockFacts holds what is known of registers in each block.
type blockFacts struct {
	chains []*factChain
	regs   map[ir.Operand]bool // those of which anything is known
}

// facts returns what is known of registers in each block.
func (f *function) facts() *blockFacts {
	if f.known == nil {
		f.known = factsOf(f)
	}
	return f.known
}

func factsOf(f *function) *blockFacts {
	idom := dominators(f.Blocks, f.order)
	facts := &blockFacts{chains: make([]*factChain, len(f.Blocks)), regs: make(map[ir.Operand]bool)}
	for _, b := range f.order {
		if d := idom[b]; d >= 0 && d != b {
			facts.chains[b] = facts.chains[d]
		}
		for _, p := range f.Blocks[b].Preds {
			k, ok := f.edgeFact(p, b)
			if !ok {
				continue
			}
			facts.regs[k.reg] = true
			if len(f.Blocks[b].Preds) == 1 {
				facts.chains[b] = &factChain{k, facts.chains[b]}
			}
		}
	}
	return facts
}

// edgeFact returns what is known of a register where control goes from one block to
// another.
func (f *function) edgeFact(from, to int32) (fact, bool) {
	b := &f.Blocks[from]
	if len(b.Instrs) == 0 || len(b.Succs) != 2 || b.Succs[0] == b.Succs[1] {
		return fact{}, false
	}
	last := &b.Instrs[len(b.Instrs)-1]
	if last.Op != ir.If || last.Args[0] < 0 {
		return fact{}, false
	}
	cond := f.definition(last.Args[0])
	if cond == nil || cond.Op != ir.Equal && cond.Op != ir.NotEqual {
		return fact{}, false
	}
	reg, c := cond.Args[0], cond.Args[1]
	if reg < 0 {
		reg, c = c, reg
	}
	if reg < 0 || c >= 0 {
		return fact{}, false
	}
	return fact{reg, c, (cond.Op == ir.Equal) == (to == b.Succs[0])}, true
}

// definition returns the instruction that defines a register, or nil.
func (f *function) definition(o ir.Operand) *ir.Instr {
	if f.defs == nil {
		f.defs = make(map[ir.Operand]int32)
		for i := range f.where {
			if dst := f.instr(int32(i)).Dst; dst >= 0 {
				f.defs[ir.Operand(dst)] = int32(i)
			}
		}
	}
	i, ok := f.defs[o]
	if !ok {
		return nil
	}
	return f.instr(i)
}

func reversePostorder(blocks []ir.Block) []int32 {
	seen := make([]bool, len(blocks))
	var post []int32
	var walk func(b int32)
	walk = func(b int32) {
		seen[b] = true
		for _, s := range blocks[b].Succs {
			if !seen[s] {
				walk(s)
			}
		}
		post = append(post, b)
	}
	if len(blocks) > 0 {
		walk(0)
	}
	slices.Reverse(post)
	return post
}

// dominators returns the immediate dominator of each block, -1 for those that are
// not reached, by the algorithm of Cooper, Harvey and Kennedy, "A Simple, Fast
// Dominance Algorithm" (2001).
func dominators(blocks []ir.Block, order []int32) []int32 {
	idom, rank := make([]int32, len(blocks)), make([]int, len(blocks))
	for i := range idom {
		idom[i] = -1
	}
	for i, b := range order {
		rank[b] = i
	}
	if len(order) > 0 {
		idom[order[0]] = order[0]
	}
	for changed := true; changed; {
		changed = false
		for _, b := range order[min(1, len(order)):] {
			d := int32(-1)
			for _, p := range blocks[b].Preds {
				switch {
				case idom[p] < 0:
				case d < 0:
					d = p
				default:
					d = common(idom, rank, d, p)
				}
			}
			if idom[b] != d {
				idom[b] = d
				changed = true
			}
		}
	}
	return idom
}

// common returns the nearest block that dominates both.
func common(idom []int32, rank []int, a, b int32) int32 {
	for a != b {
		if rank[a] > rank[b] {
			a = idom[a]
		} else {
			b = idom[b]
		}
	}
	return a
}

// maxFacts bounds how many facts about registers are looked at.
const maxFacts = 64

// refine drops from a set what facts about its register rule out.
func (f *frame) refine(o ir.Operand, s setID, facts *factChain) setID {
	if !f.fn.known.regs[o] {
		return s
	}
	for n := 0; facts != nil && n < maxFacts; n++ {
		if facts.reg == o {
			s = f.apart(s, &f.fn.Consts[^facts.equal], facts.holds)
		}
		facts = facts.before
	}
	return s
}

// apart keeps what may equal a constant or, if holds is false, what may differ from it.
func (f *frame) apart(s setID, c *ir.Const, holds bool) setID {
	if s == bottom || c.Kind == ir.UnknownConst {
		return s
	}
	want := f.members(f.constant(c))
	if len(want) != 1 {
		return s
	}
	var kept []value
	for _, x := range f.members(s) {
		is := f.equal(x, want[0])
		if is == unknown || (is == f.boolean(true)) == holds {
			kept = append(kept, x)
		}
	}
	if len(kept) == len(f.sets[s]) {
		return s
	}
	return f.of(kept)
}
