package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// iteratorLib marks the objects that stand for a library's iterator functions.
const iteratorLib = "iterator"

// An item is what one turn of an iteration gives: a key and a value.
type item struct{ key, value setID }

// items returns what an iteration over the values of a set gives, and whether that
// is all of it, as a loop over known elements has it. Otherwise it is one item, which
// stands for all; there is none where nothing can be iterated over.
func (f *frame) items(s setID) ([]item, bool) {
	var out []item
	known := true
	for _, x := range f.opened(s) {
		switch x.kind {
		case nilValue:
		case refValue, structValue:
			own, ok := f.itemsOf(x)
			out, known = append(out, own...), known && ok
		case stringValue:
			out, known = append(out, item{unknown, f.one(x)}), false
		default:
			out, known = append(out, item{unknownOr(x), f.elementOf(x)}), false
		}
	}
	if known && len(out) > 0 && len(out) <= maxInner {
		return out, true
	}
	return joinItems(f.values, out), false
}

// itemsOf returns the elements of a slice, array or map by step. One without any that
// are known may have been filled out of sight.
func (f *frame) itemsOf(x value) ([]item, bool) {
	o := f.object(x.n)
	var out []item
	known := true
	for _, e := range f.orderedElements(o, x.path) {
		p := f.below(x.path, e)
		out = append(out, item{f.keyOf(e), f.join(f.loadFrom(o, p, ir.Interface), f.structAt(o, p))})
		known = known && e != anyElement && !f.isRepeated(f.elementSource(e), maxSources)
	}
	if len(out) == 0 {
		return []item{{unknown, f.loadFrom(o, f.below(x.path, anyElement), ir.String)}}, false
	}
	return out, known
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
// over is what is iterated over.
func (it item) yielded(order string, over setID) []setID {
	var args []setID
	for word := range strings.FieldsSeq(order) {
		switch word {
		case model.YieldKey:
			args = append(args, it.key)
		case model.YieldValue:
			args = append(args, it.value)
		case model.YieldOver:
			args = append(args, over)
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
	items, known := []item{{unknown, unknown}}, false
	over := c.arg(row, model.RoleOver)
	if over != bottom {
		items, known = c.items(over)
	}
	e := edge{kind: c.kind, loop: hop.LoopRange}
	if known {
		e.loop = hop.NoLoop
	}
	given := bottom
	for _, x := range c.callables(c.arg(row, model.RoleFunc)) {
		for _, it := range items {
			if results := c.applyAs(x, it.yielded(yieldsOf(row), over), e); len(results) > 0 {
				given = c.join(given, results[0])
			}
		}
	}
	return c.iterated(row, over, given)
}

// iterated returns the results of a call for each element: what was gone over, a new
// slice of what the function gave, or what is known of neither.
func (c *libraryCall) iterated(row *model.Row, over, given setID) []setID {
	other := c.resultsOf(c.one(c.origin()), bottom)
	if len(other) == 0 {
		return other
	}
	switch row.Const[model.RoleResult] {
	case model.ResultOver:
		other[0] = over
	case model.ResultGiven:
		o := c.make("strings", c.name)
		c.write(o, c.below(0, anyElement), given)
		other[0] = c.ref(o, 0)
	}
	return other
}

// iterator makes a function that calls its argument for each element.
func (c *libraryCall) iterator(row *model.Row) []setID {
	over := c.arg(row, model.RoleOver)
	if _, ok := row.Args[model.RoleSeparator]; ok {
		over = c.splitBy()
	}
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
	items, known := f.items(over)
	for _, order := range f.literals(f.setAt(o, f.below(0, yieldsField))) {
		for _, body := range f.opened(args[0]) {
			for _, it := range items {
				before := len(f.c.edges)
				f.applyAs(body, it.yielded(order, over), e)
				f.markCounted(f.c.edges[before:], known)
			}
		}
	}
}

// markCounted notes of the bodies of a range over a function that were entered that the
// program says how often they run.
func (f *frame) markCounted(edges []edge, known bool) {
	for i := range edges {
		if known && edges[i].callee != noContext {
			f.contexts[edges[i].callee].counted = true
		}
	}
}

// collect gathers what iterators give, and the elements of slices, in a new slice.
func (c *libraryCall) collect(row *model.Row) []setID {
	o := c.make("strings", c.name)
	for _, x := range append(c.opened(c.arg(row, model.RoleOver)), c.opened(c.arg(row, model.RoleValue))...) {
		switch {
		case x.kind == refValue && c.object(x.n).lib == iteratorLib:
			c.gather(o, c.object(x.n))
		case x.kind == structValue, x.kind == refValue && c.object(x.n).fn == nil:
			c.copyElements(o, x)
		case x.kind != nilValue:
			c.callBack([]setID{c.one(x)}, nil)
			return c.resultsOf(c.one(c.origin()), bottom)
		}
	}
	return []setID{c.ref(o, 0)}
}

// gather writes what an iterator gives to a slice.
func (c *libraryCall) gather(to, it *object) {
	over := c.setAt(it, c.below(0, overField))
	items, _ := c.items(over)
	for i, item := range items {
		step := anyElement
		if len(items) > 1 {
			step = "[" + itoa(int64(i)) + "]"
		}
		for _, order := range c.literals(c.setAt(it, c.below(0, yieldsField))) {
			if args := item.yielded(order, over); len(args) > 0 {
				c.write(to, c.below(0, step), args[len(args)-1])
			}
		}
	}
}

// callUnknown calls a function value that is not known: as a function without a
// model, it may call the functions among its arguments there and then. The body of a
// range over it is one.
func (f *frame) callUnknown(in *ir.Instr, x value, args []setID, kind edgeKind) {
	c := &libraryCall{frame: f, in: in, args: args, kind: kind}
	c.callBack(args, in.Pass)
	f.passed(args, x)
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
