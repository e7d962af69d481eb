package interp

import (
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// methodTable returns the methods of a service descriptor that keeps them in a map by
// name: objects that hold the functions which call the implementation.
func (c *libraryCall) methodTable(desc value) []rpcMethod {
	var out []rpcMethod
	table := c.loadFrom(c.object(desc.n), c.below(desc.path, "Methods"), ir.Map)
	for _, x := range c.members(table) {
		if x.kind != refValue {
			continue
		}
		o := c.object(x.n)
		for _, e := range c.elementSteps(o, x.path, 0, false) {
			handlers := c.heldBy(c.loadFrom(o, c.below(x.path, e), ir.Interface), string(model.RoleHandler))
			for _, name := range c.literals(c.keyOf(e)) {
				if handlers != bottom {
					out = append(out, rpcMethod{name, handlers})
				}
			}
		}
	}
	return out
}

// registerTable registers the methods of such a descriptor.
func (c *libraryCall) registerTable(table []rpcMethod, r *registration) {
	for _, m := range table {
		l := c.procedureLabel(r, m.name)
		for _, x := range c.callables(m.handlers) {
			c.applyAs(x, c.handlerArgs(x, r.impl), edge{kind: serveEdge, labels: []*label{l}})
		}
		c.serveDecorated(c.selected(r, l), l)
	}
}

// handlerArgs returns what a generated function gets that calls a method: the
// implementation is the first parameter of type any; the rest came with the request.
func (c *libraryCall) handlerArgs(x value, impl setID) []setID {
	fn := c.functionOf(x)
	if fn == nil {
		return nil
	}
	args := make([]setID, len(fn.Params))
	for i, p := range fn.Params {
		args[i] = request
		if p.Type == "any" && impl != bottom {
			args[i], impl = impl, bottom
		}
	}
	return args
}
