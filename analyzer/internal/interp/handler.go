package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// handlerLib marks the handlers that libraries make of functions, or of objects, that
// are called with something else than the request.
const handlerLib = "handler"

// newHandler makes a handler of a function, or of a method of an object.
func (c *libraryCall) newHandler(row *model.Row) []setID {
	o := c.make(handlerLib, "")
	c.write(o, c.below(0, handlerField), c.arg(row, model.RoleFunc))
	c.write(o, c.below(0, methodField), c.arg(row, model.RoleMethod))
	c.write(o, c.below(0, string(model.RoleInterceptor)), c.said(row, model.RoleInterceptor))
	return c.shaped(c.ref(o, 0))
}

// interceptors returns what is to run before handlers: functions, or the methods of objects
// that a row names.
func (c *libraryCall) interceptors(row *model.Row) setID {
	s := c.arg(row, model.RoleInterceptor)
	if methods := row.Const[model.RoleMethods]; methods != "" && s != bottom {
		return c.methodHook(s, model.RoleInterceptor, methods)
	}
	return s
}

// serveHandler hands a request to such a handler: one context, as what runs before it is
// its own.
func (f *frame) serveHandler(x value, req setID, e edge) {
	s := sequence{handler: f.one(x), request: req}
	c := f.sequences[s]
	if c == nil {
		c = f.newContext(nil, nil, nil)
		f.sequences[s] = c
		c.native = func(f *frame) { f.runHandler(f.object(x.n), req) }
		f.start(c)
	}
	e.instr, e.callee = f.edgeInstr(), c.id
	f.c.edges = append(f.c.edges, e)
}

// runHandler calls what runs before a handler and then that, and what these give: functions
// that are called for the same request.
func (f *frame) runHandler(o *object, req setID) {
	c := &libraryCall{frame: f, in: &ir.Instr{}, kind: callEdge}
	for _, x := range f.opened(f.setAt(o, f.below(0, string(model.RoleInterceptor)))) {
		if f.isHook(x) {
			c.callMethodsOf(f.object(x.n))
			continue
		}
		for _, fn := range c.callables(f.one(x)) {
			c.callTwice(target{value: fn}, req)
		}
	}
	handlers := f.setAt(o, f.below(0, handlerField))
	for _, method := range append(c.literals(f.setAt(o, f.below(0, methodField))), "")[:1] {
		row := &model.Row{Const: map[model.Role]string{model.RoleMethod: method}}
		for _, t := range c.targetsIn(handlers, row) {
			c.callTwice(t, req)
		}
	}
}

// callTwice calls a target with a request, and the functions that it gives.
func (c *libraryCall) callTwice(t target, req setID) {
	args := slices.Repeat([]setID{req}, len(c.params(t)))
	for i, p := range c.params(t) {
		if p.Class == ir.FuncValue {
			args[i] = unknown
		}
	}
	for _, s := range c.run(t, args, edge{kind: callEdge}) {
		for _, fn := range c.callables(s) {
			c.apply(fn, []setID{req}, callEdge)
		}
	}
}

// callMethodsOf calls the methods of objects that a hook names, those that they have.
func (c *libraryCall) callMethodsOf(hook *object) {
	for _, names := range c.literals(c.setAt(hook, c.below(0, methodField))) {
		for method := range strings.FieldsSeq(names) {
			for _, x := range c.members(c.setAt(hook, c.below(0, handlerField))) {
				if fn := c.methodOf(x, method); fn != nil {
					c.callTwice(target{value: x, method: fn}, request)
				}
			}
		}
	}
}
