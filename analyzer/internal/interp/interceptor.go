package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// around is what runs around the calls of an RPC server or connection: interceptors of
// single calls and of streams, which get what comes next as an argument, and middleware,
// which makes a handler of the next one: of both, of single calls (inner) or of streams.
type around struct{ unary, stream, middleware, inner, streams setID }

// aroundRoles are the roles of what around holds: also the fields of options, servers
// and connections that hold it.
var aroundRoles = []model.Role{
	model.RoleInterceptor, model.RoleStream, model.RoleMiddleware, model.RoleInner, model.RoleStreams,
}

// newOption makes an option that holds interceptors: functions, or objects with a
// method that runs before each call.
func (c *libraryCall) newOption(row *model.Row) []setID {
	o := c.make("option", "")
	method, named := row.Const[model.RoleMethod]
	for _, role := range aroundRoles {
		s := c.arg(row, role)
		if named && s != bottom {
			s = c.methodHook(s, role, method)
		}
		c.write(o, c.below(0, string(role)), s)
	}
	return []setID{c.ref(o, 0)}
}

// keepAround keeps what runs around the calls of a server or connection.
func (c *libraryCall) keepAround(o *object, row *model.Row) {
	for _, role := range aroundRoles {
		c.write(o, c.below(0, string(role)), c.said(row, role))
	}
}

// aroundOf returns what runs around the calls of servers or connections.
func (c *libraryCall) aroundOf(s setID) around {
	return around{
		unary:      c.inOptions(s, model.RoleInterceptor, maxOptions),
		stream:     c.inOptions(s, model.RoleStream, maxOptions),
		middleware: c.inOptions(s, model.RoleMiddleware, maxOptions),
		inner:      c.inOptions(s, model.RoleInner, maxOptions),
		streams:    c.inOptions(s, model.RoleStreams, maxOptions),
	}
}

// maxOptions bounds how deep options nest.
const maxOptions = 4

// said returns what stands in a role, and what the options hold that are to stand there.
func (c *libraryCall) said(row *model.Row, role model.Role) setID {
	return c.join(c.arg(row, role), c.inOptions(c.arg(row, model.RoleOption), role, maxOptions))
}

// isMade reports whether a value is what a model made, or points to it.
func (c *libraryCall) isMade(x value) bool {
	return (x.kind == refValue || x.kind == structValue) && c.object(x.n).lib != ""
}

func (c *libraryCall) inOptions(options setID, role model.Role, depth int) setID {
	out := bottom
	for _, x := range c.opened(options) {
		if depth == 0 || !c.isMade(x) {
			continue
		}
		o := c.object(x.n)
		own := c.setAt(o, c.below(x.path, string(role)))
		out = c.join(out, own)
		out = c.join(out, c.inOptions(own, role, depth-1)) // options may stand for what they hold
		out = c.join(out, c.inOptions(c.setAt(o, c.below(x.path, string(model.RoleOption))), role, depth-1))
	}
	return out
}

// interceptStream serves a stream through the interceptors.
func (c *libraryCall) interceptStream(r *registration, handlers setID, l *label) {
	for _, x := range c.callables(r.stream) {
		if c.functionOf(x) == nil {
			continue // a library's, which hands every stream on
		}
		info := c.make("info", l.procedure)
		c.write(info, c.below(0, "FullMethod"), c.textSet("/"+l.procedure))
		args := []setID{r.impl, request, c.ref(info, 0), handlers}
		c.applyAs(x, args, edge{kind: serveEdge, labels: []*label{l}})
	}
}

// serveDecorated serves what middleware makes of the handler of a procedure, for what
// the middleware does itself.
func (c *libraryCall) serveDecorated(middleware setID, l *label) {
	for _, x := range c.decorated(middleware) {
		c.applyAs(x, []setID{unknown, request}, edge{kind: serveEdge, labels: []*label{l}})
	}
}

// decorated returns the handlers that middleware makes of one that is not known.
func (c *libraryCall) decorated(middleware setID) []value {
	out := c.callables(c.hookedAll(middleware))
	for _, x := range c.callables(middleware) {
		if c.functionOf(x) == nil {
			continue
		}
		if results := c.apply(x, []setID{unknown}, callEdge); len(results) > 0 {
			out = append(out, c.callables(results[0])...)
		}
	}
	return out
}

// intercept runs what stands around the calls of connections.
func (c *libraryCall) intercept(row *model.Row, conn setID) {
	a := c.aroundOf(conn)
	if slices.Contains(row.Roles(), model.RoleStream) {
		a.unary, a.inner = a.stream, a.streams
	}
	a.middleware = c.hooksAs(c.join(a.middleware, a.inner), row.Const[model.RoleStream])
	c.runAround(row, a)
}

// runAround runs what stands around a call.
func (c *libraryCall) runAround(row *model.Row, a around) {
	for _, x := range c.opened(a.unary) {
		if c.isHook(x) {
			c.runHook(c.object(x.n))
		} else if len(c.callables(c.one(x))) > 0 {
			c.apply(x, c.interceptorArgs(row, x), c.kind)
		}
	}
	for _, x := range c.decorated(a.middleware) {
		c.apply(x, nil, c.kind)
	}
}

// interceptorArgs returns what a client's interceptor gets: the name of the method that
// is called, the connection and the request that is the receiver, by the types of its
// parameters.
func (c *libraryCall) interceptorArgs(row *model.Row, x value) []setID {
	fn := c.functionOf(x)
	if fn == nil {
		return nil
	}
	connType, _, _ := strings.Cut(strings.TrimPrefix(c.name, "("), ")")
	args := make([]setID, len(fn.Params))
	for i, p := range fn.Params {
		args[i] = unknown
		switch {
		case p.Class == ir.String && slices.Contains(row.Roles(), model.RoleProcedure):
			args[i] = c.arg(row, model.RoleProcedure)
		case p.Type == connType:
			args[i] = c.arg(row, model.RoleConn)
			if args[i] == bottom {
				args[i] = c.receiver()
			}
		}
	}
	return args
}
