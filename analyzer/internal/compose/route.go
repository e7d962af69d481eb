package compose

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// A router finds the HTTP endpoint of one service that a call reaches. It is a tree
// of path segments, so that a lookup costs what the call's path is long, not how
// many endpoints there are.
//
// Precedence is that of [net/http.ServeMux] since Go 1.22: the most specific path
// that serves the method wins; a literal is more specific than a parameter, and that
// than a rest. Other routers differ only where two endpoints fit one request.
type router struct{ root routeNode }

// A routeNode is what follows a sequence of segments.
type routeNode struct {
	literals map[string]*routeNode
	names    []string // the keys of literals, sorted
	globs    []routeGlob
	ends     []served // "/x"
	exact    []served // "/x/{$}"
	subtree  []served // "/x/"
	rests    []served // "/x/{rest...}"
}

// A routeGlob is a segment with a parameter.
type routeGlob struct {
	segment string
	node    *routeNode
}

// served is an endpoint with its method cut off; the method is "ANY" where it is not restricted.
type served struct{ method, name string }

const anyMethod = manifest.AnyMethod

// anyRPC is the endpoint of a server of RPCs that takes those which it has no service for.
const anyRPC = hop.AnyRPC

// newRouter makes the router of the given endpoints, which are sorted names in the
// normal form.
func newRouter(endpoints []string) *router {
	r := &router{}
	for _, name := range endpoints {
		method, text := splitEndpoint(name)
		r.root.insert(endpointPath(text), served{method, name})
	}
	return r
}

// splitEndpoint cuts "GET /orders" into its method and path.
func splitEndpoint(name string) (method, text string) {
	if method, text, ok := strings.Cut(name, " "); ok {
		return strings.ToUpper(method), strings.TrimSpace(text)
	}
	return anyMethod, name
}

func (n *routeNode) insert(p path, s served) {
	for _, segment := range p.segments {
		n = n.child(segment)
	}
	list := &n.ends
	switch {
	case p.rest:
		list = &n.rests
	case p.exact:
		list = &n.exact
	case p.slash:
		list = &n.subtree
	}
	*list = append(*list, s)
}

// child returns the node below n for a segment, which it makes if there is none.
func (n *routeNode) child(segment string) *routeNode {
	if strings.Contains(segment, hole) {
		for _, g := range n.globs {
			if g.segment == segment {
				return g.node
			}
		}
		g := routeGlob{segment, &routeNode{}}
		n.globs = append(n.globs, g)
		return g.node
	}
	if c, ok := n.literals[segment]; ok {
		return c
	}
	if n.literals == nil {
		n.literals = map[string]*routeNode{}
	}
	c := &routeNode{}
	n.literals[segment] = c
	i, _ := slices.BinarySearch(n.names, segment)
	n.names = slices.Insert(n.names, i, segment)
	return c
}

// match returns the endpoint that serves a call of the path by the method; method ""
// is unknown. Where the service does not tell which of several endpoints it is, or
// has none that fits, the answer is "".
func (r *router) match(method string, p path) string {
	// A path of which nothing is known tells the endpoint only where there is just one.
	s := &search{method: method, call: p, weak: p.loose && !p.literal()}
	s.walk(&r.root, p.segments)
	if s.best == "" && p.loose && p.literal() {
		// The unknown value before the path may end in segments of its own.
		s.walkBelow(&r.root)
		if !s.sameText() {
			return ""
		}
	}
	return s.result()
}
