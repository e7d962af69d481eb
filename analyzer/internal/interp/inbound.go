package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// Fields of the objects that models make. The dollar keeps them apart from fields
// of the program's own.
const (
	routesField     = "$routes"
	childrenField   = "$children"
	parentField     = "$parent"
	prefixField     = "$prefix"
	aboveField      = "$above"
	pathField       = "$path"
	methodField     = "$method"
	verbsField      = "$verbs" // in place of the methods that a route was made with
	handlerField    = "$handler"
	middlewareField = "$middleware"
	beforeField     = "$before"
	targetField     = "$target"
	stripField      = "$strip"
	annotatedField  = "$annotated"
)

// A label names what a request is handed to: a route, an RPC method, a prefix that
// is cut off. Edges that serve and dispatch carry one.
type label struct {
	route     *object // of a router
	syntax    string
	pos       string
	below     bool    // the route's path stands below that of the route before
	mount     bool    // the route's path stands before those of the handler's own routes
	bare      bool    // no middleware of the route's router stands before it
	strip     *object // a handler that cuts a prefix off
	procedure string  // of an RPC
	protocol  string  // of the RPC, "" for gRPC
	handler   string  // name of the function that handles the RPC
	reserved  bool    // what libraries serve beside the program's own endpoints
}

// shaped gives a result of the right number of components: s and then unknowns.
func (c *libraryCall) shaped(s setID) []setID {
	out := []setID{s}
	for len(out) < len(c.in.Results) {
		out = append(out, unknown)
	}
	return out
}

func (c *libraryCall) addAll(o *object, p pathID, name string, s setID) {
	c.write(o, c.below(p, name), s)
}

// routersOf returns the places of a router role. Library values that nobody
// modelled are no routers. A router's parts, such as a group that it embeds, stand for it.
func (c *libraryCall) routersOf(s setID) []value {
	var out []value
	for _, x := range c.opened(s) {
		if x.kind != refValue && x.kind != structValue {
			continue
		}
		if c.object(x.n).lib == "router" {
			x.kind, x.path = refValue, 0
		}
		if x.kind == refValue {
			out = append(out, x)
		}
	}
	return out
}

// routerRole returns the router of a row: an argument, or a package's default one.
func (c *libraryCall) routerRole(row *model.Row) setID {
	if name, ok := row.Const[model.RoleRouter]; ok {
		return c.loadFrom(c.global(name), 0, ir.Pointer)
	}
	return c.arg(row, model.RoleRouter)
}

// route registers a handler: an object that later calls may change. Where a router's method
// gives one of its own type, that is the router.
func (c *libraryCall) route(row *model.Row) []setID {
	if list, ok := row.List(); ok {
		c.routeList(row, c.locate(list), bottom)
		return c.inert(row)
	}
	var route setID
	if _, ok := row.Args[model.RoleImpl]; ok {
		route = c.objectRoutes(row)
	} else {
		route = c.ref(c.routeAt(row, "", bottom), 0)
	}
	if c.givesReceiver() {
		return []setID{c.receiver()}
	}
	return []setID{route}
}

// routeAt makes the route that a row describes, behind middleware of its own.
func (c *libraryCall) routeAt(row *model.Row, tag string, middleware setID) *object {
	o := c.make("route", tag)
	c.labelOf(o, row)
	path := c.arg(row, model.RolePattern)
	if path == bottom {
		path = c.arg(row, model.RolePath)
	}
	if row.Syntax == "compiled" {
		path = c.decompiled(path)
	}
	c.addAll(o, 0, pathField, path)
	c.addAll(o, 0, prefixField, c.arg(row, model.RolePrefix))
	c.addAll(o, 0, methodField, c.verbsIn(row))
	c.addHandlers(o, row)
	c.addAll(o, 0, middlewareField, c.join(middleware, c.arg(row, model.RoleMiddleware)))
	for _, r := range c.routersFor(row) {
		c.addRoute(r, o)
		if loc, ok := row.Args[model.RoleAhead]; ok {
			c.runBefore(r, c.locate(loc), bottom)
		}
	}
	return o
}

// verbsIn returns the HTTP methods of a row: one, several, or a list of them.
func (c *libraryCall) verbsIn(row *model.Row) setID {
	several := c.arg(row, model.RoleMethods)
	return c.join(c.arg(row, model.RoleMethod), c.join(several, c.elements(several)))
}

// annotate tells the path of the route that a request came by, where only its handler
// knows that.
func (c *libraryCall) annotate(row *model.Row) []setID {
	c.nameOperation(c.arg(row, model.RoleProcedure))
	path := c.fieldsOf(c.arg(row, model.RolePath), string(model.RolePath))
	for _, x := range c.opened(c.arg(row, model.RoleRequest)) {
		if route := c.routeOf(x); route != nil {
			c.addAll(route, 0, annotatedField, path)
		}
	}
	return c.resultsOf(request, bottom)
}

