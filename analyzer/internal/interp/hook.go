package interp

import (
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// hookLib is the role of an object that stands for a method of another one.
const hookLib = "hook"

func (c *libraryCall) methodHook(s setID, role model.Role, method string) setID {
	hook := c.make(hookLib, string(role))
	c.write(hook, c.below(0, handlerField), s)
	c.write(hook, c.below(0, methodField), c.textSet(method))
	return c.ref(hook, 0)
}

func (f *frame) isHook(x value) bool { return f.isLibrary(x) && f.object(x.n).lib == hookLib }

func (c *libraryCall) runHook(hook *object) {
	method := c.literals(c.setAt(hook, c.below(0, methodField)))
	for _, x := range c.members(c.setAt(hook, c.below(0, handlerField))) {
		if x.kind == ifaceValue && c.funcs[c.types.method(x.typ, method[0])] != nil {
			c.invokeOn(x, &ir.Instr{Method: method[0]}, nil, edge{kind: c.kind})
		}
	}
}

// hooksAs returns middleware, of which objects make handlers by another method than
// their row says: interceptors of streams.
func (c *libraryCall) hooksAs(middleware setID, method string) setID {
	if method == "" {
		return middleware
	}
	out := bottom
	for _, x := range c.members(middleware) {
		if c.isHook(x) {
			out = c.join(out, c.methodHook(c.setAt(c.object(x.n), c.below(0, handlerField)), model.Role(itoa(x.n)), method))
		} else {
			out = c.join(out, c.one(x))
		}
	}
	return out
}

// hooked returns what a method of objects makes of a handler: that itself where it is
// not known.
func (f *frame) hooked(hook *object, h setID) setID {
	out := bottom
	for _, method := range f.literals(f.setAt(hook, f.below(0, methodField))) {
		for _, x := range f.members(f.setAt(hook, f.below(0, handlerField))) {
			if x.kind != ifaceValue {
				continue
			}
			for _, s := range f.invokeOn(x, &ir.Instr{Method: method}, []setID{h}, edge{kind: callEdge}) {
				out = f.join(out, s)
			}
		}
	}
	if out == bottom || f.onlyUnknown(out) {
		return h
	}
	return out
}

// hookedAll returns what the objects among middleware make of a handler that is not known.
func (c *libraryCall) hookedAll(middleware setID) setID {
	out := bottom
	for _, x := range c.opened(middleware) {
		if c.isHook(x) {
			out = c.join(out, c.hooked(c.object(x.n), unknown))
		}
	}
	return out
}
