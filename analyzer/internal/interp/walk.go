package interp

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A walk collects endpoints and calls region by region.
type walk struct {
	*machine
	program *hop.Program
	regions map[contextID]*region
	seen    map[string]bool
	served  map[string]bool
}

// root collects what happens from a root on outside of requests, and then what it serves.
func (w *walk) root(start contextID) {
	r := w.newRegion(start, hop.Startup)
	r.blindSpots()
	w.program.Calls = append(w.program.Calls, r.calls("")...)
	for _, x := range r.exits {
		w.serve(x.edge, nil, nil)
	}
}

// maxHandlers bounds how many handlers hand a request on to one another.
const maxHandlers = 12

// serve follows a request from handler to handler. Who hands it to no other is the
// endpoint; the outer ones are its middleware, and what they call it calls.
func (w *walk) serve(e *edge, outer []*region, labels []*label) {
	if slices.ContainsFunc(e.labels, func(l *label) bool { return slices.Contains(labels, l) }) {
		return // handlers that hand requests on in a circle
	}
	labels = append(slices.Clip(labels), e.labels...)
	if e.callee == noContext {
		w.endpoint(labels, outer, nil)
		return
	}
	r := w.regions[e.callee]
	if r == nil {
		r = w.newRegion(e.callee, hop.Request)
		r.blindSpots()
		w.regions[e.callee] = r
	}
	if len(r.exits) == 0 || len(outer) >= maxHandlers {
		w.endpoint(labels, outer, r)
		return
	}
	outer = append(slices.Clip(outer), r)
	for _, x := range r.exits {
		w.serve(x.edge, outer, labels)
	}
}

// endpoint adds an endpoint, once for each method and path that it has.
func (w *walk) endpoint(labels []*label, outer []*region, own *region) {
	for _, e := range w.endpointsOf(labels) {
		if own != nil && (e.Pos == "" || e.Func == "") {
			name, pos := w.entry(own)
			e.Func, e.Pos = cmp.Or(e.Func, name), cmp.Or(e.Pos, pos)
		}
		key := e.Protocol + " " + e.Name
		if !w.served[key] {
			w.served[key] = true
			w.program.Endpoints = append(w.program.Endpoints, e)
		}
		for _, r := range append(slices.Clip(outer), own) {
			if r == nil || w.seen[key+" "+itoa(int64(r.start))] {
				continue
			}
			w.seen[key+" "+itoa(int64(r.start))] = true
			for _, c := range r.calls(e.Name) {
				if len(c.Path) == 0 {
					c.Path = []hop.PathFrame{{Func: cmp.Or(e.Func, proxyName), Pos: e.Pos}}
				}
				if c.Routing && r == own {
					c.Stripped = joinPattern(w.strippedPath(labels), c.Stripped)
				}
				w.program.Calls = append(w.program.Calls, c)
			}
		}
	}
}

// entry returns the name and position of the function that a region starts with.
func (w *walk) entry(r *region) (name, pos string) {
	fn := w.contexts[r.start].fn
	if fn == nil {
		return "", ""
	}
	return unbound(fn.Name), w.pos(fn, fn.Pos)
}

// strippedPath returns what is cut off a request's path on its way to the endpoint.
func (w *walk) strippedPath(labels []*label) string {
	prefixes := []string{""}
	for _, l := range labels {
		if l.strip != nil {
			prefixes = crossPaths(prefixes, w.pathTexts(l.strip, stripField))
		}
	}
	return prefixes[0]
}

// endpointsOf names the endpoints that the labels lead to.
func (w *walk) endpointsOf(labels []*label) []hop.ProgramEndpoint {
	if n := len(labels); n > 0 && labels[n-1].procedure != "" {
		l := labels[n-1]
		return []hop.ProgramEndpoint{{Protocol: cmp.Or(l.protocol, hop.GRPC), Name: l.procedure, Func: l.handler, Pos: l.pos, Infrastructure: l.reserved}}
	}
	names, last := w.httpNames(labels)
	e := hop.ProgramEndpoint{Protocol: hop.HTTP}
	if last != nil {
		e.Pos, e.Func = last.pos, w.handlerName(last)
	}
	var out []hop.ProgramEndpoint
	for _, name := range names {
		e.Name = name
		e.Infrastructure = e.Func == "" && isMonitoring(name)
		out = append(out, e)
	}
	return out
}

// handlerName returns the name of the function or method that handles a route.
func (w *walk) handlerName(l *label) string {
	pl := l.route.root.children[handlerField]
	if pl == nil {
		return ""
	}
	for _, x := range w.members(pl.set) {
		if name := w.funcOf(x); name != "" {
			return name
		}
	}
	return ""
}

func (w *walk) funcOf(x value) string {
	switch x.kind {
	case funcValue:
		return unbound(w.funcName(x.n))
	case refValue:
		o := w.object(x.n)
		if o.fn != nil {
			return w.innermost(o, maxHandlers)
		}
		if h := o.root.children[handlerField]; h != nil && o.lib == "strip" {
			return w.first(h.set)
		}
		if h := o.root.children[handlersField]; h != nil && o.lib == sequenceLib {
			return w.first(h.set)
		}
		if o.lib == proxyLib {
			return proxyName
		}
	case ifaceValue:
		if name := w.funcOf(w.all[x.n]); name != "" {
			return name
		}
		if name := w.types.method(x.typ, handlerMethod.Method); w.funcs[name] != nil {
			return name
		}
	}
	return ""
}

// innermost returns the name of the handler that a closure wraps: the function that
// it captured, if it captured one.
func (w *walk) innermost(o *object, depth int) string {
	for i := range o.fn.Free {
		pl := o.root.children[freeName(i)]
		if pl == nil || depth == 0 {
			continue
		}
		for _, x := range w.captured(pl.set, depth) {
			if inner := w.object(x.n); inner.fn != nil && sameParams(inner.fn, o.fn) {
				return w.innermost(inner, depth-1)
			}
		}
	}
	return unbound(o.fn.Name)
}

// sameParams reports whether two functions take the same parameters.
func sameParams(a, b *function) bool {
	return slices.EqualFunc(a.Params, b.Params, func(p, q ir.Param) bool { return p.Type == q.Type })
}

// captured returns the closures that a captured variable holds.
func (w *walk) captured(s setID, depth int) []value {
	if depth == 0 {
		return nil
	}
	var out []value
	for _, x := range w.members(s) {
		for x.kind == ifaceValue {
			x = w.all[x.n]
		}
		if x.kind != refValue {
			continue
		}
		o := w.object(x.n)
		if o.fn != nil {
			out = append(out, x)
		} else if o.root.set != bottom && x.path == 0 {
			out = append(out, w.captured(o.root.set, depth-1)...)
		}
	}
	return out
}

func (w *walk) first(s setID) string {
	for _, x := range w.members(s) {
		if name := w.funcOf(x); name != "" {
			return name
		}
	}
	return ""
}

// unbound returns the name of the method that a bound method calls.
func unbound(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "$bound"), "$thunk")
}
