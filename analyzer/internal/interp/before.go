package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// Many frameworks take middleware and handlers of one type, and call them one after
// another. What runs before a route's own handler is what stands before it in its
// registration, and what its routers were given before it was registered on them.

// addHandlers gives a route its handler, and those that run before it.
func (c *libraryCall) addHandlers(route *object, row *model.Row) {
	handler := c.arg(row, model.RoleHandler)
	if row.Args[model.RoleConn].Base != model.Nowhere {
		handler = c.newCaller(row)[0]
	}
	list := c.handlerList(row)
	if len(list) > 0 {
		if handler != bottom {
			list = append([]setID{handler}, list...)
		}
		handler = list[len(list)-1]
		for _, s := range list[:len(list)-1] {
			c.addAll(route, 0, beforeField, s)
			c.addAll(route, 0, middlewareField, c.heldMiddleware(s))
		}
	}
	c.addAll(route, 0, handlerField, handler)
	c.addAll(route, 0, beforeField, c.arg(row, model.RoleBefore))
}

// handlerList returns what stands in the role handlers, in order.
func (c *libraryCall) handlerList(row *model.Row) []setID {
	loc, ok := row.Args[model.RoleHandlers]
	if !ok {
		return nil
	}
	loc.Variadic = false // the slice that holds them
	s := c.locate(loc)
	if list := c.list(s); len(list) > 0 {
		return list
	}
	if all := c.elements(s); all != bottom {
		return []setID{all}
	}
	return nil
}

// runBefore has handlers run before those of the routes that are added to a router
// from now on: those below a prefix, if there is one.
func (c *libraryCall) runBefore(router value, handlers, prefix setID) {
	if handlers == bottom {
		return
	}
	c.addAll(c.object(router.n), router.path, middlewareField, c.heldMiddleware(handlers))
	o := c.make("before", itoa(router.n))
	c.addAll(o, 0, handlerField, handlers)
	c.addAll(o, 0, pathField, prefix)
	r := c.object(router.n)
	c.write(r, c.below(c.below(router.path, beforeField), "["+itoa(int64(o.id))+"]"), c.ref(o, 0))
	c.know(router)
}

// heldMiddleware returns the middleware that libraries made handlers of.
func (c *libraryCall) heldMiddleware(handlers setID) setID {
	return c.inOptions(handlers, model.RoleMiddleware, 1)
}

// mix adds to a router what stands in the role mixed.
func (c *libraryCall) mix(router value, s setID) {
	prefix, handlers := bottom, bottom
	for _, x := range c.opened(s) {
		switch {
		case x.kind == stringValue:
			prefix = c.join(prefix, c.one(x))
		case c.isTextList(x):
			prefix = c.join(prefix, c.elements(c.one(x)))
		case c.isRouter(x) || c.isProxy(x):
		default:
			handlers = c.join(handlers, c.one(x))
		}
	}
	c.runBefore(router, handlers, prefix)
	for _, x := range c.opened(s) {
		if c.isRouter(x) {
			o := c.make("route", "mount")
			c.labelOf(o, &model.Row{})
			c.mountOn(router, o, prefix, c.one(x))
		}
		if c.isProxy(x) {
			c.forwardBelow(router, prefix, c.one(x))
		}
	}
}

// forwardBelow has a proxy get all requests below a prefix, which it does see.
func (c *libraryCall) forwardBelow(router value, prefix, proxy setID) {
	o := c.make("route", proxyLib)
	c.labelOf(o, &model.Row{})
	c.addAll(o, 0, prefixField, prefix)
	c.addAll(o, 0, handlerField, proxy)
	c.addRoute(router, o)
}

func (c *libraryCall) isProxy(x value) bool {
	return x.kind == refValue && c.object(x.n).lib == proxyLib
}

// isTextList reports whether a value is a list whose elements are texts.
func (c *libraryCall) isTextList(x value) bool {
	if x.kind != refValue || c.object(x.n).lib != "" || c.object(x.n).fn != nil {
		return false
	}
	return slices.ContainsFunc(c.opened(c.elements(c.one(x))), func(e value) bool { return e.kind == stringValue })
}

func (c *libraryCall) isRouter(x value) bool {
	return x.kind == refValue && c.object(x.n).lib == "router"
}

// A passage is what stands between a router and a route: functions that wrap its
// handler, and handlers that run before it.
type passage struct {
	middleware setID
	always     setID   // handlers that run before all routes of a router
	before     []value // what handlers run before routes that were added later
}

// through returns the passage to what was added to a router as the object with the
// given number: handlers that the router was given later do not run before it.
func (f *frame) through(way passage, router value, added []value, later int64) passage {
	o := f.object(router.n)
	way.middleware = f.join(way.middleware, f.setAt(o, f.below(router.path, middlewareField)))
	way.always = f.join(way.always, f.setAt(o, f.below(router.path, string(model.RoleInterceptor))))
	way.before = slices.Clip(way.before)
	for _, b := range added {
		if b.n < later || f.isCover(f.object(b.n)) {
			way.before = append(way.before, b)
		}
	}
	return way
}

// beforeRoute returns the handlers that run before a route's own.
func (f *frame) beforeRoute(route *object, way passage, labels []*label) setID {
	out := f.join(way.always, f.setAt(route, f.below(0, beforeField)))
	for _, b := range way.before {
		o := f.object(b.n)
		if f.covers(o, labels) {
			out = f.join(out, f.setAt(o, f.below(0, handlerField)))
		}
	}
	return out
}

// A sequence is a request on its way through handlers.
type sequence struct{ before, handler, request setID }

// serveAfter hands a request to handlers that run before another one, and to that.
// They are one context, since what they call is called by one endpoint.
func (f *frame) serveAfter(s sequence, e edge) {
	if f.onlyUnknown(s.before) {
		f.serveHTTP(s.handler, s.request, e)
		return
	}
	c := f.sequences[s]
	if c == nil {
		c = f.newContext(nil, nil, nil)
		f.sequences[s] = c
		c.native = func(f *frame) {
			for _, x := range f.opened(s.before) {
				switch {
				case x.kind == funcValue, x.kind == refValue && f.object(x.n).fn != nil:
					f.handle(x, s.request, edge{kind: callEdge})
				case f.isLibrary(x) && f.object(x.n).lib == methodLib:
					f.serveMethod(f.object(x.n), edge{kind: callEdge})
				case f.isLibrary(x) && f.object(x.n).lib == sequenceLib:
					f.serveSequence(x, s.request, edge{kind: callEdge})
				}
			}
			f.serveHTTP(s.handler, s.request, edge{kind: callEdge})
		}
		f.start(c)
	}
	e.instr, e.callee = f.edgeInstr(), c.id
	f.c.edges = append(f.c.edges, e)
}

// made is what values that libraries make stand for.
type made struct {
	sequences  map[sequence]*context
	callers    map[objectID]lateCall
	served     map[objectID]*context // the requests that callers answer by calling
	procedures map[string]*label
	inlets     map[valueID]inlet
}

func newMade() made {
	return made{
		sequences:  make(map[sequence]*context),
		callers:    make(map[objectID]lateCall),
		served:     make(map[objectID]*context),
		procedures: make(map[string]*label),
		inlets:     make(map[valueID]inlet),
	}
}
