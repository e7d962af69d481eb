package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// newRouter makes a router.
func (c *libraryCall) newRouter(row *model.Row) []setID {
	o := c.routerOf(row)
	c.addAll(o, 0, prefixField, c.said(row, model.RolePrefix))
	c.addAll(o, 0, middlewareField, c.said(row, model.RoleMiddleware))
	c.addAll(o, 0, string(model.RoleInterceptor), c.said(row, model.RoleInterceptor))
	self := value{kind: refValue, n: int64(o.id)}
	c.addInner(self, c.said(row, model.RoleInner), bottom)
	c.runBefore(self, c.said(row, model.RoleBefore), bottom)
	c.serveProxies(self, c.said(row, model.RoleMiddleware))
	c.serveElse(self, row)
	c.fillRouter(c.ref(o, 0), row)
	c.addOptionalRoutes(self, row)
	if field := row.Const[model.RoleField]; field != "" {
		c.write(o, c.below(0, field), c.ref(o, 0))
	}
	return c.shaped(c.ref(o, 0))
}

// routerOf returns the object of a router, one for each name where it has one.
func (c *libraryCall) routerOf(row *model.Row) *object {
	if _, ok := row.Args[model.RoleName]; !ok {
		return c.make("router", "")
	}
	o, fresh := c.heap.at(site{tag: "router " + c.name + " " + strings.Join(c.literals(c.arg(row, model.RoleName)), " ")})
	if fresh {
		o.lib = "router"
	}
	return o
}
