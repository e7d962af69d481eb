package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// next yields the keys and elements of a map, or of whatever else is ranged over.
func (f *frame) next(in *ir.Instr) {
	if t := f.turnOf(in); t != nil && t.done {
		return
	} else if t != nil {
		f.defineTuple(in.Dst, []setID{unknown, f.keyOf(t.step), f.element(t, component(in, 2))})
		return
	}
	keys, elems := bottom, bottom
	for _, x := range f.members(f.value(in.Args[0])) {
		if x.kind != refValue && x.kind != structValue {
			keys, elems = f.join(keys, anyKey(f, x)), f.join(elems, f.elementOf(x))
			continue
		}
		o := f.object(x.n)
		for _, e := range f.elementSteps(o, x.path, 0, false) {
			keys = f.join(keys, f.keyOf(e))
			elems = f.join(elems, f.loadFrom(o, f.below(x.path, e), component(in, 2)))
		}
	}
	f.defineTuple(in.Dst, []setID{unknown, keys, elems})
}

// unknownOr returns what is known of the parts of something that is not an object.
func unknownOr(x value) setID {
	switch {
	case x.kind == requestValue && x.n == answerData:
		return answer
	case x.kind == requestValue:
		return request
	}
	return unknown
}

// elementOf returns an element of something that is not an object.
func (f *frame) elementOf(x value) setID {
	if x.kind == configValue {
		return f.one(x)
	}
	return unknownOr(x)
}

// subslice keeps a slice as it is, but for lists of texts; a part of a string is not
// known.
func (f *frame) subslice(in *ir.Instr) {
	s := f.value(in.Args[0])
	if in.Class == ir.Slice && in.Int > 1 {
		f.define(in.Dst, f.rest(s, int64(in.Int-1)))
		return
	}
	if in.Class != ir.String || in.Int == 0 {
		f.define(in.Dst, s)
		return
	}
	if x, ok := f.foreign(s); ok {
		f.define(in.Dst, f.one(x))
		return
	}
	f.define(in.Dst, f.each(s, pieceOf))
}

// pieceOf returns an unknown piece of a string: data of a request if some of it is.
func pieceOf(t hop.Template) hop.Template {
	for _, p := range t {
		if p.Kind == hop.PartRequest || p.Kind == hop.PartAnswer {
			return hop.Template{{Kind: p.Kind}}
		}
	}
	return hole
}

func (f *frame) toInterface(s setID, typ string) setID {
	var out []value
	t := f.types.id(typ)
	for _, x := range f.members(s) {
		switch {
		case x.kind == ifaceValue, x.kind == requestValue:
			out = append(out, x)
		default:
			out = append(out, value{kind: ifaceValue, typ: t, n: int64(f.id(x))})
		}
	}
	return f.of(out)
}

// assert keeps what an interface may hold of a type.
func (f *frame) assert(in *ir.Instr) {
	var held []value
	fails := false
	for _, x := range f.members(f.value(in.Args[0])) {
		switch {
		case x.kind == nilValue:
			fails = true
		case x.kind != ifaceValue:
			held = append(held, x)
			fails = true
		case in.Int == 1 && f.types.implements(x.typ, in.Type):
			held = append(held, x)
		case in.Int == 0 && f.types.name(x.typ) == in.Type:
			held = append(held, f.all[x.n])
		default:
			fails = true
		}
	}
	s := f.of(held)
	if !in.CommaOk {
		f.define(in.Dst, s)
		// Of nil alone it is not said, since there may be more than is seen.
		f.panicked = len(held) == 0 && f.contains(f.value(in.Args[0]), ifaceValue)
		return
	}
	ok := f.boolean(true)
	switch {
	case len(held) == 0:
		ok = f.boolean(false)
	case fails:
		ok = f.join(ok, f.boolean(false))
	}
	f.defineTuple(in.Dst, []setID{s, ok})
}

// maxPairs bounds how many pairs of values a comparison looks at.
const maxPairs = 64

// condition evaluates a comparison or negation to the bools that it may give.
func (f *frame) condition(in *ir.Instr) setID {
	if in.Op == ir.Not {
		return f.negate(f.value(in.Args[0]))
	}
	a, b := f.compared(in.Args[0]), f.compared(in.Args[1])
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > maxPairs {
		return unknown
	}
	out := bottom
	for _, x := range a {
		for _, y := range b {
			out = f.join(out, f.equal(x, y))
		}
	}
	if in.Op == ir.NotEqual {
		return f.negate(out)
	}
	return out
}

func (f *frame) negate(s setID) setID {
	out := bottom
	for _, x := range f.members(s) {
		if x.kind == boolValue {
			out = f.join(out, f.boolean(x.n == 0))
		} else {
			out = unknown
		}
	}
	return out
}