// routeOf returns the route that an inbound request came by, nil if that is not known.
func (c *libraryCall) routeOf(req value) *object {
	if req.kind != refValue {
		return nil
	}
	return c.inbounds[objectID(req.n)]
}

// labelOf returns the label of a route, made on first use.
func (c *libraryCall) labelOf(o *object, row *model.Row) *label {
	l := c.routeLabels[o.id]
	if l == nil {
		l = &label{route: o, syntax: row.Syntax, pos: c.handWritten(), bare: row.Const[model.RoleBare] != ""}
		c.routeLabels[o.id] = l
	}
	return l
}

// isPart reports whether a place is a pointer that a library keeps in a router: that of
// a router which it embeds stands for it, too.
func (f *frame) isPart(o *object, p pathID) bool {
	return o.lib == "router" && p != 0 && f.paths[p].parent == 0 && !strings.HasPrefix(f.paths[p].step, "$") && f.setAt(o, p) == bottom
}

func (c *libraryCall) addRoute(router value, route *object) {
	r := c.object(router.n)
	c.write(r, c.below(c.below(router.path, routesField), "["+itoa(int64(route.id))+"]"), c.ref(route, 0))
	c.write(route, c.below(0, parentField), c.one(router))
	c.know(router)
}

// know keeps a router in the order of first use.
func (m *machine) know(router value) {
	if !m.known[router] {
		m.known[router] = true
		m.routers = append(m.routers, router)
	}
}

// routeMod changes the route that is its receiver.
func (c *libraryCall) routeMod(row *model.Row) []setID {
	for _, x := range c.routersOf(c.receiver()) {
		o := c.object(x.n)
		c.addAll(o, x.path, pathField, c.arg(row, model.RolePath))
		c.addAll(o, x.path, prefixField, c.arg(row, model.RolePrefix))
		c.addAll(o, x.path, verbsField, c.verbsIn(row))
		c.addAll(o, x.path, handlerField, c.arg(row, model.RoleHandler))
		c.addAll(o, x.path, beforeField, c.arg(row, model.RoleBefore))
	}
	return []setID{c.receiver()}
}

// group makes a router below another one, and calls the function that fills it.
func (c *libraryCall) group(row *model.Row) []setID {
	if row.Args[model.RoleRoutes].Base != model.Nowhere && row.Args[model.RolePrefix].Base == model.Nowhere {
		self := c.routerRole(row)
		c.adopt(self, c.arg(row, model.RoleRoutes))
		return []setID{self}
	}
	self := c.groupOf(row, "group", c.arg(row, model.RolePrefix), c.said(row, model.RoleMiddleware))
	c.fillRouter(self, row)
	c.adopt(self, c.arg(row, model.RoleRoutes))
	return []setID{self}
}

// groupOf makes a router below those of a row.
func (c *libraryCall) groupOf(row *model.Row, tag string, prefix, middleware setID) setID {
	o := c.make("router", tag)
	self := c.ref(o, 0)
	c.addAll(o, 0, prefixField, prefix)
	c.addAll(o, 0, middlewareField, middleware)
	c.addAll(o, 0, string(model.RoleInterceptor), c.said(row, model.RoleInterceptor))
	c.runBefore(value{kind: refValue, n: int64(o.id)}, c.said(row, model.RoleBefore), bottom)
	c.serveProxies(value{kind: refValue, n: int64(o.id)}, middleware)
	for _, r := range c.routersOf(c.routerRole(row)) {
		c.write(o, c.below(0, parentField), c.one(r))
		c.write(c.object(r.n), c.below(c.below(r.path, childrenField), "["+itoa(int64(o.id))+"]"), self)
		c.know(r)
	}
	return self
}

// mount serves a handler below a prefix that it does not see.
func (c *libraryCall) mount(row *model.Row) []setID {
	o := c.make("route", "mount")
	c.labelOf(o, row)
	c.addAll(o, 0, methodField, c.join(c.arg(row, model.RoleMethod), c.arg(row, model.RoleMethods)))
	for _, r := range c.routersOf(c.routerRole(row)) {
		c.mountOn(r, o, c.arg(row, model.RolePrefix), c.arg(row, model.RoleHandler))
	}
	return []setID{c.ref(o, 0)}
}

// mountOn has a route stand for all that a handler serves below a prefix.
func (c *libraryCall) mountOn(router value, route *object, prefix, handler setID) {
	c.routeLabels[route.id].mount = true
	c.addAll(route, 0, pathField, prefix)
	c.addAll(route, 0, handlerField, handler)
	c.addRoute(router, route)
}

// middleware adds middleware to a router.
func (c *libraryCall) middleware(row *model.Row) []setID {
	for _, r := range c.routersOf(c.routerRole(row)) {
		if row.Args[model.RoleInner].Base == model.Nowhere && c.arg(row, model.RolePattern) != bottom {
			c.cover(r, row)
			continue
		}
		c.addAll(c.object(r.n), r.path, middlewareField, c.arg(row, model.RoleMiddleware))
		c.serveProxies(r, c.arg(row, model.RoleMiddleware))
		always := c.interceptors(row)
		c.addAll(c.object(r.n), r.path, string(model.RoleInterceptor), always)
		c.addAll(c.object(r.n), r.path, middlewareField, c.heldMiddleware(always))
		c.runBefore(r, c.arg(row, model.RoleBefore), c.arg(row, model.RolePrefix))
		c.addInner(r, c.arg(row, model.RoleInner), c.arg(row, model.RolePattern))
		c.mix(r, c.arg(row, model.RoleMixed))
	}
	return []setID{c.receiver()}
}

