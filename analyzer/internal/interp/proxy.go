package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// proxyName is what handles a request that a reverse proxy hands on.
const proxyName = "(*net/http/httputil.ReverseProxy).ServeHTTP"

// proxyLib marks reverse proxies.
const proxyLib = "proxy"

// urlField holds where a proxy sends all requests, whatever their path.
const urlField = "$url"

// directorField is the field of a proxy with the function that points requests.
const directorField = "Director"

// newProxy makes a reverse proxy to a target. Its Director is a function that points
// requests there, which programs like to wrap.
func (c *libraryCall) newProxy(row *model.Row) []setID {
	o, director := c.make(proxyLib, ""), c.make("director", "")
	targets := c.join(c.arg(row, model.RoleTarget), c.elements(c.arg(row, model.RoleTargets)))
	c.write(director, c.below(0, targetField), targets)
	c.write(director, c.below(0, string(model.RoleRewrite)), c.arg(row, model.RoleRewrite))
	c.point(c.ref(o, 0), directorField, c.ref(director, 0))
	c.addAll(o, 0, urlField, c.arg(row, model.RoleURL))
	return c.shaped(c.ref(o, 0))
}

// proxy hands the request on to another service.
func (c *libraryCall) proxy(row *model.Row) []setID {
	if row.Args[model.RoleURL].Base != model.Nowhere {
		c.sendOn(c.arg(row, model.RoleURL))
		return c.resultsOf(unknown, bottom)
	}
	for _, x := range c.opened(c.receiver()) {
		if x.kind == refValue {
			c.forward(x, edge{kind: c.kind, labels: c.labels})
		}
	}
	return nil
}

// sendOn sends a request on to a URL.
func (c *libraryCall) sendOn(url setID) {
	c.emitHTTP(effect{kind: hop.Sync, protocol: hop.HTTP, inherits: true, addresses: c.addressesOf(url)})
}

// forward hands a request on through a reverse proxy. The proxy is a context of its
// own, since it may stand for an endpoint's handler.
func (f *frame) forward(x value, e edge) {
	c := f.proxies[x]
	if c == nil {
		c = f.newContext(nil, nil, nil)
		c.serving = true
		f.proxies[x] = c
		c.native = func(f *frame) { f.proxyTo(x) }
		f.start(c)
	}
	e.instr, e.callee = f.edgeInstr(), c.id
	f.c.edges = append(f.c.edges, e)
}

// proxyTo sends a request to where the Director or Rewrite function of a proxy points
// it, and runs the functions that look at the answer.
func (f *frame) proxyTo(x value) {
	c := &libraryCall{frame: f, in: &ir.Instr{}, name: proxyName}
	o := f.object(x.n)
	if url := c.setAt(o, c.below(x.path, urlField)); url != bottom {
		c.sendOn(url)
		return
	}
	out := c.make("request", "outgoing "+itoa(int64(o.id)))
	c.fill(out, 0, request)
	c.write(out, c.below(0, firstURLField), c.inboundURL(site{tag: "outgoing url " + itoa(int64(o.id)), ctx: c.c.id}))
	c.direct(o, x.path, c.ref(out, 0))
	transport := c.setAt(o, c.below(x.path, "Transport"))
	if !c.roundTrip(transport, c.ref(out, 0)) {
		urls := c.requestAddresses(value{kind: refValue, n: int64(out.id)})
		c.emitHTTP(effect{kind: hop.Sync, protocol: hop.HTTP, inherits: true, addresses: c.dialled(transport, urls)})
	}
	c.hook(o, x.path, "ModifyResponse", answer)
	c.hook(o, x.path, "ErrorHandler", unknown, request, unknown)
}

// direct runs the functions that point an outgoing request to its target.
func (c *libraryCall) direct(o *object, p pathID, out setID) {
	c.hook(o, p, directorField, out)
	pr := c.make("rewrite", itoa(int64(o.id)))
	c.write(pr, c.below(0, "Out"), out)
	c.write(pr, c.below(0, "In"), c.inboundCopy())
	c.hook(o, p, "Rewrite", c.ref(pr, 0))
}

// hook calls the functions that a field of a proxy holds.
func (c *libraryCall) hook(o *object, p pathID, field string, args ...setID) {
	for _, x := range c.opened(c.setAt(o, c.below(p, field))) {
		c.apply(x, args, callEdge)
	}
}

// pointRequest has a request go to the target of a director: what the Director of
// NewSingleHostReverseProxy does.
func (f *frame) pointRequest(director *object, args []setID) {
	if len(args) == 0 {
		return
	}
	c := &libraryCall{frame: f, in: &ir.Instr{}}
	paths := c.rewritten(f.setAt(director, f.below(0, string(model.RoleRewrite))))
	c.pointTo(c.fieldsOf(args[0], "URL"), f.setAt(director, f.below(0, targetField)), paths)
}

// pointTo has a URL lead to the host of another one. One of the paths, which were made of
// its own, is appended to that one's.
func (c *libraryCall) pointTo(out, target setID, paths []hop.Template) {
	for _, t := range c.templatesOf(c.rendered(target)) {
		u := splitURL(t)
		c.point(out, "Scheme", c.one(c.str(u.scheme)))
		c.point(out, "Host", c.one(c.str(u.host)))
		for _, path := range paths {
			c.point(out, "Path", c.one(c.str(slices.Concat(u.path, path))))
		}
	}
}

// rewritten returns what becomes of a request's path by a map of patterns to what stands
// in their place. Those of whole prefixes count: {"/api/*": "/$1"}.
func (c *libraryCall) rewritten(rules setID) []hop.Template {
	var out []hop.Template
	for _, x := range c.opened(rules) {
		if x.kind != refValue {
			continue
		}
		o := c.object(x.n)
		for _, step := range c.elementsOf(o, x.path, c.c.id) {
			for _, from := range c.literals(c.keyOf(step)) {
				for _, to := range c.literals(c.loadFrom(o, c.below(x.path, step), ir.String)) {
					out = appendRewrite(out, from, to)
				}
			}
		}
	}
	if len(out) == 0 {
		return c.pathBefore()
	}
	return out
}

func appendRewrite(paths []hop.Template, from, to string) []hop.Template {
	cut, all := strings.CutSuffix(from, "/*")
	put, rest := strings.CutSuffix(to, "/$1")
	if !all || !rest {
		return paths
	}
	path := hop.Template{{Kind: hop.PartRequest, Text: wholePath, Default: cut}}
	if put != "" {
		path = append(hop.Template{{Kind: hop.PartText, Text: put}}, path...)
	}
	return append(paths, path)
}
