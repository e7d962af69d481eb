package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// serveUnregistered has a function serve the methods that nobody registers with a server.
// Its interceptors of streams stand before it.
func (c *libraryCall) serveUnregistered(row *model.Row, server setID) {
	handlers := c.said(row, model.RoleFallback)
	if handlers == bottom {
		return
	}
	l := &label{procedure: hop.AnyRPC, protocol: row.Protocol, pos: c.handWritten()}
	c.serveMethod(handlers, []setID{unknown, request}, l)
	c.interceptStream(&registration{around: c.aroundOf(server), impl: unknown}, handlers, l)
}

// isRequests reports whether an RPC method is the one that a request names, as proxies
// hand on.
func (c *libraryCall) isRequests(procedure setID) bool {
	return len(c.literals(procedure)) == 0 && slices.ContainsFunc(c.opened(procedure), func(x value) bool {
		return x.kind == requestValue && x.n == inboundData
	})
}

// addOptionalRoutes adds the routes among the options of a router.
func (c *libraryCall) addOptionalRoutes(router value, row *model.Row) {
	for _, x := range c.opened(c.arg(row, model.RoleOption)) {
		if x.kind == refValue && c.object(x.n).lib == "route" {
			c.addRoute(router, c.object(x.n))
		}
	}
}
