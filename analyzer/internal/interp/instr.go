package interp

import (
	"strconv"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

func freeName(i int) string { return "free " + strconv.Itoa(i) }

// eval evaluates one instruction of block b.
func (f *frame) eval(in *ir.Instr, b int32) {
	switch in.Op {
	case ir.Nop:
	case ir.Alloc, ir.Make:
		f.alloc(in)
	case ir.Closure:
		f.closure(in)
	case ir.FieldAddr, ir.Field:
		f.define(in.Dst, f.fieldOf(in))
	case ir.IndexAddr:
		f.define(in.Dst, f.elementAddr(in))
	case ir.Index:
		f.define(in.Dst, f.index(in))
	case ir.Lookup:
		f.lookup(in)
	case ir.Load:
		f.define(in.Dst, f.loadAt(in))
	case ir.Phi:
		f.phi(in, b)
	case ir.Extract:
		f.extract(in)
	case ir.Range:
		f.define(in.Dst, f.value(in.Args[0]))
	case ir.Next:
		f.next(in)
	case ir.Subslice:
		f.subslice(in)
	case ir.Convert:
		f.define(in.Dst, f.value(in.Args[0]))
	case ir.ToInterface:
		f.define(in.Dst, f.toInterface(f.value(in.Args[0]), in.Type))
	case ir.Assert:
		f.assert(in)
	case ir.Concat:
		f.define(in.Dst, f.concatenation(in))
	case ir.Equal, ir.NotEqual, ir.Not:
		f.define(in.Dst, f.condition(in))
	case ir.Recv:
		f.receive(in)
	case ir.Select:
		f.selectCase(in)
	case ir.Store:
		f.storeAt(in)
		f.scatter(in.Args[0], f.value(in.Args[1]))
	case ir.MapUpdate:
		f.mapUpdate(in)
	case ir.Send:
		f.send(f.value(in.Args[0]), f.value(in.Args[1]))
	case ir.Call, ir.Go, ir.Defer:
		f.call(in)
	case ir.If:
		f.branch(in, b)
	case ir.Jump:
		f.flow(b, f.fn.Blocks[b].Succs...)
	case ir.Return:
		f.giveBack(in)
	case ir.Panic:
	default:
		panic("internal error: ir instruction " + itoa(int64(in.Op)))
	}
}

// here is the site of the instruction being evaluated.
func (f *frame) here(tag string) site {
	for _, t := range f.turns {
		if !isOthers(t.step) { // as long as nobody asks for a key, it is no turn of its own
			tag += "#" + itoa(int64(t.number))
		}
	}
	return site{fn: f.fn, instr: f.at, ctx: f.c.id, tag: tag}
}

func (f *frame) alloc(in *ir.Instr) {
	o := f.allocate(in.Type)
	f.define(in.Dst, f.ref(o, 0))
}

// allocate returns the object that the instruction being evaluated makes. Where an
// object of the same site is among what the arguments reach, it is that one: it
// keeps h = wrap(h) and linked structures from growing for ever.
func (f *frame) allocate(typ string) *object {
	s := f.here("")
	if o := f.sameSite(s); o != nil {
		o.makers = addMaker(o.makers, maker{f.c.id, f.at})
		return o
	}
	o, fresh := f.heap.at(s)
	if fresh {
		o.typ = typ
	}
	return o
}

func (f *frame) closure(in *ir.Instr) {
	if len(in.Args) == 0 {
		f.define(in.Dst, f.one(value{kind: funcValue, n: f.funcID(in.Sym)}))
		return
	}
	o := f.allocate("")
	o.fn = f.funcs[in.Sym]
	for i, a := range in.Args {
		f.write(o, f.below(0, freeName(i)), f.value(a))
	}
	f.define(in.Dst, f.ref(o, 0))
}

// fieldOf returns the address of a field, or the field of a struct value.
func (f *frame) fieldOf(in *ir.Instr) setID {
	out := bottom
	for _, x := range f.members(f.value(in.Args[0])) {
		switch {
		case x.kind == refValue && in.Op == ir.FieldAddr:
			out = f.join(out, f.one(value{kind: refValue, n: x.n, path: f.below(x.path, in.Sym)}))
		case x.kind == structValue || x.kind == refValue:
			out = f.join(out, f.readField(f.object(x.n), x.path, in))
		case x.kind == requestValue:
			out = f.join(out, f.one(x))
		case x.kind == configValue && in.Op == ir.Field:
			out = f.join(out, f.boundTo(f.configured(x, []string{in.Sym}, in.Class), in.Class))
		case x.kind == configValue:
			out = f.join(out, f.one(f.configStep(x, in.Sym)))
		case x.kind == unknownValue, x.kind == stringValue:
			out = f.join(out, f.unknownField(in))
		}
	}
	return out
}

func (f *frame) readField(o *object, p pathID, in *ir.Instr) setID {
	return f.load(f.one(value{kind: refValue, n: int64(o.id), path: f.below(p, in.Sym)}), in.Class)
}

// load returns what the addresses point to.
func (f *frame) load(addrs setID, class ir.Class) setID {
	out := bottom
	for _, x := range f.members(addrs) {
		switch x.kind {
		case refValue, structValue:
			out = f.join(out, f.loadFrom(f.object(x.n), x.path, class))
		case requestValue:
			out = f.join(out, f.one(x))
		case configValue:
			out = f.join(out, f.configured(x, nil, class))
		case unknownValue:
			out = f.join(out, unknown)
		case stringValue: // the address of a field of something unknown
			out = f.join(out, f.namedField(x, class))
		}
	}
	return f.boundTo(out, class)
}

func (f *frame) namedField(x value, class ir.Class) setID {
	if class == ir.String {
		return f.one(x)
	}
	return unknown
}

func (f *frame) store(addrs, s setID, w writer) {
	for _, x := range f.members(addrs) {
		if x.kind == refValue {
			o := f.object(x.n)
			f.writeAs(o, x.path, f.copyURLs(o, x.path, s), w)
		}
	}
}

// maxElements bounds how many elements an unknown index is told apart into.
const maxElements = 64

func (f *frame) elementAddr(in *ir.Instr) setID {
	idx, known := f.constIndex(f.value(in.Args[1]))
	if t := f.indexed(in); t != nil {
		if f.fn.Loops[t.loop].Over == in.Args[0] {
			return f.one(t.address(f.values))
		}
		if n, ok := stepIndex(t.step); ok {
			idx, known = n, true
		}
	}
	var out []value
	for _, x := range f.members(f.value(in.Args[0])) {
		switch x.kind {
		case refValue, structValue:
			o := f.object(x.n)
			for _, e := range f.elementSteps(o, x.path, idx, known) {
				out = append(out, value{kind: refValue, n: x.n, path: f.below(x.path, e)})
			}
		case requestValue, unknownValue, configValue:
			out = append(out, x)
		}
	}
	return f.of(out)
}

// elementSteps returns the elements that an index may mean.
func (f *frame) elementSteps(o *object, p pathID, idx int64, known bool) []string {
	if known && !f.hasAppended(o, p, f.c.id) {
		return []string{"[" + itoa(idx) + "]"}
	}
	steps := f.elementsOf(o, p, f.c.id)
	if len(steps) == 0 || len(steps) > maxElements {
		return []string{anyElement}
	}
	return steps
}

func (f *frame) constIndex(s setID) (int64, bool) {
	xs := f.members(s)
	if len(xs) == 1 && xs[0].kind == intValue {
		return xs[0].n, true
	}
	return 0, false
}

func (f *frame) index(in *ir.Instr) setID {
	if in.Class == ir.Int {
		return f.byteAt(f.value(in.Args[0]), f.value(in.Args[1]))
	}
	if in.Class == ir.String || in.Class == ir.Int || in.Class == ir.Other {
		return unknown
	}
	return f.load(f.elementAddr(in), in.Class)
}

// byteAt returns the bytes that stand at an index in strings, as far as they begin with text
// that reaches so far.
func (f *frame) byteAt(s, index setID) setID {
	i, known := f.constIndex(index)
	if !known || i < 0 {
		return unknown
	}
	out := bottom
	for _, t := range f.templatesOf(s) {
		t = f.settled(t)
		if len(t) == 0 || t[0].Kind != hop.PartText || i >= int64(len(t[0].Text)) {
			return unknown
		}
		out = f.join(out, f.one(value{kind: intValue, n: int64(t[0].Text[i])}))
	}
	if out == bottom {
		return unknown
	}
	return out
}

func (f *frame) lookup(in *ir.Instr) {
	out := bottom
	for _, x := range f.members(f.value(in.Args[0])) {
		switch x.kind {
		case refValue, structValue:
			for _, e := range f.keySteps(f.value(in.Args[1]), f.object(x.n), x.path) {
				out = f.join(out, f.loadFrom(f.object(x.n), f.below(x.path, e), component(in, 0)))
			}
			if out != bottom && f.misses(in.Args[1]) {
				out = f.join(out, f.emptyOf(component(in, 0)))
			}
		case configValue:
			out = f.join(out, f.boundTo(f.configured(x, f.configKey(in.Args[1]), component(in, 0)), component(in, 0)))
		case requestValue, unknownValue:
			out = f.join(out, f.one(x))
		}
	}
	if in.CommaOk {
		f.defineTuple(in.Dst, []setID{out, unknown})
		return
	}
	f.define(in.Dst, out)
}

// configKey returns the step that a key of a configured map means.
func (f *frame) configKey(key ir.Operand) []string {
	for _, text := range f.literals(f.value(key)) {
		return []string{keyStep(text)}
	}
	return nil
}

// component returns the class of a component of what an instruction gives, or of
// the whole if that is no tuple.
func component(in *ir.Instr, i int) ir.Class {
	if in.Class == ir.Tuple && i < len(in.Results) {
		return in.Results[i].Class
	}
	return in.Class
}

func (f *frame) phi(in *ir.Instr, b int32) {
	out := bottom
	for i, p := range f.fn.Blocks[b].Preds {
		if f.taken[[2]int32{p, b}] && f.comesFrom(p, b) {
			out = f.join(out, f.valueFrom(in.Args[i], p, b))
		}
	}
	if f.growing() && out != f.regs[in.Dst] && f.contains(out, stringValue) {
		f.widened("strings that a loop builds")
		out = f.join(out, f.one(value{kind: stringValue, n: f.template(widenedTemplate)}))
	}
	f.define(in.Dst, f.defaults(out))
}

// valueFrom returns what an operand holds where control goes from one block to another.
func (f *frame) valueFrom(o ir.Operand, from, to int32) setID {
	s := f.value(o)
	facts := f.fn.facts()
	if o < 0 || !facts.regs[o] {
		return s
	}
	s = f.refine(o, s, facts.chains[from])
	if k, ok := f.fn.edgeFact(from, to); ok {
		s = f.refine(o, s, &factChain{fact: k})
	}
	return s
}

func (f *frame) extract(in *ir.Instr) {
	parts := f.tuples[int32(in.Args[0])]
	if in.Args[0] < 0 || int(in.Int) >= len(parts) {
		f.define(in.Dst, unknown)
		return
	}
	f.define(in.Dst, parts[in.Int])
}
