package interp

import (
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// listField holds the list that an object puts something around, as middleware around
// each route of a list.
const listField = string(model.RoleOver)

// routeList registers a handler for each element of a list of routes. A library may
// have put middleware around some.
func (c *libraryCall) routeList(row *model.Row, list, middleware setID) {
	for _, x := range c.opened(list) {
		if c.isLibrary(x) {
			o := c.object(x.n)
			around := c.setAt(o, c.below(x.path, string(model.RoleMiddleware)))
			c.routeList(row, c.setAt(o, c.below(x.path, listField)), c.join(middleware, around))
			continue
		}
		if x.kind != refValue && x.kind != structValue {
			continue
		}
		o := c.object(x.n)
		for _, e := range c.orderedElements(o, x.path) {
			p := c.below(x.path, e)
			c.element = c.elementAt(o, p)
			c.routeAt(row, "of "+itoa(int64(o.id))+" "+itoa(int64(p)), middleware)
		}
	}
}

// elementAt returns an element of a list: a struct, or what it points to.
func (c *libraryCall) elementAt(o *object, p pathID) setID {
	if s := c.loadFrom(o, p, ir.Pointer); c.contains(s, refValue) {
		return s
	}
	return c.one(value{kind: structValue, n: int64(o.id), path: p})
}

// routersFor returns the routers that a row registers on. Where options say a prefix or
// middleware, that is a group with these.
func (c *libraryCall) routersFor(row *model.Row) []value {
	options := c.arg(row, model.RoleOption)
	prefix := c.inOptions(options, model.RolePrefix, maxOptions)
	middleware := c.inOptions(options, model.RoleMiddleware, maxOptions)
	if prefix == bottom && middleware == bottom {
		return c.routersOf(c.routerRole(row))
	}
	return c.routersOf(c.groupOf(row, "options", prefix, middleware))
}

// fillRouter calls the functions that register routes on a router.
func (c *libraryCall) fillRouter(router setID, row *model.Row) {
	if row.Args[model.RoleCallback].Base != model.Nowhere {
		for _, t := range c.targets(row, model.RoleCallback) {
			c.run(t, []setID{router}, edge{kind: callEdge})
		}
		return
	}
	for _, x := range c.callables(c.said(row, model.RoleCallback)) {
		c.apply(x, []setID{router}, callEdge)
	}
}
