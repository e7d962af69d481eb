package rule

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A graph is what waits for what: endpoints, or whole services, and the calls between
// them. Its ends are sorted and so are the steps from each, so that whatever is found
// in it is found in the same order.
type graph struct {
	ends []hop.From // of services without Endpoint
	out  [][]step
	// component numbers the strongly connected component of each end. Steps lead to
	// the same component or to one with a lower number.
	component []int
	members   [][]int // the ends of each component, sorted

	behind []bool // see [view.through]; nil for the graph of all calls
}

// A step leads from one end to another.
type step struct {
	to   int
	hops int       // 1 for a hop; 0 within one service and for a free step
	free bool      // what a gateway calls for its own client
	call *hop.Call // the witness
}

// newEndpointGraph makes the graph of the endpoints. A target whose endpoint is not
// known is an end that nothing leaves: which call of the target follows is not known.
func newEndpointGraph(calls []*hop.Call, roles map[string]hop.Role) *graph {
	known := make([]*hop.Call, 0, len(calls))
	for _, c := range calls {
		if c.From.Endpoint != "" {
			known = append(known, c)
		}
	}
	g := newGraph(known, func(c *hop.Call) (from, to hop.From) {
		return c.From, hop.From{Service: c.To.Service, Endpoint: c.To.Endpoint}
	})
	g.setFree(roles)
	return g
}

// newServiceGraph makes the graph of the services.
func newServiceGraph(calls []*hop.Call) *graph {
	return newGraph(calls, func(c *hop.Call) (from, to hop.From) {
		return hop.From{Service: c.From.Service}, hop.From{Service: c.To.Service}
	})
}

func newGraph(calls []*hop.Call, endsOf func(*hop.Call) (from, to hop.From)) *graph {
	n := numberEnds(calls, endsOf)
	g := &graph{ends: n.ends, out: make([][]step, len(n.ends))}
	for i, c := range calls {
		from := n.of[2*i]
		g.out[from] = append(g.out[from], step{to: n.of[2*i+1], hops: 1, call: c})
	}
	for i := range g.out {
		g.settle(i)
	}
	g.findComponents()
	return g
}

// numbers are the ends of calls, sorted, and which of them each call has: the near
// end of call i is of[2*i], the far end of[2*i+1].
type numbers struct {
	ends []hop.From
	of   []int
}

func numberEnds(calls []*hop.Call, endsOf func(*hop.Call) (from, to hop.From)) numbers {
	n := numbers{of: make([]int, 0, 2*len(calls))}
	known := map[hop.From]int{}
	number := func(end hop.From) int {
		i, ok := known[end]
		if !ok {
			i = len(n.ends)
			known[end] = i
			n.ends = append(n.ends, end)
		}
		return i
	}
	for _, c := range calls {
		from, to := endsOf(c)
		n.of = append(n.of, number(from), number(to))
	}
	n.sort()
	return n
}

// sort sorts the ends and numbers the calls accordingly.
func (n *numbers) sort() {
	order := make([]int, len(n.ends))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return compareEnds(n.ends[a], n.ends[b]) })
	rank := make([]int, len(n.ends))
	sorted := make([]hop.From, len(n.ends))
	for i, old := range order {
		rank[old], sorted[i] = i, n.ends[old]
	}
	for i, old := range n.of {
		n.of[i] = rank[old]
	}
	n.ends = sorted
}

func compareEnds(a, b hop.From) int {
	return cmp.Or(strings.Compare(a.Service, b.Service), strings.Compare(a.Endpoint, b.Endpoint))
}

// settle sorts the steps from an end and keeps the first call to each other end.
func (g *graph) settle(from int) {
	slices.SortStableFunc(g.out[from], func(a, b step) int { return cmp.Compare(a.to, b.to) })
	g.out[from] = slices.CompactFunc(g.out[from], func(a, b step) bool { return a.to == b.to })
	for i, s := range g.out[from] {
		if g.ends[from].Service == g.ends[s.to].Service {
			g.out[from][i].hops = 0
		}
	}
}

// setFree finds the steps that are no hops because a gateway takes them first. Where
// a business service calls a gateway back, what that gateway calls is part of the
// chain.
func (g *graph) setFree(roles map[string]hop.Role) {
	inChain := make([]bool, len(g.ends))
	var queue []int
	visit := func(from int) {
		for _, s := range g.out[from] {
			if !inChain[s.to] && roles[g.ends[s.to].Service] == hop.RoleGateway {
				inChain[s.to] = true
				queue = append(queue, s.to)
			}
		}
	}
	for i, end := range g.ends {
		if business(roles[end.Service]) {
			inChain[i] = true
			visit(i)
		}
	}
	for len(queue) > 0 {
		next := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		visit(next)
	}
	for i := range g.out {
		for j := range g.out[i] {
			if !inChain[i] {
				g.out[i][j].hops, g.out[i][j].free = 0, true
			}
		}
	}
}

// findComponents numbers the strongly connected components, by Tarjan's algorithm
// ("Depth-first search and linear graph algorithms", 1972).
func (g *graph) findComponents() {
	t := &tarjan{graph: g, low: make([]int, len(g.ends))}
	g.component = make([]int, len(g.ends))
	for v := range g.ends {
		if t.low[v] == 0 {
			t.visit(v)
		}
	}
	for _, members := range g.members {
		slices.Sort(members)
	}
}

type tarjan struct {
	*graph
	low     []int // the lowest number on the stack that an end reaches; 0 for ends not yet seen
	visited int
	stack   []int
}

func (t *tarjan) visit(v int) {
	t.visited++
	own, base := t.visited, len(t.stack)
	t.low[v] = own
	t.stack = append(t.stack, v)
	for _, s := range t.out[v] {
		if t.low[s.to] == 0 {
			t.visit(s.to)
		}
		t.low[v] = min(t.low[v], t.low[s.to])
	}
	if t.low[v] == own {
		t.close(base)
	}
}

// close makes a component of what lies on the stack from base on.
func (t *tarjan) close(base int) {
	members := slices.Clone(t.stack[base:])
	t.stack = t.stack[:base]
	for _, w := range members {
		t.component[w] = len(t.members)
		t.low[w] = len(t.ends) + 1 // out of the way of those still on the stack
	}
	t.members = append(t.members, members)
}

// cyclic reports whether the members of a component wait for each other, or one for itself.
func (g *graph) cyclic(members []int) bool {
	return len(members) > 1 || slices.ContainsFunc(g.out[members[0]], func(s step) bool { return s.to == members[0] })
}

// stepTo returns the step between two ends. There must be one.
func (g *graph) stepTo(from, to int) step {
	i, _ := slices.BinarySearchFunc(g.out[from], to, func(s step, to int) int { return cmp.Compare(s.to, to) })
	return g.out[from][i]
}

// of returns the ends of a service.
func (g *graph) of(service string) (first, after int) {
	first, _ = slices.BinarySearchFunc(g.ends, hop.From{Service: service}, compareEnds)
	for after = first; after < len(g.ends) && g.ends[after].Service == service; after++ {
	}
	return first, after
}

// index returns the number of an end, or -1.
func (g *graph) index(end hop.From) int {
	if i, ok := slices.BinarySearchFunc(g.ends, end, compareEnds); ok {
		return i
	}
	return -1
}
