package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// serviceField holds the name of the service that is called over a connection, where
// calls name the method alone.
const serviceField = "$service"

// procedureField holds the one procedure that is called over a connection, where the
// URL says it.
const procedureField = "$procedure"

// pointAt has a connection lead to the URL of one procedure, or of a service.
func (c *libraryCall) pointAt(conn *object, url setID) {
	for _, t := range c.addressesOf(url) {
		if parts := splitURL(t); isService(parts) {
			path, _ := literal(parts.path)
			parts.path = nil
			c.write(conn, c.below(0, targetField), c.one(c.str(parts.template())))
			c.write(conn, c.below(0, serviceField), c.textSet(path[1:]))
			continue
		}
		before, procedure := cutProcedure(t)
		c.write(conn, c.below(0, targetField), c.one(c.str(before)))
		if procedure != "" {
			c.write(conn, c.below(0, procedureField), c.textSet(procedure))
		}
	}
}

// isService reports whether the path of a URL is "/pkg.Service".
func isService(parts urlParts) bool {
	path, ok := literal(parts.path)
	return ok && len(path) > 1 && strings.LastIndexByte(path, '/') == 0
}

// cutProcedure cuts "/pkg.Service/Method" off the end of a URL; "" if it does not end in that.
func cutProcedure(t hop.Template) (before hop.Template, procedure string) {
	if len(t) == 0 || t[len(t)-1].Kind != hop.PartText {
		return t, ""
	}
	text := t[len(t)-1].Text
	i := strings.LastIndexByte(text, '/')
	if i <= 0 {
		return t, ""
	}
	j := strings.LastIndexByte(text[:i], '/')
	if j < 0 || i == j+1 {
		return t, ""
	}
	before = append(hop.Template{}, t[:len(t)-1]...)
	if j > 0 {
		before = append(before, hop.Part{Kind: hop.PartText, Text: text[:j]})
	}
	return before, text[j+1:]
}

// dialTarget returns what a connection leads to: an address, one of several or, without
// any, a name that is looked up. What a configuration holds may be either.
func (c *libraryCall) dialTarget(row *model.Row) setID {
	targets := c.inOptions(c.arg(row, model.RoleOption), model.RoleTarget, maxOptions)
	if targets == bottom {
		targets = c.arg(row, model.RoleTarget) // which options override
	}
	targets = c.join(targets, c.elements(c.said(row, model.RoleTargets)))
	if c.contains(targets, stringValue) {
		return targets
	}
	return c.join(targets, c.lookedUp(c.said(row, model.RoleName)))
}

// lookedUp returns the addresses that discovery knows names by. A name that comes from
// a setting is known by that.
func (c *libraryCall) lookedUp(names setID) setID {
	out := bottom
	for _, x := range c.opened(names) {
		switch x.kind {
		case stringValue:
			if name, ok := literal(c.templateOf(x)); ok {
				x = c.str(hop.Template{{Kind: hop.PartDiscovery, Text: name}})
			}
			out = c.join(out, c.one(x))
		case configValue:
			out = c.join(out, c.one(x))
		}
	}
	return out
}

// proceduresOf returns the RPC methods that a row calls, each with the service that the
// row names or that the connection is to.
func (c *libraryCall) proceduresOf(row *model.Row, conn, procedure setID) []string {
	services := c.literals(c.join(c.heldBy(conn, serviceField), c.arg(row, model.RoleService)))
	var out []string
	for _, p := range c.procedures(procedure) {
		services := services
		if len(services) == 0 {
			services = c.servicesNamed(c.arg(row, model.RoleType), "", p)
		}
		if strings.Contains(p, "/") || len(services) == 0 {
			out = append(out, p)
			continue
		}
		for _, service := range services {
			out = append(out, service+"/"+p)
		}
	}
	return out
}

// farEnd returns the addresses that a call over a connection goes to: an option of the
// call may say others than the connection has.
func (c *libraryCall) farEnd(row *model.Row, conn setID) []hop.Template {
	said := c.said(row, model.RoleTarget)
	if said == bottom {
		said = c.join(c.heldBy(conn, targetField), c.inOptions(conn, model.RoleTarget, 1))
	}
	return c.addressesOf(said)
}

// heldBy returns what a field of the objects that models made holds.
func (c *libraryCall) heldBy(s setID, field string) setID {
	out := bottom
	for _, x := range c.opened(s) {
		if c.isLibrary(x) {
			out = c.join(out, c.setAt(c.object(x.n), c.below(x.path, field)))
		}
	}
	return out
}

// sendOver sends a request to a path at the far end of a connection.
func (c *libraryCall) sendOver(row *model.Row) {
	conn := c.arg(row, model.RoleConn)
	c.intercept(row, conn)
	base := c.each(c.carriedTarget(row, c.heldBy(conn, targetField)), authority)
	c.emitHTTP(effect{
		kind:      c.kindOf(row),
		protocol:  row.Protocol,
		category:  row.Category,
		methods:   c.httpMethods(c.arg(row, model.RoleMethod)),
		addresses: c.addressesOf(c.concat(base, c.pathOver(conn, c.arg(row, model.RolePath)))),
	})
}

// authority writes the target of a connection so that a path can follow it: the name
// that a resolver looks up stands where a host does.
func authority(t hop.Template) hop.Template {
	if len(t) == 0 || t[0].Kind != hop.PartText {
		return t
	}
	out := append(hop.Template{}, t...)
	out[0].Text = strings.Replace(out[0].Text, ":///", "://", 1)
	return out
}

// relays reports whether a method of an interface is that by which a connection sends
// calls: one of the program's own sends on what its stub was given.
func (m *machine) relays(method string) bool {
	row := m.models.Row(method)
	return row != nil && isConnection(row)
}

// isConnection reports whether a row is that of a connection itself.
func isConnection(row *model.Row) bool {
	return row.Kind == model.Call && row.Args[model.RoleConn] == model.Locator{Base: model.Receiver}
}

// pathOver returns paths below the prefix that a connection has for all of them.
func (c *libraryCall) pathOver(conn, path setID) setID {
	prefix := c.heldBy(conn, prefixField)
	if prefix == bottom {
		return path
	}
	return c.product(prefix, path, joinSlash)
}
