package interp

import (
	"maps"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// What holes of kind request stand for, if not just for some data of it. Reports
// never show these texts: see [forwards].
const (
	wholeURL  = "URL"
	wholePath = "URL.Path"
)

// inboundParts are the parts of an inbound request's URL. Its scheme is empty, as
// net/http leaves it.
var inboundParts = urlParts{
	host: hop.Template{{Kind: hop.PartRequest}},
	path: hop.Template{{Kind: hop.PartRequest, Text: wholePath}},
}

func isInboundURL(t hop.Template) bool {
	return len(t) == 1 && t[0].Kind == hop.PartRequest && t[0].Text == wholeURL
}

// inboundURL returns the URL object of an inbound request, so that programs can point
// that elsewhere.
func (f *frame) inboundURL(s site) setID {
	o, fresh := f.heap.at(s)
	if fresh {
		o.lib = "url"
		f.write(o, f.below(0, textField), f.one(f.str(hop.Template{{Kind: hop.PartRequest, Text: wholeURL}})))
	}
	return f.ref(o, 0)
}

// foreign returns the first value of a set that is data of another program.
func (f *frame) foreign(s setID) (value, bool) {
	for _, x := range f.opened(s) {
		switch {
		case x.kind == requestValue:
			return x, true
		case x.kind == refValue && f.isInbound(f.object(x.n)), f.isMessageOf(x):
			return value{kind: requestValue}, true
		}
	}
	return value{}, false
}

// isInbound reports whether an object is an inbound request, or the URL of one.
func (f *frame) isInbound(o *object) bool {
	switch o.lib {
	case "request":
		return f.contains(o.root.filled, requestValue)
	case "url":
		for _, t := range f.templatesOf(f.setAt(o, f.below(0, textField))) {
			if isInboundURL(t) {
				return true
			}
		}
	}
	return false
}

// isPath reports whether a part is the path of an inbound request. Its Default is the
// prefix that was cut off.
func isPath(p hop.Part) bool { return p.Kind == hop.PartRequest && p.Text == wholePath }

// forwards tells an address that ends in the path of the inbound request from others:
// it returns what stands before that path, and the path itself. Of others it returns
// the address as reports show it.
func forwards(t hop.Template) (before hop.Template, path hop.Part, ok bool) {
	for i, p := range t {
		if isPath(p) && i > 0 && endsPath(t[i+1:]) {
			return plainTemplate(t[:i]), p, true
		}
	}
	return plainTemplate(t), hop.Part{}, false
}

// endsPath reports whether what stands behind a path is no part of it.
func endsPath(rest hop.Template) bool {
	return len(rest) == 0 || rest[0].Kind == hop.PartText && strings.IndexAny(rest[0].Text, "?#") == 0
}

// plainTemplate forgets what holes of kind request stand for.
func plainTemplate(t hop.Template) hop.Template {
	out := make(hop.Template, len(t))
	for i, p := range t {
		if p.Kind == hop.PartRequest {
			p = hop.Part{Kind: hop.PartRequest}
		}
		out[i] = p
	}
	return out
}

// plainHoles does the same for the strings of a set: what was computed from a path is
// no longer the whole of it.
func (v *values) plainHoles(s setID) setID {
	out := make([]value, 0, len(v.sets[s]))
	for _, x := range v.members(s) {
		if x.kind == stringValue {
			x = v.str(plainTemplate(v.templates[x.n]))
		}
		out = append(out, x)
	}
	return v.of(out)
}

// emitHTTP keeps an HTTP call: one effect for the addresses that the request's own
// path is appended to, for each prefix that is cut off it, and one for the others.
func (f *frame) emitHTTP(e effect) {
	var fixed []hop.Template
	routed := make(map[string][]hop.Template)
	copies := make(map[string]bool) // of routed addresses, without their path's meaning
	for _, t := range withoutEmpty(e.addresses) {
		before, path, ok := forwards(t)
		if !ok {
			fixed = append(fixed, before)
			continue
		}
		routed[path.Default] = append(routed[path.Default], before)
		copies[templateKey(plainTemplate(t))] = true
	}
	fixed = slices.DeleteFunc(fixed, func(t hop.Template) bool { return copies[templateKey(t)] })
	if len(fixed) > 0 || len(routed) == 0 {
		e.addresses = sortedTemplates(fixed)
		f.emit(e)
	}
	for _, stripped := range slices.Sorted(maps.Keys(routed)) {
		e.addresses, e.routing, e.stripped = sortedTemplates(routed[stripped]), true, stripped
		f.emit(e)
	}
}

// withoutEmpty drops addresses that another one gives when a hole that fills a whole
// segment is empty: "/orders/" beside "/orders/{}" comes from a variable that holds
// nothing until something is known.
func withoutEmpty(ts []hop.Template) []hop.Template {
	empty := make(map[string]bool)
	for _, t := range ts {
		for i, p := range t {
			if p.Kind != hop.PartText && isSegment(t, i) {
				rest := append(append(hop.Template{}, t[:i]...), t[i+1:]...)
				empty[templateKey(normalTemplate(rest))] = true
			}
		}
	}
	out := make([]hop.Template, 0, len(ts))
	for _, t := range ts {
		if !empty[templateKey(t)] {
			out = append(out, t)
		}
	}
	return out
}

// isSegment reports whether part i of a template stands between slashes.
func isSegment(t hop.Template, i int) bool {
	if i == 0 || t[i-1].Kind != hop.PartText || !strings.HasSuffix(t[i-1].Text, "/") {
		return false
	}
	return i+1 == len(t) || t[i+1].Kind == hop.PartText && strings.IndexAny(t[i+1].Text, "/?#") == 0
}

// copied returns copies of requests, whose fields can be set without a change to the
// originals.
func (c *libraryCall) copied(row *model.Row) []setID {
	out := bottom
	for _, x := range c.opened(c.arg(row, model.RoleRequest)) {
		switch {
		case x.kind == refValue && c.object(x.n) == c.make("request", "copy"):
			out = c.join(out, c.one(x)) // a loop that copies the copy
		case x.kind == refValue:
			out = c.join(out, c.copyOf(x))
		case x.kind == requestValue && x.n == inboundData:
			out = c.join(out, c.inboundCopy())
		default:
			out = c.join(out, c.one(x))
		}
	}
	return c.shaped(out)
}

func (c *libraryCall) copyOf(x value) setID {
	src, o := c.object(x.n), c.make("request", "copy")
	if route := c.inbounds[src.id]; route != nil {
		c.inbounds[o.id] = route
		c.fill(o, 0, request)
	}
	c.write(o, c.below(0, "Method"), c.setAt(src, c.below(x.path, "Method")))
	urls := c.loadFrom(src, c.below(x.path, "URL"), ir.Pointer)
	c.write(o, c.below(0, firstURLField), c.urlOf(c.rendered(urls), "copy"))
	return c.ref(o, 0)
}

// inboundCopy copies an inbound request of which nothing else is known.
func (c *libraryCall) inboundCopy() setID {
	o := c.make("request", "copy")
	c.fill(o, 0, request)
	c.write(o, c.below(0, firstURLField), c.inboundURL(c.here("inbound url")))
	return c.ref(o, 0)
}

const (
	urlType     = "net/url.URL"
	requestType = "net/http.Request"
)

// firstURLField holds the URL that a request was made with.
const firstURLField = "$url"

// firstURL returns the URL that a request was made with, if a place is that of its URL
// and the program did not put another one there: who does that does it before the
// request is sent.
func (f *frame) firstURL(o *object, p pathID) (setID, bool) {
	if o.lib != "request" && o.typ != requestType || f.paths[p] != (pathStep{step: "URL"}) {
		return bottom, false
	}
	if f.setAt(o, p) != bottom {
		return bottom, false
	}
	s := f.setAt(o, f.below(0, firstURLField))
	return s, s != bottom
}

// copyURLs has a variable that URLs are copied to hold what the originals are written
// as, so that fields which are set later are the copy's alone. It returns what of s is
// no such URL.
func (f *frame) copyURLs(to *object, p pathID, s setID) setID {
	if p != 0 || to.typ != urlType {
		return s
	}
	var rest []value
	for _, x := range f.members(s) {
		switch {
		case x.kind == requestValue:
			f.write(to, f.below(0, textField), f.one(f.str(f.templateOf(x))))
		case x.kind == structValue && f.isURL(f.object(x.n), x.path):
			c := &libraryCall{frame: f, in: &ir.Instr{}}
			x.kind = refValue
			f.write(to, f.below(0, textField), c.rendered(f.one(x)))
		default:
			rest = append(rest, x)
		}
	}
	return f.of(rest)
}
