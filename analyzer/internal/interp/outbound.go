package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// An effect is an outbound call that a context makes.
type effect struct {
	instr     int32
	kind      hop.Kind
	protocol  string
	methods   []string
	addresses []hop.Template
	procedure string
	category  string
	routing   bool
	stripped  string         // the prefix that is cut off the request's path, if routing
	inherits  bool           // the method is the request's own
	relay     bool           // a transport sends on what its client was given
	spawned   bool           // on a goroutine of its own: go client.Do(req)
	async     bool           // the call only starts it
	replies   []hop.Template // the queues that a message may ask to be answered on
	done      []valueID      // what the end of an async one is awaited by
}

// emit keeps an effect of the instruction being evaluated.
func (f *frame) emit(e effect) {
	e.instr = f.edgeInstr()
	f.c.effects = append(f.c.effects, e)
}

// newRequest makes an HTTP request.
func (c *libraryCall) newRequest(row *model.Row) []setID {
	return c.shaped(c.requestTo(c.methodRole(row), c.writtenURLs(c.urlRole(row))))
}

func (c *libraryCall) requestTo(method, url setID) setID {
	o := c.make("request", "")
	c.write(o, c.below(0, "Method"), method)
	c.write(o, c.below(0, firstURLField), c.urlOf(url, "request"))
	return c.ref(o, 0)
}

// urlOf makes a URL object of a string.
func (c *libraryCall) urlOf(s setID, tag string) setID {
	o := c.make("url", tag)
	c.write(o, c.below(0, textField), s)
	return c.ref(o, 0)
}

// outbound calls another service and waits.
func (c *libraryCall) outbound(row *model.Row) []setID {
	c.runAround(row, around{unary: c.arg(row, model.RoleInterceptor), middleware: c.arg(row, model.RoleMiddleware)})
	switch {
	case row.Args[model.RoleRequest].Base != model.Nowhere:
		c.sendRequests(row)
	case slices.Contains(row.Roles(), model.RoleProcedure):
		c.callProcedure(row, c.arg(row, model.RoleProcedure))
	case row.Args[model.RoleConn].Base != model.Nowhere && !slices.Contains(row.Roles(), model.RolePath):
		c.callProcedure(row, c.heldBy(c.arg(row, model.RoleConn), procedureField))
	case row.Args[model.RoleConn].Base != model.Nowhere:
		c.sendOver(row)
	default:
		c.sendURL(row)
	}
	c.callBack([]setID{c.arg(row, model.RoleFunc)}, nil)
	c.passed([]setID{c.arg(row, model.RoleDst)}, value{kind: requestValue, n: answerData})
	return c.answers()
}

// answers are the results of a call: data of the other service, but for errors.
func (c *libraryCall) answers() []setID {
	results := c.resultsOf(answer, bottom)
	for i := range results {
		if class := component(c.in, i); class == ir.Interface || class == ir.Other {
			results[i] = unknown
		}
	}
	return results
}

// sendURL sends a request that is made of a URL.
func (c *libraryCall) sendURL(row *model.Row) {
	transport := c.ownTransport(c.arg(row, model.RoleTransport))
	if c.custom(transport) {
		req := c.requestTo(c.methodRole(row), c.urlRole(row))
		if c.roundTrip(transport, req) {
			return
		}
	}
	c.emitHTTP(effect{
		kind:      hop.Sync,
		protocol:  row.Protocol,
		category:  row.Category,
		methods:   c.httpMethods(c.methodRole(row)),
		addresses: c.dialled(transport, c.addressesOf(c.urlRole(row))),
	})
}

// sendRequests sends the requests of the request role, one effect each.
func (c *libraryCall) sendRequests(row *model.Row) {
	req, transport := c.madeRequests(c.arg(row, model.RoleRequest)), c.ownTransport(c.arg(row, model.RoleTransport))
	if c.roundTrip(transport, req) {
		return // the transport sends it on
	}
	for _, x := range c.opened(req) {
		e := effect{kind: hop.Sync, protocol: row.Protocol, category: row.Category, relay: isTransport(row) || c.handedOn(req)}
		switch x.kind {
		case refValue:
			e.methods = c.httpMethods(c.loadFrom(c.object(x.n), c.below(x.path, "Method"), ir.String))
			e.addresses = c.dialled(transport, c.requestAddresses(x))
		case requestValue:
			e.addresses = []hop.Template{c.templateOf(x)}
		case nilValue:
			continue
		}
		c.emitHTTP(e)
	}
}

// requestAddresses returns the URLs that a request may go to. A Host field that the
// program sets itself only changes the header, so that the URL counts.
func (c *libraryCall) requestAddresses(req value) []hop.Template {
	var out []hop.Template
	for _, u := range c.opened(c.loadFrom(c.object(req.n), c.below(req.path, "URL"), ir.Pointer)) {
		out = append(out, c.render(u)...)
	}
	return sortedTemplates(out)
}

// callProcedure calls an RPC method over a connection.
func (c *libraryCall) callProcedure(row *model.Row, procedure setID) {
	conn := c.arg(row, model.RoleConn)
	c.intercept(row, conn)
	names := c.proceduresOf(row, conn, procedure)
	forwards := c.isRequests(procedure)
	if forwards {
		names = []string{""}
	}
	kind := c.kindOf(row)
	for _, p := range names {
		c.emit(effect{
			kind:      kind,
			protocol:  row.Protocol,
			category:  row.Category,
			procedure: p,
			routing:   forwards,
			relay:     isConnection(row),
			addresses: c.farEnd(row, conn),
		})
	}
}

// addressesOf returns the strings of a set, sorted; none if nothing is known of it.
func (c *libraryCall) addressesOf(s setID) []hop.Template {
	var out []hop.Template
	for _, x := range c.opened(s) {
		switch x.kind {
		case stringValue, requestValue, configValue:
			out = append(out, c.templateOf(x))
		case refValue, structValue: // a *url.URL, or a *string
			out = append(out, c.render(x)...)
		}
	}
	return sortedTemplates(out)
}

func sortedTemplates(ts []hop.Template) []hop.Template {
	slices.SortFunc(ts, func(a, b hop.Template) int { return strings.Compare(templateKey(a), templateKey(b)) })
	return slices.CompactFunc(ts, func(a, b hop.Template) bool { return templateKey(a) == templateKey(b) })
}

func (c *libraryCall) httpMethods(s setID) []string {
	var out []string
	for _, m := range c.literals(s) {
		if m == "" {
			m = "GET"
		}
		out = append(out, strings.ToUpper(m))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
