package interp

import (
	"cmp"
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// maxPasses bounds how often a body is evaluated in one visit: once, and again as
// long as its loops carry something new. From widenPass on, strings that still grow
// are widened.
const (
	maxPasses = 16
	widenPass = 4
)

// A frame is one visit of a context: its registers.
type frame struct {
	*machine
	c       *context
	fn      *function
	regs    []setID
	tuples  map[int32][]setID
	reached []bool       // blocks
	taken   map[arc]bool // edges between blocks
	changed bool         // control takes an edge that it did not take before
	pass    int
	buffers map[value]setID  // strings.Builders and their like
	stored  map[access]setID // by what writes fields
	turns   []turn           // of the loops that are unrolled where the evaluation is
	ever    map[arc]bool     // edges that were taken in any turn of a loop
	turned  map[int32]int    // the turns of loops in the first passes
	repeats int              // of the loop within an unrolled one where the evaluation is
	at      int32            // index of the instruction being evaluated
	facts   *factChain       // that hold there
	results []setID

	panicked bool // the instruction that was evaluated cannot go well
}

func newFrame(m *machine, c *context) *frame {
	return &frame{machine: m, c: c, fn: c.fn, buffers: make(map[value]setID)}
}

// visit runs a context and tells its callers if its results changed.
func (m *machine) visit(c *context) {
	c.visits++
	c.running = true
	outer := m.current
	m.current = c.fn
	outside := m.running
	m.running = c
	m.stack++
	f := newFrame(m, c)
	if c.native != nil {
		f.reset()
		c.native(f)
	} else {
		f.run()
	}
	m.stack--
	c.running = false
	m.current, m.running = outer, outside
	if f.update() {
		for _, caller := range c.callers {
			m.enqueue(caller)
		}
	}
}

// update takes over the results of the visit. After many visits results only grow,
// so that contexts that depend on one another come to rest.
func (f *frame) update() bool {
	changed := false
	for i, s := range f.results {
		if f.c.visits > maxVisits/2 {
			s = f.join(s, f.c.results[i])
		}
		if s != f.c.results[i] {
			f.c.results[i] = s
			changed = true
		}
	}
	return changed
}

func (f *frame) run() {
	fn := f.fn
	f.regs = make([]setID, fn.Regs)
	f.tuples = make(map[int32][]setID)
	f.reached = make([]bool, len(fn.Blocks))
	f.taken, f.ever, f.turned = make(map[arc]bool), make(map[arc]bool), make(map[int32]int)
	copy(f.regs, f.c.args)
	var before []setID
	for f.pass = range maxPasses {
		f.changed = false
		f.reset()
		f.capture()
		f.body()
		if !f.changed && slices.Equal(before, f.regs) {
			break
		}
		if f.pass == maxPasses-1 {
			f.keepNote(f.fn, f.fn.Pos, hop.Note{Reason: "its loops carry too much: what they do is known in part only", Incomplete: true})
		}
		before = slices.Clone(f.regs)
	}
}

// reset forgets what the last pass did.
func (f *frame) reset() {
	f.buffers = make(map[value]setID)
	f.c.edges, f.c.effects, f.c.waits, f.c.signals, f.c.sends = nil, nil, nil, nil, nil
	f.c.blind, f.c.bounded, f.c.part = nil, make(map[int32]bounded), nil
	f.c.puts, f.c.drains = nil, nil
	if f.fn != nil {
		f.results = make([]setID, len(f.fn.Results))
	}
}

// capture loads the captured variables of a closure.
func (f *frame) capture() {
	if f.c.bind == nil {
		return
	}
	for i := range f.fn.Free {
		s := f.read(f.c.bind, f.below(0, freeName(i)), f.fn.Free[i].Class, f.c.id)
		f.define(int32(len(f.fn.Params)+i), s)
	}
}

func (f *frame) body() {
	if len(f.fn.order) > 0 {
		f.reached[0] = true
	}
	f.blocks(f.fn.order, -1)
}

// block evaluates one block, if control reaches it.
func (f *frame) block(b int32) {
	if !f.reached[b] {
		return
	}
	f.facts = f.fn.facts().chains[b]
	block := &f.fn.Blocks[b]
	for i := range block.Instrs {
		f.at = f.fn.first[b] + int32(i)
		f.c.at = f.at
		f.eval(&block.Instrs[i], b)
		if f.panicked {
			f.panicked = false
			return // nothing comes after it
		}
	}
	if !terminated(block) {
		f.flow(b, block.Succs...)
	}
}

func terminated(b *ir.Block) bool {
	if len(b.Instrs) == 0 {
		return false
	}
	switch b.Instrs[len(b.Instrs)-1].Op {
	case ir.If, ir.Jump, ir.Return, ir.Panic:
		return true
	}
	return false
}

// flow marks the edges to succs as ones that control can take.
func (f *frame) flow(from int32, succs ...int32) {
	for _, s := range succs {
		e := arc{from, s}
		if !f.ever[e] {
			f.ever[e] = true
			f.changed = true
		}
		f.taken[e] = true
		f.reached[s] = true
	}
}

// define sets a register.
func (f *frame) define(dst int32, s setID) {
	if dst >= 0 {
		f.regs[dst] = s
	}
}

// defineTuple sets the components of a register of class Tuple. What uses them are
// registers, so that a change shows there.
func (f *frame) defineTuple(dst int32, parts []setID) {
	if dst >= 0 {
		f.tuples[dst] = parts
	}
}

// value returns what an operand holds.
func (f *frame) value(o ir.Operand) setID {
	if o >= 0 && f.facts != nil {
		return f.refine(o, f.regs[o], f.facts)
	}
	if o >= 0 {
		return f.regs[o]
	}
	return f.constant(&f.fn.Consts[^o])
}

func (f *frame) constant(c *ir.Const) setID {
	switch c.Kind {
	case ir.StringConst:
		return f.textSet(c.Text)
	case ir.IntConst:
		return f.one(value{kind: intValue, n: c.Int})
	case ir.BoolConst:
		return f.one(value{kind: boolValue, n: c.Int})
	case ir.NilConst:
		return nilSet
	case ir.FuncConst:
		return f.one(value{kind: funcValue, n: f.funcID(c.Text)})
	case ir.GlobalConst:
		return f.ref(f.global(c.Text), 0)
	case ir.ZeroConst:
		o, _ := f.heap.at(site{tag: "zero " + c.Text})
		return f.one(value{kind: structValue, n: int64(o.id)})
	}
	return unknown
}

// global returns the object of a package variable. Those of libraries are unknown,
// but for the routers that models name.
func (f *frame) global(name string) *object {
	name = f.sameVariable(name)
	o, fresh := f.heap.at(site{tag: "var " + name})
	if fresh {
		f.initGlobal(o, name)
	}
	return o
}

// pos returns a position as reports show it.
func (m *machine) pos(fn *function, p ir.Pos) string {
	file := fn.file(p)
	if file == nil {
		return ""
	}
	return positionIn(file, m.cfg.Dirs[cmp.Or(file.Package, fn.pkg.Path)], p)
}

// positionIn returns a position in a file of a package in a directory.
func positionIn(file *ir.File, dir string, p ir.Pos) string {
	name := file.Name
	if dir != "" && dir != "." {
		name = dir + "/" + name
	}
	return name + ":" + itoa(int64(p.Line)) + ":" + itoa(int64(p.Col))
}

// file returns the file of a position, nil if it has none.
func (f *function) file(p ir.Pos) *ir.File {
	if f == nil || p.File < 0 || int(p.File) >= len(f.pkg.Files) {
		return nil
	}
	return &f.pkg.Files[p.File]
}

// pathFrame returns the frame of the path that stands at an instruction.
func (m *machine) pathFrame(fn *function, instr int32) hop.PathFrame {
	return hop.PathFrame{Func: fn.Name, Pos: m.pos(fn, fn.at(instr)), Generated: fn.generated()}
}

// at returns where an instruction stands, or else the function.
func (f *function) at(instr int32) ir.Pos {
	p := f.Pos
	if instr >= 0 {
		p = f.instr(instr).Pos
	}
	if p.File < 0 {
		p = f.Pos
	}
	return p
}

// generated reports whether the function stands in a generated file.
func (f *function) generated() bool {
	file := f.file(f.Pos)
	return file != nil && file.Generated
}

// maxGenerated bounds how many generated functions call one another.
const maxGenerated = 8

// handWritten returns the position of the instruction being evaluated or, if that
// is in generated code, of the call that led there.
func (f *frame) handWritten() string {
	c, instr := f.c, f.edgeInstr()
	for range maxGenerated {
		if c.fn == nil || !c.fn.generated() && !c.fn.Wrapper || len(c.callers) == 0 {
			break
		}
		caller := f.contexts[c.callers[0]]
		i := slices.IndexFunc(caller.edges, func(e edge) bool { return e.callee == c.id })
		if i < 0 {
			if !caller.running {
				break
			}
			instr = caller.at
		} else {
			instr = caller.edges[i].instr
		}
		c = caller
	}
	if c.fn == nil || instr < 0 {
		return ""
	}
	return f.pos(c.fn, c.fn.instr(instr).Pos)
}
