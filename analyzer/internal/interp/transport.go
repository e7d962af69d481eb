package interp

import "github.com/hoplint/hoplint/analyzer/internal/model"

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
	row := c.models.Row(c.types.method(x.typ, roundTripMethod.Method))
	if row == nil || row.Args[model.RoleTransport].Base != model.Receiver || row.Args[model.RoleTransport].Field == "" {
		return c.one(x)
	}
	if below := c.fieldsOf(c.one(x), row.Args[model.RoleTransport].Field); below != bottom {
		return below
	}
	return c.one(x)
}
