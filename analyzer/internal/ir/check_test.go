package ir

import "testing"

func TestCheck(t *testing.T) {
	if err := Check(sample()); err != nil {
		t.Fatal(err)
	}
	fn := "function (*acme/p.T).Do: "
	tests := []struct {
		want  string
		spoil func(p *Package, f *Func)
	}{
		{"package acme/p: imports are not sorted", func(p *Package, f *Func) { p.Imports[0] = "z" }},
		{"package acme/p: functions are not sorted", func(p *Package, f *Func) { p.Funcs = append(p.Funcs, *f) }},
		{"package acme/p: types are not sorted", func(p *Package, f *Func) { p.Types[0].Name = "z" }},
		{"package acme/p: file without a name", func(p *Package, f *Func) { p.Files[1].Name = "" }},
		{"package acme/p: waivers are not sorted", func(p *Package, f *Func) { p.Waivers[1].Pos = p.Waivers[0].Pos }},
		{"package acme/p: waiver at 0:3:2: invalid lines", func(p *Package, f *Func) { p.Waivers[0].Last = 2 }},
		{"package acme/p: waiver at 2:2:1: invalid lines", func(p *Package, f *Func) { p.Waivers[1].Pos.File = 2 }},
		{"type *acme/p.T: methods are not sorted", func(p *Package, f *Func) { p.Types[0].Methods[0].Name = "z" }},
		{"type acme/p.I: required methods are not sorted", func(p *Package, f *Func) { p.Types[1].Requires[0] = "z" }},
		{"type acme/p.T: field URL: invalid 99", func(p *Package, f *Func) { p.Types[2].Fields[0].Class = 99 }},
		{fn + "no body", func(p *Package, f *Func) { f.Blocks = nil }},
		{fn + "no receiver", func(p *Package, f *Func) { f.Params = nil }},
		{fn + "constant 0: invalid kind 77", func(p *Package, f *Func) { f.Consts[0].Kind = 77 }},
		{fn + "invalid position 7:3:2", func(p *Package, f *Func) { f.Pos.File = 7 }},
		{fn + "9 registers, not 8", func(p *Package, f *Func) {
			f.Regs = 8
			f.Blocks[2].Instrs = append([]Instr{{Op: Load, Dst: 8, Args: []Operand{2}, Pos: NoPos}}, f.Blocks[2].Instrs...)
		}},
		{fn + "loop 1: parent 1 does not precede it", func(p *Package, f *Func) { f.Loops[1].Parent = 1 }},
		{fn + "loop 0: operand 8 is not defined", func(p *Package, f *Func) { f.Loops[0].Over = 8 }},
		{fn + "block 1: loop 2 of 2", func(p *Package, f *Func) { f.Blocks[1].Loop = 2 }},
		{fn + "block 0: edge to block 2 does not lead back", func(p *Package, f *Func) { f.Blocks[0].Succs[0] = 2 }},
		{fn + "block 0: edge to block 9 of 3", func(p *Package, f *Func) { f.Blocks[0].Succs[0] = 9 }},
		{fn + "block 2: no instructions", func(p *Package, f *Func) { f.Blocks[2].Instrs = nil }},
		{fn + "block 0: instruction 0 (fieldaddr): 2 arguments, not 1", func(p *Package, f *Func) { f.Blocks[0].Instrs[0].Args = []Operand{0, 0} }},
		{fn + "block 0: instruction 0 (fieldaddr): no symbol", func(p *Package, f *Func) { f.Blocks[0].Instrs[0].Sym = "" }},
		{fn + "block 0: instruction 0 (fieldaddr): operand -4 is not defined", func(p *Package, f *Func) { f.Blocks[0].Instrs[0].Args[0] = -4 }},
		{fn + "block 0: instruction 0 (fieldaddr): result in register 4, not 3", func(p *Package, f *Func) { f.Blocks[0].Instrs[0].Dst = 4 }},
		{fn + "block 0: instruction 1 (call): argument 2 cannot be passed", func(p *Package, f *Func) { f.Blocks[0].Instrs[1].Pass[0] = 2 }},
		{fn + "block 0: instruction 1 (call): nothing to call", func(p *Package, f *Func) { f.Blocks[0].Instrs[1].Method = "" }},
		{fn + "block 0: instruction 1 (call): no callee", func(p *Package, f *Func) { f.Blocks[0].Instrs[1].Callee = NoCallee }},
		{fn + "block 0: instruction 2 (if): 0 arguments, not 1", func(p *Package, f *Func) { f.Blocks[0].Instrs[2].Op = If }},
		{fn + "block 0: instruction 2 (return): control does not fit 1 successors", func(p *Package, f *Func) { f.Blocks[0].Instrs[2].Op = Return }},
		{fn + "block 1: instruction 0 (phi): 1 arguments for 2 predecessors", func(p *Package, f *Func) { f.Blocks[1].Instrs[0].Args = []Operand{1} }},
		{fn + "block 1: instruction 1 (assert): no type", func(p *Package, f *Func) { f.Blocks[1].Instrs[1].Type = "" }},
		{fn + "block 1: instruction 2 (select): 1 states for 2 channels", func(p *Package, f *Func) { f.Blocks[1].Instrs[2].States = []Operand{1} }},
		{fn + "block 2: instruction 0 (return): 2 results, not 1", func(p *Package, f *Func) { f.Blocks[2].Instrs[0].Args = []Operand{5, 5} }},
	}
	for _, test := range tests {
		p := sample()
		test.spoil(p, &p.Funcs[0])
		if err := Check(p); err == nil || err.Error() != test.want {
			t.Errorf("got  %v\nwant %s", err, test.want)
		}
	}
}

func TestPrint(t *testing.T) {
	const want = `func (*acme/p.T).Do(t *acme/p.T, s string) (string) recv variadic wrapper
	free r2 v *string
	loop 0 range over r1 walk
	loop 1 retry over _ in 0
b0:
	r3 = fieldaddr URL(r0)
	r4 = call invoke (acme/p.I).Do(r0, r1) (s string, err error) pass 0
	jump() b1
b1: <-b0 <-b1 loop 1
	r5 = phi(r1, "x")
	r6 = assert ok(r5) #1 acme/p.I
	r7 = select(r2, r2) send(_, r1)
	if(_) b1 b2
b2: <-b1
	return(r5)
`
	p := sample()
	if got := p.Funcs[0].String(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
