package rule

// chains finds the longest chain from each end of a graph.
//
// Between components the graph has no cycles, so the longest chain is that of the end
// which a step leads to, plus the step. Within a component the longest path that
// comes back nowhere is hard to find in general (it tells whether there is a
// Hamiltonian path). There, a depth-first search from where the chain enters leaves
// out the steps back onto its own path; what it finds is a chain that a request can
// take, and at least as long as the shortest way to any end. No cycle hides a chain:
// where there is one of two hops, one of two is found.
type chains struct {
	*graph
	best []reach // by end; of components with cycles only for the ends that chains enter

	// The search within one component.
	walk  int     // number of the search
	seen  []int   // the search that saw an end last
	open  []bool  // the end lies on the path of the search
	value []reach // what the search found
	left  int     // steps that the search may still take
}

// A reach is how far chains from an end lead.
type reach struct {
	hops int
	ways int // how many chains are as long, at most maxWays
	next int // the index of the first step of one of them; -1 for none
}

// maxWays bounds the count of chains, which grows exponentially.
const maxWays = 1000

// Bounds of the steps that the searches within one component take: all together, and
// each at least. Beyond them chains may be longer than what is found.
const (
	maxSteps = 1 << 26
	minSteps = 1 << 10
)

// newChains finds the longest chains from where chains can enter a component: those
// ends that steps from other components lead to.
func newChains(g *graph, entered []bool) *chains {
	n := len(g.ends)
	c := &chains{graph: g, best: make([]reach, n), seen: make([]int, n), open: make([]bool, n), value: make([]reach, n)}
	for _, members := range g.members {
		for _, v := range members {
			if len(members) == 1 || entered[v] {
				c.best[v] = c.from(v)
			}
		}
	}
	return c
}

// from searches the component of an end from there. All lower components must be known.
func (c *chains) from(v int) reach {
	c.walk++
	c.left = max(maxSteps/len(c.members[c.component[v]]), minSteps)
	return c.visit(v)
}

func (c *chains) visit(v int) reach {
	c.seen[v], c.open[v] = c.walk, true
	r := reach{ways: 1, next: -1}
	for i, s := range c.out[v] {
		if after, ok := c.after(v, s); ok {
			r = r.or(s.hops+after.hops, after.ways, i)
		}
	}
	c.open[v], c.value[v] = false, r
	return r
}

// after returns how far chains lead from where a step ends. It is false for steps
// that a chain cannot take without coming back.
func (c *chains) after(v int, s step) (reach, bool) {
	if c.component[s.to] != c.component[v] {
		return c.best[s.to], true
	}
	c.left--
	switch {
	case c.seen[s.to] != c.walk:
		if c.left < 0 {
			return reach{}, false
		}
		return c.visit(s.to), true
	case c.open[s.to]:
		return reach{}, false
	}
	return c.value[s.to], true
}

// or returns r, or what leads farther by the step next.
func (r reach) or(hops, ways, next int) reach {
	switch {
	case hops > r.hops:
		return reach{hops, ways, next}
	case hops == r.hops && hops > 0:
		r.ways = min(r.ways+ways, maxWays)
	}
	return r
}

// chain returns the first of the longest chains from an end, as ends.
func (c *chains) chain(v int) []int {
	chain := []int{v}
	c.from(v)
	for c.value[v].next >= 0 {
		to := c.out[v][c.value[v].next].to
		if c.component[to] != c.component[v] {
			c.from(to)
		}
		chain = append(chain, to)
		v = to
	}
	return chain
}
