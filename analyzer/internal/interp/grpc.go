package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// newServer makes an RPC server with what its options hold, and calls the function that
// registers services with it.
func (c *libraryCall) newServer(row *model.Row) []setID {
	o := c.make("server", "")
	c.keepAround(o, row)
	self := c.ref(o, 0)
	for _, x := range c.callables(c.arg(row, model.RoleCallback)) {
		c.apply(x, []setID{self}, callEdge)
	}
	c.serveUnregistered(row, self)
	return c.shaped(self)
}

// A registration is an RPC service that is registered with a server.
type registration struct {
	around
	server   setID
	service  string
	protocol string
	impl     setID
}

// register registers an RPC service: its descriptor names the methods, and the
// functions that the generated code made for them call the implementation.
func (c *libraryCall) register(row *model.Row) []setID {
	r := registration{
		around:   c.aroundOf(c.arg(row, model.RoleServer)),
		server:   c.arg(row, model.RoleServer),
		protocol: row.Protocol,
		impl:     c.arg(row, model.RoleImpl),
	}
	for _, d := range c.opened(c.arg(row, model.RoleDesc)) {
		if d.kind != refValue && d.kind != structValue {
			continue
		}
		for _, name := range c.literals(c.loadFrom(c.object(d.n), c.below(d.path, fieldOr(row, model.RoleService, "ServiceName")), ir.String)) {
			r.service = name
			if field, ok := row.Const[model.RoleHandler]; ok {
				c.registerTable(c.methodsIn(d, "Methods", fieldOr(row, model.RoleMethod, "MethodName"), field), &r)
				continue
			}
			c.registerDesc(d, &r)
		}
	}
	return c.inert(row)
}

// fieldOr returns the name of a field that a row says in a role, else that of gRPC.
func fieldOr(row *model.Row, role model.Role, name string) string {
	if field := row.Const[role]; field != "" {
		return field
	}
	return name
}

func (c *libraryCall) registerDesc(desc value, r *registration) {
	if table := c.methodTable(desc); len(table) > 0 {
		c.registerTable(table, r)
		return
	}
	// An interceptor may be a library's, of which it is not seen that it goes on.
	unary := c.join(r.unary, nilSet)
	for _, m := range c.methodsIn(desc, "Methods", "MethodName", "Handler") {
		l := c.procedureLabel(r, m.name)
		c.serveMethod(m.handlers, []setID{r.impl, unknown, request, unary}, l)
		c.serveDecorated(c.selected(r, l), l)
	}
	for _, m := range c.methodsIn(desc, "Streams", "StreamName", "Handler") {
		l := c.procedureLabel(r, m.name)
		c.serveMethod(m.handlers, []setID{r.impl, request}, l)
		c.interceptStream(r, m.handlers, l)
		c.serveDecorated(r.streams, l)
	}
}

// An rpcMethod is an entry of a service descriptor.
type rpcMethod struct {
	name     string
	handlers setID
}

func (c *libraryCall) methodsIn(desc value, list, nameField, handlerField string) []rpcMethod {
	var out []rpcMethod
	s := c.loadFrom(c.object(desc.n), c.below(desc.path, list), ir.Slice)
	for _, x := range c.members(s) {
		if x.kind != refValue && x.kind != structValue {
			continue
		}
		o := c.object(x.n)
		for _, e := range c.orderedElements(o, x.path) {
			p := c.below(x.path, e)
			h := c.loadFrom(o, c.below(p, handlerField), ir.FuncValue)
			for _, name := range c.literals(c.loadFrom(o, c.below(p, nameField), ir.String)) {
				out = append(out, rpcMethod{name, h})
			}
		}
	}
	return out
}

func (c *libraryCall) procedureLabel(r *registration, method string) *label {
	procedure := r.service + "/" + method
	return &label{
		procedure: procedure,
		protocol:  r.protocol,
		pos:       c.handWritten(),
		handler:   c.implMethod(r.impl, method),
		reserved:  isReserved(procedure),
	}
}

func (c *libraryCall) serveMethod(handlers setID, args []setID, l *label) {
	for _, x := range c.members(handlers) {
		c.applyAs(x, args, edge{kind: serveEdge, labels: []*label{l}})
	}
	if len(c.members(handlers)) == 0 {
		c.serveNobody(l)
	}
}

// serveNobody serves what no code in sight handles.
func (c *libraryCall) serveNobody(l *label) {
	c.c.edges = append(c.c.edges, edge{instr: c.edgeInstr(), kind: serveEdge, callee: noContext, labels: []*label{l}})
}

// implMethod returns the name of the method of an implementation.
func (c *libraryCall) implMethod(impl setID, name string) string {
	for _, x := range c.members(impl) {
		if x.kind == ifaceValue {
			return c.types.method(x.typ, name)
		}
	}
	return ""
}

// isReserved reports whether a procedure is one that servers have beside their own.
func isReserved(procedure string) bool {
	return strings.HasPrefix(procedure, "grpc.health.") || strings.HasPrefix(procedure, "grpc.reflection.") ||
		strings.HasPrefix(procedure, "grpc.channelz.")
}

// reserve serves something of the library's own: a route, or a service by name, whose
// methods an implementation of the program's own may have.
func (c *libraryCall) reserve(row *model.Row) []setID {
	if routers := c.routersOf(c.routerRole(row)); len(routers) > 0 {
		o := c.routeAt(row, "", bottom)
		c.addAll(o, 0, handlerField, unknown)
		return []setID{c.ref(o, 0)}
	}
	impl := c.arg(row, model.RoleImpl)
	for _, name := range strings.Fields(row.Const[model.RoleService]) {
		method := name[strings.LastIndexByte(name, '/')+1:]
		l := &label{procedure: name, pos: c.handWritten(), reserved: true}
		own := false
		for _, x := range c.members(impl) {
			if x.kind == ifaceValue && c.funcs[c.types.method(x.typ, method)] != nil {
				c.serveOwn(x, c.types.method(x.typ, method), l)
				own = true
			}
		}
		if !own {
			c.serveNobody(l)
		}
	}
	return c.resultsOf(unknown, bottom)
}

// dial makes a connection to a target: that of an argument or, without one, of an
// option; or to where an option's dialler leads.
func (c *libraryCall) dial(row *model.Row) []setID {
	o := c.make("conn", "")
	target := c.dialTarget(row)
	if led := c.dialTargets(c.arg(row, model.RoleOption)); len(led) > 0 {
		target = bottom
		for _, t := range led {
			target = c.join(target, c.one(c.str(t)))
		}
	}
	c.write(o, c.below(0, targetField), target)
	c.pointAt(o, c.arg(row, model.RoleURL))
	c.write(o, c.below(0, serviceField), c.said(row, model.RoleService))
	c.write(o, c.below(0, string(model.RoleProcedure)), c.arg(row, model.RoleProcedure))
	c.write(o, c.below(0, prefixField), c.arg(row, model.RolePrefix))
	c.write(o, c.below(0, string(model.RoleOption)), c.arg(row, model.RoleOption))
	c.keepAround(o, row)
	return c.shaped(c.ref(o, 0))
}

// procedures returns the RPC methods of a set as "pkg.Service/Method", also those that
// are written "Service.Method".
func (c *libraryCall) procedures(s setID) []string {
	var out []string
	for _, text := range c.literals(s) {
		text = strings.TrimPrefix(text, "/")
		if i := strings.LastIndexByte(text, '.'); i >= 0 && !strings.Contains(text, "/") {
			text = text[:i] + "/" + text[i+1:]
		}
		out = append(out, text)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
