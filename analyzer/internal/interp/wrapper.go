package interp

import (
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// wrapperLib marks the middleware that libraries make.
const wrapperLib = "wrapper"

// wrap returns the argument that the result stands for, with what is put around it.
func (c *libraryCall) wrap(row *model.Row) []setID {
	middleware := c.join(c.said(row, model.RoleMiddleware), c.innerOf(c.arg(row, model.RoleRequest)))
	s := c.putAround(c.textBehind(c.defaults(c.locate(row.Pass))), middleware)
	c.handTo(row, s)
	if strip := c.arg(row, model.RoleStrip); strip != bottom {
		s = c.stripped(s, strip)
	}
	if pattern := c.arg(row, model.RolePattern); pattern != bottom {
		return []setID{pattern, s}
	}
	return c.shaped(s)
}

// textBehind returns the texts that pointers lead to, where the result is a text.
func (c *libraryCall) textBehind(s setID) setID {
	if component(c.in, 0) != ir.String {
		return s
	}
	out := bottom
	for _, x := range c.members(s) {
		found := c.one(x)
		if x.kind == refValue && c.object(x.n).fn == nil {
			if texts := c.loadFrom(c.object(x.n), x.path, ir.String); c.areTexts(texts) {
				found = texts
			}
		}
		out = c.join(out, found)
	}
	return out
}

// putAround puts middleware around a handler.
func (f *frame) putAround(s, middleware setID) setID {
	if middleware == bottom {
		return s
	}
	return f.wrapped(s, middleware)
}

// newWrapper makes middleware of what it does to the handler that it will get.
func (c *libraryCall) newWrapper(row *model.Row) []setID {
	o := c.make(wrapperLib, c.name)
	c.write(o, c.below(0, stripField), c.arg(row, model.RoleStrip))
	c.write(o, c.below(0, middlewareField), c.said(row, model.RoleMiddleware))
	c.write(o, c.below(0, string(model.RoleOuter)), c.arg(row, model.RoleOuter))
	c.write(o, c.below(0, handlerField), c.arg(row, model.RoleHandler))
	c.write(o, c.below(0, beforeField), c.arg(row, model.RoleBefore))
	return c.shaped(c.ref(o, 0))
}

// wrapLate calls middleware that a library made.
func (f *frame) wrapLate(o *object, args []setID) []setID {
	s := f.setAt(o, f.below(0, handlerField))
	if s == bottom && len(args) > 0 {
		s = args[0]
	}
	s = f.putAround(s, f.setAt(o, f.below(0, middlewareField)))
	s = f.putAround(s, f.setAt(o, f.below(0, string(model.RoleOuter))))
	c := &libraryCall{frame: f, in: &ir.Instr{}, name: wrapperLib}
	if before := f.setAt(o, f.below(0, beforeField)); before != bottom {
		s = c.after(before, s)
	}
	if strip := f.setAt(o, f.below(0, stripField)); strip != bottom {
		s = c.stripped(s, strip)
	}
	return []setID{s}
}

// replaced returns what the middleware that libraries make leaves of a handler: they hand
// every request on, or serve it in its place, as proxies do. The rest of the middleware
// stands around that.
func (f *frame) replaced(h, mw setID) setID {
	for _, x := range f.opened(mw) {
		if !f.isLibrary(x) {
			continue
		}
		switch o := f.object(x.n); o.lib {
		case wrapperLib:
			h = f.wrapLate(o, []setID{h})[0]
		case proxyLib:
			h = f.one(x)
		}
	}
	return h
}

// isHandlerObject reports whether a value is an object with a method that serves. It is
// called as a function where a framework has handlers that are functions, and makes one
// of it.
func (f *frame) isHandlerObject(x value) bool {
	inner := f.opened(f.one(x))[0]
	return inner.kind != funcValue && (inner.kind != refValue || f.object(inner.n).fn == nil) && f.handlesByMethod(f.one(x))
}

// serveProxies has the proxies among a router's middleware serve what no route does:
// routers run their middleware for all requests.
func (c *libraryCall) serveProxies(router value, middleware setID) {
	for _, x := range c.opened(middleware) {
		if !c.isLibrary(x) || c.object(x.n).lib != proxyLib {
			continue
		}
		c.serveOthers(router, c.one(x), "proxy "+itoa(x.n), false)
	}
}

// serveOthers has handlers serve what no route of a router does.
func (c *libraryCall) serveOthers(router value, handlers setID, tag string, bare bool) {
	route := c.make("route", tag)
	c.labelOf(route, &model.Row{Syntax: "colon"}).bare = bare
	c.addAll(route, 0, pathField, c.textSet("/*"))
	c.addAll(route, 0, handlerField, handlers)
	c.addRoute(router, route)
}

// serveElse has a new router serve what no route does as its row says. A program may set
// the field that holds the handler when routes are there already: routers call it as it is.
func (c *libraryCall) serveElse(router value, row *model.Row) {
	handlers := bottom
	field, ok := row.Const[model.RoleFallback]
	if ok {
		handlers = c.setAt(c.object(router.n), c.below(0, field))
	} else {
		handlers = c.said(row, model.RoleFallback)
	}
	if handlers != bottom {
		c.serveOthers(router, handlers, "fallback", ok)
	}
}
