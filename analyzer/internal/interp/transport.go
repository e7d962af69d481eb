package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// maxTransports bounds how many transports of libraries send through one another.
const maxTransports = 6

// ownTransport returns the transports that those of a set send through: a library's own
// that has another one below it stands for that.
func (c *libraryCall) ownTransport(s setID) setID {
	for range maxTransports {
		out := bottom
		for _, x := range c.members(s) {
			out = c.join(out, c.transportBelow(x))
		}
		if out == s {
			break
		}
		s = out
	}
	return s
}

// transportBelow returns the transport that one of a library sends through, itself if
// there is none.
func (c *libraryCall) transportBelow(x value) setID {
	if x.kind != ifaceValue || c.isCustom(x) {
		return c.one(x)
	}
	for _, method := range senderMethods {
		row := c.models.Row(c.types.method(x.typ, method.Method))
		if row == nil || row.Args[model.RoleTransport].Base != model.Receiver || row.Args[model.RoleTransport].Field == "" {
			continue
		}
		if below := c.fieldsOf(c.one(x), row.Args[model.RoleTransport].Field); below != bottom {
			return below
		}
	}
	return c.one(x)
}

// roundTrip has a client's own transport send the request, and reports whether there
// is no other.
func (c *libraryCall) roundTrip(transport, req setID) bool {
	own := 0
	for _, x := range c.members(transport) {
		if method := c.senderOf(x); method != nil {
			c.invokeOn(x, method, []setID{req}, edge{kind: c.kind, transport: true})
			own++
		}
	}
	return own > 0 && own == len(c.sets[transport])
}

// isTransport reports whether a row is that of a transport itself.
func isTransport(row *model.Row) bool {
	return row.Args[model.RoleTransport] == model.Locator{Base: model.Receiver}
}

// handedOn reports whether a request is one that the function itself was given.
func (c *libraryCall) handedOn(req setID) bool {
	return req != bottom && req != unknown && slices.Contains(c.c.args, req)
}

// isCustom reports whether a transport is one of the program's own.
func (c *libraryCall) isCustom(x value) bool { return c.senderOf(x) != nil }

func (c *libraryCall) custom(transport setID) bool {
	return slices.ContainsFunc(c.members(transport), c.isCustom)
}

// senderMethods are those by which requests are sent: of transports, and of what stands
// in for a client of net/http.
var senderMethods = []*ir.Instr{
	{Sym: "(net/http.RoundTripper).RoundTrip", Method: "RoundTrip"},
	{Sym: "(*net/http.Client).Do", Method: "Do"},
}

// senderOf returns the method by which one of the program's own transports sends.
func (c *libraryCall) senderOf(x value) *ir.Instr {
	if x.kind != ifaceValue {
		return nil
	}
	for _, method := range senderMethods {
		if c.funcs[c.types.method(x.typ, method.Method)] != nil {
			return method
		}
	}
	return nil
}