// equal returns whether two values are equal, unknown if that cannot be said.
func (f *frame) equal(x, y value) setID {
	if x.kind == ifaceValue && y.kind == ifaceValue && x.typ == y.typ {
		return f.equal(f.all[x.n], f.all[y.n])
	}
	switch {
	case isOtherKey(x):
		return f.equalsOther(x, y)
	case isOtherKey(y):
		return f.equalsOther(y, x)
	case x.kind <= configValue || y.kind <= configValue:
		return unknown
	}
	if x.kind == nilValue || y.kind == nilValue {
		if x.kind == stringValue || y.kind == stringValue {
			return unknown
		}
		return f.boolean(x.kind == y.kind)
	}
	if x.kind != y.kind {
		return unknown
	}
	switch x.kind {
	case boolValue, intValue:
		return f.boolean(x.n == y.n)
	case stringValue:
		return f.equalStrings(x, y)
	}
	return unknown
}

func (f *frame) equalStrings(x, y value) setID {
	a, okA := literal(f.settled(f.templates[x.n]))
	b, okB := literal(f.settled(f.templates[y.n]))
	if !okA || !okB {
		return unknown
	}
	return f.boolean(a == b)
}

func (f *frame) branch(in *ir.Instr, b int32) {
	succs := f.fn.Blocks[b].Succs
	cond := f.value(in.Args[0])
	waits := f.fn.turnsUntil(in, b)
	yes, no := waits || cond == bottom, waits || cond == bottom
	for _, x := range f.members(cond) {
		if x.kind != boolValue {
			yes, no = true, true
			continue
		}
		yes, no = yes || x.n == 1, no || x.n == 0
	}
	if yes {
		f.flow(b, succs[0])
	}
	if no {
		f.flow(b, succs[1])
	}
}

func (f *frame) giveBack(in *ir.Instr) {
	for i, a := range in.Args {
		if i < len(f.results) {
			f.results[i] = f.defaults(f.join(f.results[i], f.value(a)))
		}
	}
}

// appendTo evaluates append(a, b...): a new slice with the elements of both.
func (f *frame) appendTo(in *ir.Instr) setID {
	base := f.value(in.Args[0])
	o := f.appended(base)
	again := slices.Contains(f.members(base), value{kind: refValue, n: int64(o.id)})
	for i, a := range in.Args {
		s := f.value(a)
		for _, x := range f.members(s) {
			f.copyElements(o, x)
			if again && i > 0 {
				f.appendedAgain(o, x)
			}
		}
	}
	return f.ref(o, 0)
}

// appended returns the slice that an append makes: one that the same append made
// before, if it goes on with that, else a new one.
func (f *frame) appended(base setID) *object {
	here := f.here("")
	for _, x := range f.members(base) {
		if x.kind != refValue || x.path != 0 {
			continue
		}
		if s := f.object(x.n).site; s.fn == here.fn && s.instr == here.instr && s.tag == here.tag {
			return f.object(x.n)
		}
	}
	return f.allocate("")
}

// appendedAgain notes that the elements of x were appended to a slice that may hold
// some of them already: each may stand for several.
func (f *frame) appendedAgain(o *object, x value) {
	if x.kind != refValue && x.kind != structValue || x.n == int64(o.id) {
		return
	}
	here := maker{f.c.id, f.at}
	for _, e := range f.elementSteps(f.object(x.n), x.path, 0, false) {
		src := f.object(x.n)
		if from := appendedFrom(e); from >= 0 {
			src = f.objects[from]
		}
		src.again = addMaker(src.again, here)
	}
}

// copyElements adds the elements of a slice to those of o. They stay apart, named
// by where they come from.
func (f *frame) copyElements(o *object, x value) {
	switch x.kind {
	case requestValue, unknownValue:
		f.fill(o, 0, f.one(x))
	case stringValue: // append([]byte, string...)
		f.write(o, 0, f.one(x))
	case refValue, structValue:
		src := f.object(x.n)
		if src == o {
			return
		}
		for _, e := range f.elementSteps(src, x.path, 0, false) {
			p := f.below(x.path, e)
			to := e
			if !isAppended(e) && !isOpen(e) {
				to = "[" + itoa(int64(src.id)) + "@" + e[1:]
			}
			f.write(o, f.below(0, to), f.join(f.loadFrom(src, p, ir.Interface), f.structAt(src, p)))
		}
	}
}

// structAt returns the place as a struct value if it has fields, else nothing.
func (f *frame) structAt(o *object, p pathID) setID {
	if pl := f.placeAt(o, p); pl == nil || len(pl.order) == 0 {
		return bottom
	}
	return f.one(value{kind: structValue, n: int64(o.id), path: p})
}
