package lower

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A natural is a natural loop: the blocks from which a jump back to the header,
// which dominates them, can be reached.
type natural struct {
	header *ssa.BasicBlock
	latch  []*ssa.BasicBlock // the blocks that jump back
	in     []bool            // by the index of a block
	size   int
}

func (l *natural) contains(b *ssa.BasicBlock) bool { return l.in[b.Index] }

// computes reports whether the value v is computed in the loop.
func (l *natural) computes(v ssa.Value) bool {
	i, ok := v.(ssa.Instruction)
	return ok && l.contains(i.Block())
}

// instrs calls yield for the instructions of the loop.
func (l *natural) instrs(yield func(ssa.Instruction) bool) {
	for _, b := range l.header.Parent().Blocks {
		if !l.contains(b) {
			continue
		}
		for _, i := range b.Instrs {
			if !yield(i) {
				return
			}
		}
	}
}

// naturals finds the natural loops of fn, enclosing ones before those within.
func naturals(fn *ssa.Function) []*natural {
	var loops []*natural
	byHeader := make(map[*ssa.BasicBlock]*natural)
	for _, b := range fn.Blocks {
		for _, h := range b.Succs {
			if !h.Dominates(b) {
				continue
			}
			l := byHeader[h]
			if l == nil {
				l = &natural{header: h, in: make([]bool, len(fn.Blocks))}
				l.in[h.Index] = true
				byHeader[h] = l
				loops = append(loops, l)
			}
			l.latch = append(l.latch, b)
			l.add(b)
		}
	}
	for _, l := range loops {
		for _, in := range l.in {
			if in {
				l.size++
			}
		}
	}
	slices.SortStableFunc(loops, func(a, b *natural) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.header.Index, b.header.Index))
	})
	return loops
}

// add adds b and what leads to it.
func (l *natural) add(b *ssa.BasicBlock) {
	if l.in[b.Index] {
		return
	}
	l.in[b.Index] = true
	for _, p := range b.Preds {
		l.add(p)
	}
}

// isRangeBody reports whether fn is the body of a range over a function.
func isRangeBody(fn *ssa.Function) bool { return fn.Synthetic == "range-over-func yield" }

// loops fills in the function's loops and says which blocks lie in them. All of
// the body of a range over a function is one more loop around the others.
func (f *function) loops() {
	if isRangeBody(f.fn) {
		f.addLoop(ir.Loop{Kind: ir.RangeLoop, Pos: f.l.pos.at(f.fn.Syntax().Pos()), Over: f.unknown()}, nil)
	}
	statements := loopStatements(f.fn.Syntax())
	for n, l := range f.naturals {
		kind, over := classify(l)
		walk := f.walks[n] != nil && f.walks[n].over != nil && (kind == ir.ForLoop || kind == ir.IntLoop)
		switch {
		case walk:
			over = f.walks[n].over
		case kind != ir.RangeLoop && kind != ir.RetryLoop:
			over = bound(l)
		}
		out := ir.Loop{Kind: kind, Pos: f.l.pos.at(loopPos(l, statements)), Over: f.unknown(), Walk: walk}
		if over != nil {
			out.Over = f.operand(over)
		}
		f.addLoop(out, l)
	}
}

// indexOf returns 1 + the number of the loop that counts with v, 0 if none does.
func (f *function) indexOf(v ssa.Value) int32 {
	i, ok := v.(ssa.Instruction)
	if !ok {
		return 0
	}
	first := int32(1)
	if isRangeBody(f.fn) {
		first++
	}
	for n, l := range f.naturals {
		if i.Block() == l.header {
			return first + int32(n)
		}
	}
	return 0
}

// addLoop appends a loop of the blocks of l, or of all blocks if that is nil. The
// innermost loop around it has been added last of those around it.
func (f *function) addLoop(out ir.Loop, l *natural) {
	out.Parent = -1
	if l != nil {
		out.Parent = f.out.Blocks[l.header.Index].Loop
	}
	f.out.Loops = append(f.out.Loops, out)
	for i := range f.out.Blocks {
		if l == nil || l.in[i] {
			f.out.Blocks[i].Loop = int32(len(f.out.Loops) - 1)
		}
	}
}

// loopStatements lists the for and range statements of a function, those of its
// function literals included.
func loopStatements(syntax ast.Node) []ast.Node {
	var out []ast.Node
	if syntax == nil {
		return nil
	}
	ast.Inspect(syntax, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			out = append(out, n)
		}
		return true
	})
	return out
}

// loopPos is where a loop stands: at the smallest statement that has all of its
// instructions. A loop of gotos stands where its first instruction does.
func loopPos(l *natural, statements []ast.Node) token.Pos {
	first, last := extent(l)
	var best ast.Node
	for _, s := range statements {
		inside := s.Pos() <= first && last <= s.End()
		if inside && (best == nil || s.End()-s.Pos() < best.End()-best.Pos()) {
			best = s
		}
	}
	if comment := l.header.Comment; best == nil || !strings.HasPrefix(comment, "for.") && !strings.HasPrefix(comment, "range") {
		return first
	}
	return best.Pos()
}

// extent is the first and last position of the loop's instructions. Phis and
// variables on the stack stand where the variable is declared.
func extent(l *natural) (first, last token.Pos) {
	for i := range l.instrs {
		if a, ok := i.(*ssa.Alloc); ok && !a.Heap {
			continue
		}
		if _, ok := i.(*ssa.Phi); ok || !i.Pos().IsValid() {
			continue
		}
		if !first.IsValid() || i.Pos() < first {
			first = i.Pos()
		}
		last = max(last, i.Pos())
	}
	return first, last
}
