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
}

// emit keeps an effect of the instruction being evaluated.
func (f *frame) emit(e effect) {
	e.instr = f.edgeInstr()
	f.c.effects = append(f.c.effects, e)
}

// newRequest makes an HTTP request.
func (c *libraryCall) newRequest(row *model.Row) []setID {
	o := c.make("request", "")
	c.write(o, c.below(0, "Method"), c.arg(row, model.RoleMethod))
	c.write(o, c.below(0, "URL"), c.urlOf(c.arg(row, model.RoleURL), "request"))
	return c.shaped(c.ref(o, 0))
}

// urlOf makes a URL object of a string.
func (c *libraryCall) urlOf(s setID, tag string) setID {
	o := c.make("url", tag)
	c.write(o, c.below(0, textField), s)
	return c.ref(o, 0)
}

// outbound calls another service and waits.
func (c *libraryCall) outbound(row *model.Row) []setID {
	switch {
	case row.Args[model.RoleRequest].Base != model.Nowhere:
		c.sendRequests(row)
	case row.Args[model.RoleProcedure].Base != model.Nowhere:
		c.callProcedure(row)
	default:
		c.emit(effect{
			kind:      hop.Sync,
			protocol:  row.Protocol,
			category:  row.Category,
			methods:   c.httpMethods(c.arg(row, model.RoleMethod)),
			addresses: c.addressesOf(c.arg(row, model.RoleURL)),
		})
	}
	return c.resultsOf(unknown, bottom)
}

// sendRequests sends the requests of the request role, one effect each.
func (c *libraryCall) sendRequests(row *model.Row) {
	req := c.arg(row, model.RoleRequest)
	if c.roundTrip(c.arg(row, model.RoleTransport), req) {
		return // the transport sends it on
	}
	for _, x := range c.opened(req) {
		e := effect{kind: hop.Sync, protocol: row.Protocol, category: row.Category}
		switch x.kind {
		case refValue:
			e.methods = c.httpMethods(c.loadFrom(c.object(x.n), c.below(x.path, "Method"), ir.String))
			e.addresses = c.requestAddresses(x)
		case requestValue:
			e.addresses = []hop.Template{{{Kind: hop.PartRequest}}}
		case nilValue:
			continue
		}
		c.emit(e)
	}
}

// roundTrip has a client's own transport send the request, and reports whether there
// is no other.
func (c *libraryCall) roundTrip(transport, req setID) bool {
	own := 0
	for _, x := range c.members(transport) {
		if x.kind != ifaceValue || c.funcs[c.types.method(x.typ, roundTripMethod.Method)] == nil {
			continue
		}
		c.invokeOn(x, roundTripMethod, []setID{req}, edge{kind: c.kind})
		own++
	}
	return own > 0 && own == len(c.sets[transport])
}

var roundTripMethod = &ir.Instr{Sym: "(net/http.RoundTripper).RoundTrip", Method: "RoundTrip"}

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
func (c *libraryCall) callProcedure(row *model.Row) {
	targets, interceptors := c.connections(c.arg(row, model.RoleConn))
	for _, x := range c.callables(interceptors) {
		c.apply(x, nil, c.kind)
	}
	for _, p := range c.procedures(c.arg(row, model.RoleProcedure)) {
		c.emit(effect{
			kind:      hop.Sync,
			protocol:  row.Protocol,
			category:  row.Category,
			procedure: p,
			addresses: c.addressesOf(targets),
		})
	}
}

// addressesOf returns the strings of a set, sorted; none if nothing is known of it.
func (c *libraryCall) addressesOf(s setID) []hop.Template {
	var out []hop.Template
	for _, x := range c.opened(s) {
		switch x.kind {
		case stringValue, requestValue:
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

// newProxy makes a reverse proxy to a target.
func (c *libraryCall) newProxy(row *model.Row) []setID {
	o := c.make("proxy", "")
	c.write(o, c.below(0, targetField), c.arg(row, model.RoleTarget))
	return c.shaped(c.ref(o, 0))
}

// proxy hands the request on to another service.
func (c *libraryCall) proxy(*model.Row) []setID {
	for _, x := range c.opened(c.receiver()) {
		if x.kind == refValue {
			c.forward(x, edge{kind: c.kind, labels: c.labels})
		}
	}
	return nil
}

// forward hands a request on through a reverse proxy. The proxy is a context of its
// own, since it may stand for an endpoint's handler.
func (f *frame) forward(x value, e edge) {
	c := f.proxies[x]
	if c == nil {
		c = f.newContext(nil, nil, nil)
		f.proxies[x] = c
		c.native = func(f *frame) { f.proxyTo(x) }
		f.start(c)
	}
	e.instr, e.callee = f.edgeInstr(), c.id
	f.c.edges = append(f.c.edges, e)
}

// proxyTo calls the target that a proxy was made with, or where its Director or
// Rewrite function points the request.
func (f *frame) proxyTo(x value) {
	c := &libraryCall{frame: f, in: &ir.Instr{}, name: "net/http/httputil.ReverseProxy"}
	o := f.object(x.n)
	addresses := c.addressesOf(f.setAt(o, f.below(x.path, targetField)))
	for _, field := range []string{"Director", "Rewrite"} {
		addresses = append(addresses, c.directed(o, f.below(x.path, field), field)...)
	}
	f.emit(effect{kind: hop.Sync, protocol: hop.HTTP, addresses: sortedTemplates(addresses), routing: true})
}

// directed runs a function that points an outgoing request to its target.
func (c *libraryCall) directed(o *object, p pathID, field string) []hop.Template {
	var out []hop.Template
	for _, fn := range c.callables(c.setAt(o, p)) {
		req := c.make("request", field+itoa(int64(o.id)))
		c.write(req, c.below(0, "URL"), c.urlOf(request, field+itoa(int64(o.id))))
		arg := c.ref(req, 0)
		if field == "Rewrite" {
			pr := c.make("rewrite", itoa(int64(o.id)))
			c.write(pr, c.below(0, "Out"), arg)
			c.write(pr, c.below(0, "In"), request)
			arg = c.ref(pr, 0)
		}
		c.apply(fn, []setID{arg}, callEdge)
		out = append(out, c.requestAddresses(value{kind: refValue, n: int64(req.id)})...)
	}
	return out
}
