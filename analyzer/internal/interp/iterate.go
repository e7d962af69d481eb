package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// iteratorLib marks the objects that stand for a library's iterator functions.
const iteratorLib = "iterator"

// An item is what one turn of an iteration gives: a key and a value.
type item struct{ key, value setID }

// items returns what an iteration over the values of a set gives, and the addresses of
// the elements if that is all of it, as a loop over known elements has it. Otherwise it
// is one item, which stands for all; there is none where nothing can be iterated over.
func (f *frame) items(s setID) ([]item, []valueID) {
	var out []item
	for _, x := range f.opened(s) {
		switch x.kind {
		case nilValue:
		case refValue, structValue:
			out = append(out, f.itemsOf(x)...)
		case stringValue:
			out = append(out, item{unknown, f.one(x)})
		default:
			out = append(out, item{unknownOr(x), f.elementOf(x)})
		}
	}
	if parts, ok := f.elementParts(s); ok && len(out) <= maxInner {
		return out, parts
	}
	return joinItems(f.values, out), nil
}

// itemsOf returns the elements of a slice, array or map by step. One without any that
// are known may have been filled out of sight.
func (f *frame) itemsOf(x value) []item {
	o := f.object(x.n)
	var out []item
	for _, e := range f.orderedElements(o, x.path) {
		p := f.below(x.path, e)
		out = append(out, item{f.keyOf(e), f.join(f.loadFrom(o, p, ir.Interface), f.structAt(o, p))})
	}
	if len(out) == 0 {
		return []item{{unknown, f.loadFrom(o, f.below(x.path, anyElement), ir.String)}}
	}
	return out
}

// joinItems makes one item of many.
func joinItems(v *values, items []item) []item {
	if len(items) < 2 {
		return items
	}
	all := items[0]
	for _, it := range items[1:] {
		all = item{v.join(all.key, it.key), v.join(all.value, it.value)}
	}
	return []item{all}
}

// yielded returns the arguments that an item makes, in the order that a row lists;
// over is what is iterated over, and other what comes from elsewhere.
func (it item) yielded(order string, over, other setID) []setID {
	var args []setID
	for word := range strings.FieldsSeq(order) {
		switch word {
		case model.YieldKey:
			args = append(args, it.key)
		case model.YieldValue:
			args = append(args, it.value)
		case model.YieldOver:
			args = append(args, over)
		case model.YieldOther:
			args = append(args, other)
		}
	}
	return args
}

// yieldsOf returns the order in which a row hands keys and values over.
func yieldsOf(row *model.Row) string {
	if order := row.Const[model.RoleYields]; order != "" {
		return order
	}
	return model.YieldValue
}

// forEach calls the func argument once for each element, as a loop in the library
// does. Elements that are known get a call each, which nothing multiplies.
func (c *libraryCall) forEach(row *model.Row) []setID {
	items, parts := []item{{unknown, unknown}}, []valueID(nil)
	over := c.overOf(row)
	if over != bottom {
		items, parts = c.items(over)
	}
	e, other := edge{kind: c.kind, loop: hop.LoopRange, parts: parts}, c.otherOf(row)
	c.fillIn(row)
	given := make([][]setID, len(items))
	funcs := c.callables(c.arg(row, model.RoleFunc))
	said := &verdict{known: len(funcs) == 1 && len(parts) > 0}
	for _, x := range funcs {
		for i, it := range items {
			if results := c.applyAs(x, it.yielded(yieldsOf(row), over, other), e); len(results) > 0 {
				given[i] = c.joinResults(given[i], results)
				said.judge(c.frame, i, results[0])
			}
		}
	}
	c.callGatherers(row)
	switch row.Const[model.RoleResult] {
	case model.ResultIndex:
		return []setID{said.index(c.frame, parts)}
	case model.ResultAny:
		return []setID{said.any(c.frame)}
	case model.ResultFound:
		found := said.found(c.frame, items)
		if given := c.arg(row, model.RoleWith); given != bottom && !said.sure {
			found = c.orGiven(said, found, given)
		}
		return c.shaped(found)
	}
	return c.iterated(row, over, gathered{items, given, parts})
}

// orGiven returns what was found or, where there may be nothing, what was given for that.
func (c *libraryCall) orGiven(said *verdict, found, given setID) setID {
	if said.known && len(said.yes) == 0 {
		return given
	}
	return c.join(found, given)
}

// otherOf returns what an iteration hands over besides what it goes over.
func (c *libraryCall) otherOf(row *model.Row) setID {
	if s := c.arg(row, model.RoleWith); s != bottom {
		return s
	}
	return unknown
}

// iterator makes a function that calls its argument for each element.
func (c *libraryCall) iterator(row *model.Row) []setID {
	over := c.pieces(row, c.arg(row, model.RoleOver))
	o := c.make(iteratorLib, c.name)
	c.write(o, c.below(0, overField), over)
	c.write(o, c.below(0, yieldsField), c.textSet(yieldsOf(row)))
	return []setID{c.ref(o, 0)}
}

