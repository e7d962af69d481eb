package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// Inner middleware of a router stands around no route: handlers that were generated put
// it around the operations that they call, others do without. That of an RPC server
// stands around those of its methods that a selector names.

const innerField = "$inner"

// addInner gives a router inner middleware for the operations that selectors name: all
// of them without any.
func (c *libraryCall) addInner(router value, middleware, selectors setID) {
	if middleware == bottom {
		return
	}
	o := c.make("inner", itoa(router.n))
	c.addAll(o, 0, middlewareField, middleware)
	c.addAll(o, 0, pathField, selectors)
	r := c.object(router.n)
	c.write(r, c.below(c.below(router.path, innerField), "["+itoa(int64(o.id))+"]"), c.ref(o, 0))
}

// innerOf returns the inner middleware of a request that is handed on: that of the
// routers by which it came.
func (c *libraryCall) innerOf(req setID) setID {
	out := bottom
	for _, x := range c.opened(req) {
		route := c.routeOf(x)
		if route == nil {
			continue
		}
		operations := c.operationsOf(route)
		for _, r := range c.routersAbove(route) {
			out = c.join(out, c.innerFor(r, operations))
		}
	}
	return out
}

// operation returns what stands for the operation of the function that is running.
func (c *libraryCall) operation() *object {
	o, _ := c.heap.at(site{tag: "operation", ctx: c.c.id})
	return o
}

// nameOperation says what the operation is called of the function that is running.
func (c *libraryCall) nameOperation(name setID) {
	if name != bottom {
		c.addAll(c.operation(), 0, handlerField, name)
	}
}

// operationsOf returns what the operation is called that a function calls for the
// request of a route: as it said, else as the route's path.
func (c *libraryCall) operationsOf(route *object) []string {
	if names := c.literals(c.setAt(c.operation(), c.below(0, handlerField))); len(names) > 0 {
		return names
	}
	var out []string
	names, _ := c.httpNames([]*label{c.routeLabels[route.id]})
	for _, name := range names {
		_, path, _ := strings.Cut(name, " ")
		out = append(out, path)
	}
	return out
}

// routersAbove returns the routers that a route lies below, the nearest first.
func (f *frame) routersAbove(o *object) []value {
	var out []value
	at := []value{{kind: refValue, n: int64(o.id)}}
	seen := make(map[value]bool)
	for len(at) > 0 {
		x := at[0]
		at = at[1:]
		for _, r := range f.refsAt(f.object(x.n), f.below(x.path, parentField)) {
			if !seen[r] {
				seen[r] = true
				out, at = append(out, r), append(at, r)
			}
		}
	}
	return out
}

// innerFor returns the inner middleware that a router has for operations: of what is
// for some of them, what names them most exactly.
func (f *frame) innerFor(router value, operations []string) setID {
	out := bottom
	for _, operation := range operations {
		best, longest := bottom, -1
		for _, x := range f.listed(f.object(router.n), f.below(router.path, innerField)) {
			o := f.object(x.n)
			own := f.setAt(o, f.below(0, middlewareField))
			length := f.selects(o, operation)
			switch {
			case length == selectsAll:
				out = f.join(out, own)
			case length > longest:
				best, longest = own, length
			case length == longest && length >= 0:
				best = f.join(best, own)
			}
		}
		out = f.join(out, best)
	}
	return out
}

// selectsAll and selectsNone are what selects returns where no selector is known, and
// where none fits.
const (
	selectsAll  = -2
	selectsNone = -1
)

// selects returns how exactly the selectors of inner middleware name an operation: by
// how many characters, and one more if by all.
func (f *frame) selects(inner *object, operation string) int {
	s := f.setAt(inner, f.below(0, pathField))
	c := &libraryCall{frame: f, in: &ir.Instr{}}
	selectors := c.literals(s)
	if len(selectors) == 0 {
		return selectsAll
	}
	longest := selectsNone
	for _, selector := range selectors {
		prefix, open := strings.CutSuffix(selector, "*")
		switch {
		case !open && selector == operation:
			longest = max(longest, len(selector)+1)
		case open && strings.HasPrefix(operation, prefix):
			longest = max(longest, len(prefix))
		}
	}
	return longest
}

// selected returns what stands around a method of a server: what is around all, and
// what names it.
func (c *libraryCall) selected(r *registration, l *label) setID {
	out := c.join(r.middleware, r.inner)
	for _, x := range c.opened(r.server) {
		if x.kind == refValue {
			out = c.join(out, c.innerFor(x, []string{"/" + l.procedure}))
		}
	}
	return out
}

// isRequestType reports whether handlers get values of a type in place of the request.
func (m *machine) isRequestType(name string) bool {
	row := m.models.Row(strings.TrimPrefix(name, "*"))
	return row != nil && row.Kind == model.RequestType
}
