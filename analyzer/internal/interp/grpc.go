package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// newServer makes an RPC server with the interceptors that its options hold.
func (c *libraryCall) newServer(row *model.Row) []setID {
	o := c.make("server", "")
	c.write(o, c.below(0, interceptorField), c.interceptorsIn(c.arg(row, model.RoleOption)))
	return c.shaped(c.ref(o, 0))
}

// interceptor makes an option that holds interceptors.
func (c *libraryCall) interceptor(row *model.Row) []setID {
	o := c.make("option", "")
	c.write(o, c.below(0, interceptorField), c.arg(row, model.RoleInterceptor))
	return []setID{c.ref(o, 0)}
}

func (c *libraryCall) interceptorsIn(options setID) setID {
	out := bottom
	for _, x := range c.opened(options) {
		if x.kind == refValue {
			out = c.join(out, c.setAt(c.object(x.n), c.below(x.path, interceptorField)))
		}
	}
	return out
}

// register registers an RPC service: its descriptor names the methods, and the
// functions that the generated code made for them call the implementation.
func (c *libraryCall) register(row *model.Row) []setID {
	interceptors := bottom
	for _, s := range c.opened(c.arg(row, model.RoleServer)) {
		if s.kind == refValue {
			interceptors = c.join(interceptors, c.setAt(c.object(s.n), c.below(s.path, interceptorField)))
		}
	}
	if interceptors == bottom {
		interceptors = nilSet
	}
	impl := c.arg(row, model.RoleImpl)
	for _, d := range c.opened(c.arg(row, model.RoleDesc)) {
		if d.kind == refValue || d.kind == structValue {
			c.registerDesc(d, impl, interceptors)
		}
	}
	return nil
}

func (c *libraryCall) registerDesc(desc value, impl, interceptors setID) {
	o := c.object(desc.n)
	for _, service := range c.literals(c.loadFrom(o, c.below(desc.path, "ServiceName"), ir.String)) {
		for _, m := range c.methodsIn(desc, "Methods", "MethodName") {
			c.serveMethod(service+"/"+m.name, m, []setID{impl, unknown, request, interceptors}, impl)
		}
		for _, m := range c.methodsIn(desc, "Streams", "StreamName") {
			c.serveMethod(service+"/"+m.name, m, []setID{impl, request}, impl)
		}
	}
}

// An rpcMethod is an entry of a service descriptor.
type rpcMethod struct {
	name     string
	handlers setID
}

func (c *libraryCall) methodsIn(desc value, list, nameField string) []rpcMethod {
	var out []rpcMethod
	s := c.loadFrom(c.object(desc.n), c.below(desc.path, list), ir.Slice)
	for _, x := range c.members(s) {
		if x.kind != refValue && x.kind != structValue {
			continue
		}
		o := c.object(x.n)
		for _, e := range c.orderedElements(o, x.path) {
			p := c.below(x.path, e)
			h := c.loadFrom(o, c.below(p, "Handler"), ir.FuncValue)
			for _, name := range c.literals(c.loadFrom(o, c.below(p, nameField), ir.String)) {
				out = append(out, rpcMethod{name, h})
			}
		}
	}
	return out
}

func (c *libraryCall) serveMethod(procedure string, m rpcMethod, args []setID, impl setID) {
	l := &label{procedure: procedure, pos: c.handWritten(), handler: c.implMethod(impl, m.name)}
	l.reserved = isReserved(procedure)
	for _, x := range c.members(m.handlers) {
		c.applyAs(x, args, edge{kind: serveEdge, labels: []*label{l}})
	}
	if len(c.members(m.handlers)) == 0 {
		c.c.edges = append(c.c.edges, edge{instr: c.edgeInstr(), kind: serveEdge, callee: noContext, labels: []*label{l}})
	}
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

// reserve serves something of the library's own: a route, or a service by name.
func (c *libraryCall) reserve(row *model.Row) []setID {
	if routers := c.routersOf(c.routerRole(row)); len(routers) > 0 {
		o := c.registered(row)
		c.addAll(o, 0, handlerField, unknown)
		return []setID{c.ref(o, 0)}
	}
	for _, name := range strings.Fields(row.Const[model.RoleService]) {
		l := &label{procedure: name, pos: c.handWritten(), reserved: true}
		c.c.edges = append(c.c.edges, edge{instr: c.edgeInstr(), kind: serveEdge, callee: noContext, labels: []*label{l}})
	}
	return c.resultsOf(unknown, bottom)
}

// dial makes a connection to a target.
func (c *libraryCall) dial(row *model.Row) []setID {
	o := c.make("conn", "")
	c.write(o, c.below(0, targetField), c.arg(row, model.RoleTarget))
	c.write(o, c.below(0, interceptorField), c.interceptorsIn(c.arg(row, model.RoleOption)))
	return c.shaped(c.ref(o, 0))
}

// connections returns the targets and interceptors of the connections in s.
func (c *libraryCall) connections(s setID) (targets, interceptors setID) {
	for _, x := range c.opened(s) {
		if x.kind != refValue {
			continue
		}
		o := c.object(x.n)
		targets = c.join(targets, c.setAt(o, c.below(x.path, targetField)))
		interceptors = c.join(interceptors, c.setAt(o, c.below(x.path, interceptorField)))
	}
	return targets, interceptors
}

// procedures returns the RPC methods of a set as "pkg.Service/Method".
func (c *libraryCall) procedures(s setID) []string {
	var out []string
	for _, text := range c.literals(s) {
		out = append(out, strings.TrimPrefix(text, "/"))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