const (
	overField   = "$over"
	yieldsField = "$yields"
)

// yieldAll runs the body of a loop over a library's iterator: args holds the function
// that go/ssa makes of it.
func (f *frame) yieldAll(o *object, args []setID, e edge) {
	if len(args) == 0 {
		return
	}
	over := f.setAt(o, f.below(0, overField))
	items, parts := f.items(over)
	for _, order := range f.literals(f.setAt(o, f.below(0, yieldsField))) {
		for _, body := range f.opened(args[0]) {
			for _, it := range items {
				before := len(f.c.edges)
				f.applyAs(body, it.yielded(order, over, unknown), e)
				f.markBody(f.c.edges[before:], parts)
			}
		}
	}
}

// A rangeBody is what is known of the body of a range over a function.
type rangeBody struct {
	parts  []valueID // what it is entered for, once each
	called bool      // by functions of the program: the loops around the call say how often
	handed bool      // to what is not known
}

// markBody notes of the bodies of ranges over a function what they were entered for.
func (f *frame) markBody(edges []edge, parts []valueID) {
	for i := range edges {
		if edges[i].callee == noContext {
			continue
		}
		b := &f.contexts[edges[i].callee].body
		if len(parts) == 0 {
			b.handed = true
		}
		for _, p := range parts {
			b.parts = addID(b.parts, p)
		}
	}
}

// markCalled notes that the program itself calls a function value: the edges from
// before on, unless a library does in its stead.
func (f *frame) markCalled(x value, before int) {
	if x.kind != funcValue && x.kind != refValue || f.functionOf(x) == nil {
		return
	}
	for _, e := range f.c.edges[before:] {
		f.contexts[e.callee].body.called = true
	}
}

// isBody reports whether a loop is the one that the body of a range over a function is.
func (c *context) isBody(loop int32) bool {
	l := &c.fn.Loops[loop]
	return l.Kind == ir.RangeLoop && l.Parent < 0 && c.fn.Blocks[0].Loop == loop
}

// collect gathers what iterators give, and the elements of slices, in a new slice.
func (c *libraryCall) collect(row *model.Row) []setID {
	o := c.make("strings", c.name)
	sources := append(c.opened(c.arg(row, model.RoleOver)), c.opened(c.arg(row, model.RoleValue))...)
	again := slices.Contains(sources, value{kind: refValue, n: int64(o.id)})
	for _, x := range sources {
		switch {
		case x.kind == refValue && c.object(x.n).lib == iteratorLib:
			c.gatherFrom(o, c.object(x.n))
		case x.kind == structValue, x.kind == refValue && c.object(x.n).fn == nil:
			c.copyElements(o, x)
			if again {
				c.appendedAgain(o, x)
			}
		case x.kind != nilValue:
			c.callBack([]setID{c.one(x)}, nil)
			return c.resultsOf(c.one(c.origin()), bottom)
		}
	}
	return []setID{c.ref(o, 0)}
}

// gatherFrom writes what an iterator gives to a slice.
func (c *libraryCall) gatherFrom(to, it *object) {
	over := c.setAt(it, c.below(0, overField))
	items, parts := c.items(over)
	for i, item := range items {
		step := anyElement
		if len(parts) > 0 {
			step = c.gatheredStep(parts[i], i)
		}
		for _, order := range c.literals(c.setAt(it, c.below(0, yieldsField))) {
			if args := item.yielded(order, over, unknown); len(args) > 0 {
				c.write(to, c.below(0, step), args[len(args)-1])
			}
		}
	}
}

// gatheredStep returns the element that the part of what was gone over becomes. An
// appended one stays so, since it may stand for several.
func (f *frame) gatheredStep(part valueID, i int) string {
	if step := f.paths[f.all[part].path].step; isAppended(step) {
		return step
	}
	return "[" + itoa(int64(i)) + "]"
}

// callUnknown calls a function value that is not known: as a function without a
// model, it may call the functions among its arguments there and then, and return an
// argument that it wraps. The body of a range over it is one.
func (f *frame) callUnknown(in *ir.Instr, x value, args []setID, kind edgeKind) []setID {
	c := &libraryCall{frame: f, in: in, args: args, kind: kind}
	if row := c.bySignature(); row != nil {
		return c.act(row)
	}
	c.callBack(args, in.Pass)
	f.passed(args, x)
	if through := c.passedThrough(); through != bottom {
		return c.resultsOf(unknown, through)
	}
	return nil
}

// parts returns the elements of a slice in order or, where it is none that the program
// made, what is known of all of them.
func (c *libraryCall) parts(s setID) []setID {
	if list := c.list(s); len(list) > 0 {
		return list
	}
	if x, ok := c.foreign(s); ok {
		return []setID{c.one(x)}
	}
	return nil
}
