package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// runForEvents has functions run for events of a platform. What their parameters are
// says whether somebody waits for them: those that no row calls messages are requests.
func (c *libraryCall) runForEvents(row *model.Row) []setID {
	if conn := c.arg(row, model.RoleConn); conn != bottom {
		return c.receiveEvents(row, conn)
	}
	for _, x := range c.members(c.arg(row, model.RoleHandler)) {
		if msg := c.messageType(x); msg != nil {
			o := c.subscription(msg, unknown)
			for _, t := range c.targetsIn(c.one(x), row) {
				c.run(t, c.delivered(msg, o, t), edge{kind: msgEdge, topic: o})
			}
			continue
		}
		if fn := c.methodOf(x, row.Const[model.RoleMethod]); fn != nil {
			c.edgeTo(fn, nil, []setID{c.set([]valueID{valueID(x.n)}), request, request}, edge{kind: serveEdge})
			continue
		}
		c.serveOne(x, request, edge{kind: serveEdge})
	}
	return c.resultsOf(unknown, bottom)
}

// receiveEvents has a function get the events of a server: as requests, if a row makes it,
// else as messages.
func (c *libraryCall) receiveEvents(row *model.Row, conn setID) []setID {
	if !slices.ContainsFunc(c.opened(conn), c.isMade) {
		return c.consume(row)
	}
	o := c.make("route", "")
	c.labelOf(o, row)
	path := c.inOptions(conn, model.RolePath, maxOptions)
	if path == bottom {
		path = c.textSet("/")
	}
	c.addAll(o, 0, pathField, path)
	c.addAll(o, 0, methodField, c.arg(row, model.RoleMethods))
	c.addAll(o, 0, handlerField, c.of(c.callables(c.arg(row, model.RoleHandler))))
	c.addAll(o, 0, middlewareField, c.inOptions(conn, model.RoleMiddleware, maxOptions))
	c.dispatchTo(o, edge{kind: serveEdge}, passage{})
	return c.resultsOf(unknown, bottom)
}

// messageType returns the row of the messages that a function is called with, nil if it
// is called with none.
func (c *libraryCall) messageType(x value) *model.Row {
	for _, fn := range c.opened(c.one(x)) {
		if fn.kind != funcValue && (fn.kind != refValue || c.object(fn.n).fn == nil) {
			continue
		}
		def := c.functionOf(fn)
		if def == nil {
			continue
		}
		for _, p := range def.Params {
			if row := c.models.Row(strings.TrimPrefix(p.Type, "*")); row != nil && row.Kind == model.MessageType {
				return row
			}
		}
	}
	return nil
}