// stripped returns a handler that cuts a prefix off before the one in s sees it.
func (c *libraryCall) stripped(s, prefix setID) setID {
	o := c.make("strip", "")
	c.addAll(o, 0, handlerField, s)
	c.addAll(o, 0, stripField, prefix)
	return c.ref(o, 0)
}

// serve has requests served by a handler.
func (c *libraryCall) serve(row *model.Row) []setID {
	s := c.handlerOr(row)
	for _, r := range c.routersOf(s) {
		c.addAll(c.object(r.n), r.path, middlewareField, c.arg(row, model.RoleMiddleware))
	}
	for _, x := range c.opened(s) {
		c.servesUnknown = c.servesUnknown || x.kind == unknownValue
	}
	c.serveHTTP(s, request, edge{kind: serveEdge})
	return c.resultsOf(unknown, bottom)
}

// handlerOr returns the handler of a row or, where a program gives none, the default
// router of its package.
func (c *libraryCall) handlerOr(row *model.Row) setID {
	s := c.arg(row, model.RoleHandler)
	if def, ok := row.Const[model.RoleRouter]; ok && (s == bottom || c.contains(s, nilValue)) {
		s = c.join(s, c.loadFrom(c.global(def), 0, ir.Pointer))
	}
	return s
}

// serveHTTP hands a request to the handlers in s.
func (f *frame) serveHTTP(s, req setID, e edge) {
	for _, x := range f.members(s) {
		f.serveOne(x, req, e)
	}
}

func (f *frame) serveOne(x value, req setID, e edge) {
	switch x.kind {
	case funcValue:
		f.handle(x, req, e)
	case ifaceValue:
		if inner := f.all[x.n]; f.isLibrary(inner) || f.isHandlerFunc(x) {
			f.serveOne(inner, req, e)
			return
		}
		f.invokeOn(x, handlerMethod, []setID{unknown, req}, e)
	case refValue:
		o := f.object(x.n)
		switch {
		case o.fn != nil:
			f.handle(x, req, e)
		case o.lib == "strip":
			e.labels = append(slices.Clip(e.labels), &label{strip: o})
			f.serveHTTP(f.loadFrom(o, f.below(0, handlerField), ir.Interface), req, e)
		case o.lib == methodLib:
			f.serveMethod(o, e)
		case o.lib == procedureLib:
			f.serveProcedure(o, req, e)
		case o.lib == proxyLib:
			f.forward(x, e)
		case o.lib == sequenceLib:
			f.serveSequence(x, req, e)
		case o.lib == callerLib:
			f.serveCaller(o, e)
		case o.lib == handlerLib:
			f.serveHandler(x, req, e)
		default:
			f.dispatchOn(x, e)
		}
	}
}

// isHandlerFunc reports whether what an interface holds is a function that handles
// requests itself, and not by a method of its type.
func (f *frame) isHandlerFunc(x value) bool {
	inner := f.all[x.n]
	isFunc := inner.kind == funcValue || inner.kind == refValue && f.object(inner.n).fn != nil
	return isFunc && f.funcs[f.types.method(x.typ, handlerMethod.Method)] == nil
}

// handlerMethod is the call of a handler's method.
var handlerMethod = &ir.Instr{Sym: "(net/http.Handler).ServeHTTP", Method: "ServeHTTP"}

// isLibrary reports whether a value is an object that a model made.
func (f *frame) isLibrary(x value) bool {
	return x.kind == refValue && f.object(x.n).lib != ""
}

// handle calls a handler function with a request in each parameter that may be one.
func (f *frame) handle(x value, req setID, e edge) {
	fn := f.functionOf(x)
	if fn == nil {
		if x.kind == funcValue {
			f.applyAs(x, []setID{unknown, req}, e)
		}
		return
	}
	f.applyAs(x, f.handlerArgs(fn, req), e)
}

// handlerArgs returns what a handler is called with.
func (f *frame) handlerArgs(fn *function, req setID) []setID {
	args := make([]setID, len(fn.Params))
	for i, p := range fn.Params {
		args[i] = request
		switch {
		case p.Type == "*net/http.Request", f.isRequestType(p.Type):
			args[i] = req
		case p.Type == "net/http.ResponseWriter":
			args[i] = unknown
		}
	}
	return args
}

// functionOf returns the function that a value is, nil if it has no body.
func (f *frame) functionOf(x value) *function {
	if x.kind == funcValue {
		return f.funcs[f.funcName(x.n)]
	}
	return f.object(x.n).fn
}
