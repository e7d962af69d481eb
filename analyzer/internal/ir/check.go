package ir

import (
	"cmp"
	"fmt"
	"slices"
)

// Check reports the first way in which p is not as the types of this package
// document it: sorted slices, indexes in range, registers defined once and in
// order, arguments of the right number, edges and loops that fit together.
func Check(p *Package) error {
	if err := checkSorted(p); err != nil {
		return fmt.Errorf("package %s: %v", p.Path, err)
	}
	for _, f := range p.Files {
		if f.Name == "" {
			return fmt.Errorf("package %s: file without a name", p.Path)
		}
	}
	if err := checkWaivers(p); err != nil {
		return fmt.Errorf("package %s: %v", p.Path, err)
	}
	for i := range p.Types {
		if err := checkType(&p.Types[i]); err != nil {
			return fmt.Errorf("type %s: %v", p.Types[i].Name, err)
		}
	}
	for i := range p.Funcs {
		c := checker{fn: &p.Funcs[i], files: len(p.Files)}
		if err := c.check(); err != nil {
			return fmt.Errorf("function %s: %v", p.Funcs[i].Name, err)
		}
	}
	return nil
}

func checkSorted(p *Package) error {
	if !increasing(p.Imports, func(s string) string { return s }) {
		return fmt.Errorf("imports are not sorted")
	}
	if !increasing(p.Funcs, func(f Func) string { return f.Name }) {
		return fmt.Errorf("functions are not sorted")
	}
	if !increasing(p.Types, func(t Type) string { return t.Name }) {
		return fmt.Errorf("types are not sorted")
	}
	if !slices.IsSortedFunc(p.Problems, func(a, b Problem) int { return cmp.Compare(a.Func, b.Func) }) {
		return fmt.Errorf("problems are not sorted")
	}
	return nil
}

func checkWaivers(p *Package) error {
	for i, w := range p.Waivers {
		if w.Pos.File < 0 || int(w.Pos.File) >= len(p.Files) || w.Pos.Line < 1 || w.Pos.Col < 1 || w.Last < w.Pos.Line {
			return fmt.Errorf("waiver at %s: invalid lines", w.Pos)
		}
		if i > 0 && p.Waivers[i-1].Pos.compare(w.Pos) >= 0 {
			return fmt.Errorf("waivers are not sorted")
		}
	}
	return nil
}

func (p Pos) compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// increasing reports whether the keys of s are sorted and differ.
func increasing[T any](s []T, key func(T) string) bool {
	for i := 1; i < len(s); i++ {
		if key(s[i-1]) >= key(s[i]) {
			return false
		}
	}
	return true
}

func checkType(t *Type) error {
	if t.Class > Tuple {
		return fmt.Errorf("%s", t.Class)
	}
	if !increasing(t.Methods, func(m Method) string { return m.Name }) {
		return fmt.Errorf("methods are not sorted")
	}
	if !increasing(t.Requires, func(s string) string { return s }) {
		return fmt.Errorf("required methods are not sorted")
	}
	for _, f := range t.Fields {
		if f.Class > Tuple {
			return fmt.Errorf("field %s: %s", f.Name, f.Class)
		}
	}
	return nil
}

// A checker checks a function.
type checker struct {
	fn    *Func
	files int
	next  int32 // next register to be defined
}

func (c *checker) check() error {
	f := c.fn
	if len(f.Blocks) == 0 {
		return fmt.Errorf("no body")
	}
	if f.Recv && len(f.Params) == 0 {
		return fmt.Errorf("no receiver")
	}
	for _, p := range slices.Concat(f.Params, f.Free, f.Results) {
		if p.Class > Tuple {
			return fmt.Errorf("parameter %s: %s", p.Name, p.Class)
		}
	}
	for i, k := range f.Consts {
		if k.Kind > BuiltinConst {
			return fmt.Errorf("constant %d: invalid kind %d", i, k.Kind)
		}
	}
	if err := c.pos(f.Pos); err != nil {
		return err
	}
	if err := c.loops(); err != nil {
		return err
	}
	return c.blocks()
}

func (c *checker) blocks() error {
	c.next = int32(len(c.fn.Params) + len(c.fn.Free))
	for n := range c.fn.Blocks {
		if err := c.block(n); err != nil {
			return fmt.Errorf("block %d: %v", n, err)
		}
	}
	if int(c.next) != c.fn.Regs {
		return fmt.Errorf("%d registers, not %d", c.next, c.fn.Regs)
	}
	return nil
}

func (c *checker) loops() error {
	for i, l := range c.fn.Loops {
		switch {
		case l.Kind > EndlessLoop:
			return fmt.Errorf("loop %d: %s", i, l.Kind)
		case l.Parent < -1 || int(l.Parent) >= i:
			return fmt.Errorf("loop %d: parent %d does not precede it", i, l.Parent)
		}
		if err := c.operand(l.Over); err != nil {
			return fmt.Errorf("loop %d: %v", i, err)
		}
		if err := c.pos(l.Pos); err != nil {
			return fmt.Errorf("loop %d: %v", i, err)
		}
	}
	return nil
}

func (c *checker) block(n int) error {
	b := &c.fn.Blocks[n]
	if b.Loop < -1 || int(b.Loop) >= len(c.fn.Loops) {
		return fmt.Errorf("loop %d of %d", b.Loop, len(c.fn.Loops))
	}
	if err := c.edges(int32(n), b.Preds, func(o *Block) []int32 { return o.Succs }); err != nil {
		return err
	}
	if err := c.edges(int32(n), b.Succs, func(o *Block) []int32 { return o.Preds }); err != nil {
		return err
	}
	if len(b.Instrs) == 0 {
		return fmt.Errorf("no instructions")
	}
	for i := range b.Instrs {
		if err := c.instr(b, i); err != nil {
			return fmt.Errorf("instruction %d (%s): %v", i, b.Instrs[i].Op, err)
		}
	}
	return nil
}

// edges checks that n stands as often on the other side of each edge as on this one.
func (c *checker) edges(n int32, to []int32, back func(*Block) []int32) error {
	for _, o := range to {
		if o < 0 || int(o) >= len(c.fn.Blocks) {
			return fmt.Errorf("edge to block %d of %d", o, len(c.fn.Blocks))
		}
		if count(back(&c.fn.Blocks[o]), n) != count(to, o) {
			return fmt.Errorf("edge to block %d does not lead back", o)
		}
	}
	return nil
}

func count(s []int32, n int32) int {
	found := 0
	for _, v := range s {
		if v == n {
			found++
		}
	}
	return found
}

func (c *checker) pos(p Pos) error {
	if p == NoPos {
		return nil
	}
	if p.File < 0 || int(p.File) >= c.files || p.Line < 1 || p.Col < 1 {
		return fmt.Errorf("invalid position %s", p)
	}
	return nil
}

func (c *checker) operand(o Operand) error {
	if o >= 0 && int(o) >= c.fn.Regs || o < 0 && int(^o) >= len(c.fn.Consts) {
		return fmt.Errorf("operand %d is not defined", o)
	}
	return nil
}
