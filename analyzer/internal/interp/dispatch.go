package interp

import (
	"maps"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// dispatch hands a request to the routes of a router, or to the handlers of an object.
func (c *libraryCall) dispatch(row *model.Row) []setID {
	e := edge{kind: c.kind, labels: c.labels}
	if _, ok := row.Args[model.RoleHandler]; ok {
		c.serveHTTP(c.handlerOr(row), request, e)
		return nil
	}
	for _, r := range c.routersOf(c.receiver()) {
		c.serveOne(r, request, e)
	}
	for _, x := range c.members(c.receiver()) {
		if x.kind == ifaceValue && !c.isLibrary(c.all[x.n]) {
			c.serveOne(x, request, e)
		}
	}
	return nil
}

// dispatchOn hands a request to each route of a router and of the groups below it,
// through the middleware on the way.
func (f *frame) dispatchOn(router value, e edge) {
	if slices.Contains(e.routers, router) || len(e.routers) == maxRouters {
		return
	}
	e.routers = append(slices.Clip(e.routers), router)
	f.dispatched[router] = true
	f.dispatchBelow(router, e, passage{}, make(map[value]bool))
}

// maxRouters bounds how many routers hand a request on to one another.
const maxRouters = 5

// maxGroups bounds how deep groups of routes nest.
const maxGroups = 12

// dispatchBelow visits each router once: one that lies below itself adds nothing.
func (f *frame) dispatchBelow(router value, e edge, way passage, seen map[value]bool) {
	if seen[router] {
		return
	}
	seen[router] = true
	o := f.object(router.n)
	added := f.listed(o, f.below(router.path, beforeField))
	for _, x := range f.listed(o, f.below(router.path, routesField)) {
		own := f.through(way, router, added, x.n)
		f.dispatchTo(f.object(x.n), e, own)
		f.dispatchBelow(x, e, own, seen)
	}
	for _, x := range f.listed(o, f.below(router.path, childrenField)) {
		f.dispatched[x] = true
		f.dispatchBelow(x, e, f.through(way, router, added, x.n), seen)
	}
}

// setAt returns what models wrote to a place, bottom if nothing.
func (f *frame) setAt(o *object, p pathID) setID {
	r := &reading{heap: f.heap, reader: f.c.id, seen: make(map[visited]bool)}
	r.walk(&o.root, f.steps(p))
	return r.set
}

// listed returns what models listed below a place, one an element, in order.
func (f *frame) listed(o *object, p pathID) []value {
	pl := f.watchedAt(o, p, f.c.id)
	pl.child(anyElement).watch(f.c.id) // so that another element counts
	var out []value
	for _, step := range pl.order {
		out = append(out, f.members(pl.children[step].set)...)
	}
	return out
}

func (f *frame) refsAt(o *object, p pathID) []value {
	return f.members(f.setAt(o, p))
}

func (f *frame) dispatchTo(route *object, e edge, way passage) {
	l := f.routeLabels[route.id]
	h := f.setAt(route, f.below(0, handlerField))
	if l == nil || h == bottom {
		return
	}
	if l.bare {
		way = passage{}
	}
	e.labels = append(slices.Clip(e.labels), l)
	before := len(f.c.edges)
	h = f.wrapped(h, f.setAt(route, f.below(0, middlewareField)))
	s := sequence{before: f.beforeRoute(route, way, e.labels), handler: f.wrapped(h, f.aroundRoute(way, e.labels)), request: f.inbound(route, l)}
	f.serveAfter(s, e)
	if !slices.ContainsFunc(f.c.edges[before:], func(d edge) bool { return slices.Contains(d.labels, l) }) {
		f.c.edges = append(f.c.edges, edge{instr: f.edgeInstr(), kind: e.kind, callee: noContext, labels: e.labels})
	}
}

// noContext is the callee of an edge to code that is not known.
const noContext contextID = -1

// onlyUnknown reports whether no handler of the set has a body.
func (f *frame) onlyUnknown(s setID) bool {
	for _, x := range f.opened(s) {
		if x.kind == refValue || x.kind == structValue {
			return false
		}
		if x.kind == funcValue && f.functionOf(x) != nil {
			return false
		}
	}
	return !f.handlesByMethod(s)
}

// handlesByMethod reports whether a value of the set is of a type of the program's own.
func (f *frame) handlesByMethod(s setID) bool {
	for _, x := range f.members(s) {
		if x.kind == ifaceValue && f.funcs[f.types.method(x.typ, handlerMethod.Method)] != nil {
			return true
		}
	}
	return false
}

func (f *frame) edgeInstr() int32 {
	if f.fn == nil {
		return -1
	}
	return f.at
}

// wrapped returns what the middleware makes of a handler.
func (f *frame) wrapped(h, mw setID) setID {
	h = f.replaced(h, mw)
	for _, x := range f.opened(mw) {
		if f.isHook(x) {
			h = f.hooked(f.object(x.n), h)
			continue
		}
		if x.kind != funcValue && x.kind != refValue || f.functionOf(x) == nil {
			continue // a library's middleware hands every request on
		}
		arg := h
		if fn := f.functionOf(x); len(fn.Params) == 0 || fn.Params[0].Class != ir.FuncValue {
			arg = f.asHandler(h)
		}
		results := f.apply(x, []setID{arg}, callEdge)
		if len(results) > 0 && !f.onlyUnknown(results[0]) && results[0] != bottom {
			h = results[0]
		}
	}
	return h
}

// asHandler turns handler functions into values of the interface http.Handler.
func (f *frame) asHandler(h setID) setID {
	var out []value
	for _, x := range f.members(h) {
		if x.kind == funcValue || x.kind == refValue && f.object(x.n).fn != nil {
			x = value{kind: ifaceValue, typ: f.types.id("net/http.HandlerFunc"), n: int64(f.id(x))}
		}
		out = append(out, x)
	}
	return f.of(out)
}

// standsForHandler reports whether what an interface holds is a function that middleware
// of net/http got as a handler, and that takes something else.
func (f *frame) standsForHandler(x value) bool {
	if x.kind != ifaceValue || !f.isHandlerFunc(x) {
		return false
	}
	fn := f.functionOf(f.all[x.n])
	return fn != nil && !slices.ContainsFunc(fn.Params, func(p ir.Param) bool { return p.Type == "*"+requestType })
}

// inbound returns the request that a route's handler gets: its method is known, all
// else came from outside.
func (f *frame) inbound(route *object, l *label) setID {
	o, fresh := f.heap.at(site{tag: "inbound " + itoa(int64(route.id))})
	if fresh {
		o.lib = "request"
		f.inbounds[o.id] = route
		f.fill(o, 0, request)
		f.write(o, f.below(0, firstURLField), f.inboundURL(site{tag: "inbound url " + itoa(int64(route.id))}))
	}
	for _, m := range f.methodsOf(route, l) {
		f.write(o, f.below(0, "Method"), f.textSet(m))
	}
	return f.ref(o, 0)
}

// methodsOf returns the HTTP methods that a route is restricted to, in order of
// first use.
func (f *frame) methodsOf(route *object, l *label) []string {
	var methods []string
	verbs := f.setAt(route, f.below(0, verbsField))
	if verbs == bottom {
		verbs = f.setAt(route, f.below(0, methodField))
	}
	for _, m := range f.literals(verbs) {
		methods = append(methods, strings.Fields(strings.ToUpper(m))...)
	}
	if l.syntax == "servemux" || l.syntax == "braces" {
		for _, p := range f.templatesOf(f.setAt(route, f.below(0, pathField))) {
			text, _ := literal(assumed(p))
			if m, _ := cutMethod(text); m != "" {
				methods = append(methods, m)
			}
		}
	}
	if l.syntax == "verb" {
		for _, p := range f.pathTexts(route, pathField) {
			if verb, _ := methodBefore(p); verb != "" {
				methods = append(methods, verb)
			}
		}
	}
	slices.Sort(methods)
	return slices.Compact(methods)
}

// serveRest serves the routers that nothing in sight serves, as frameworks do: those
// that a library may have got hold of or, where it is not known of all that the program
// serves what it is, or it serves no router, all.
func (m *machine) serveRest() {
	served := len(m.dispatched) > 0 && !m.servesUnknown
	for i := 0; i < len(m.routers); i++ {
		r := m.routers[i]
		if m.dispatched[r] || m.hasParent(r) || served && !m.escapes(r) {
			continue
		}
		c := m.newContext(nil, nil, nil)
		c.native = func(f *frame) { f.dispatchOn(r, edge{kind: serveEdge}) }
		m.roots = append(m.roots, c.id)
		m.visit(c)
		m.settle()
	}
}

// escapes reports whether a router is among what functions without a model got, or
// what the root returned.
func (m *machine) escapes(router value) bool {
	q := &reachable{frame: &frame{machine: m, c: &context{}}, seen: make(map[value]bool)}
	for _, s := range slices.Sorted(maps.Keys(m.handedOut)) {
		q.queue = q.queue[:0]
		q.add(s)
		for i := 0; i < len(q.queue); i++ {
			if q.queue[i].n == router.n {
				return true
			}
			q.addBelow(q.queue[i])
		}
	}
	return false
}

func (m *machine) hasParent(router value) bool {
	pl := m.placeAt(m.object(router.n), m.below(router.path, parentField))
	return pl != nil && pl.set != bottom
}
