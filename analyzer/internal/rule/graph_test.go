package rule

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// randomGraph makes a small graph whose ends are all of different services.
func randomGraph(random *rand.Rand) *graph {
	const ends = 7
	var calls []*hop.Call
	for range 2 + random.IntN(14) {
		from, to := random.IntN(ends), random.IntN(ends)
		calls = append(calls, &hop.Call{
			From: hop.From{Service: fmt.Sprint("S", from), Endpoint: "/x"},
			To:   hop.To{Service: fmt.Sprint("S", to), Endpoint: "/x"},
		})
	}
	return newEndpointGraph(calls, map[string]hop.Role{
		"S0": hop.RoleService, "S1": hop.RoleService, "S2": hop.RoleService, "S3": hop.RoleService,
		"S4": hop.RoleService, "S5": hop.RoleService, "S6": hop.RoleService,
	})
}

// simplePaths calls visit with each path from the last end of path on that comes back nowhere.
func (g *graph) simplePaths(path []int, visit func([]int)) {
	visit(path)
	for _, s := range g.out[path[len(path)-1]] {
		if !slices.Contains(path, s.to) {
			g.simplePaths(append(slices.Clone(path), s.to), visit)
		}
	}
}

// reaches reports whether there is a way from one end to another, of any length above zero.
func (g *graph) reaches(from, to int) bool {
	found := false
	for _, s := range g.out[from] {
		g.simplePaths([]int{s.to}, func(p []int) { found = found || p[len(p)-1] == to })
	}
	return found
}

func TestComponents(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		g := randomGraph(random)
		for v := range g.ends {
			for w := range g.ends {
				same := v == w || g.reaches(v, w) && g.reaches(w, v)
				if got := g.component[v] == g.component[w]; got != same {
					t.Fatalf("%v: ends %d and %d in one component: %t", g.out, v, w, got)
				}
			}
			for _, s := range g.out[v] {
				if g.component[s.to] > g.component[v] {
					t.Fatalf("%v: the step from %d to %d leads up", g.out, v, s.to)
				}
			}
		}
	}
}

// What is found must be a chain, it must be as long as is said, and without cycles
// there must be none that is longer and the count must be right.
func TestChains(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	for range 1000 {
		g := randomGraph(random)
		entered := make([]bool, len(g.ends))
		for from, steps := range g.out {
			for _, s := range steps {
				entered[s.to] = entered[s.to] || g.component[from] != g.component[s.to]
			}
		}
		c := newChains(g, entered)
		for v := range g.ends {
			checkChains(t, c, v)
		}
	}
}

func checkChains(t *testing.T, c *chains, v int) {
	t.Helper()
	longest, ways, cyclic := 0, 1, false
	c.simplePaths([]int{v}, func(p []int) {
		cyclic = cyclic || len(c.members[c.component[p[len(p)-1]]]) > 1
		switch n := len(p) - 1; {
		case n > longest:
			longest, ways = n, 1
		case n == longest && n > 0:
			ways++
		}
	})
	r, chain := c.from(v), c.chain(v)
	if len(chain)-1 != r.hops {
		t.Fatalf("%v from %d: chain %v, but %d hops", c.out, v, chain, r.hops)
	}
	for i := range chain[1:] {
		c.stepTo(chain[i], chain[i+1]) // panics or gives another step if there is none
		if c.stepTo(chain[i], chain[i+1]).to != chain[i+1] || slices.Contains(chain[:i+1], chain[i+1]) {
			t.Fatalf("%v from %d: %v is no chain", c.out, v, chain)
		}
	}
	if !cyclic && (r.hops != longest || r.ways != ways) || r.hops < min(longest, 2) {
		t.Fatalf("%v from %d: %d hops in %d ways, want %d in %d", c.out, v, r.hops, r.ways, longest, ways)
	}
}

// A search that must stop early finds chains that are shorter, but chains.
func TestChainsBounded(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for range 1000 {
		g := randomGraph(random)
		c := newChains(g, make([]bool, len(g.ends)))
		for v := range g.ends {
			full := c.from(v)
			for left := range 5 {
				c.walk++
				c.left = left
				if r := c.visit(v); r.hops > full.hops || r.hops > 0 && r.next < 0 {
					t.Fatalf("%v from %d with %d steps: %+v, without bounds %+v", g.out, v, left, r, full)
				}
			}
		}
	}
}

func TestShortestCycle(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for range 1000 {
		g := randomGraph(random)
		search := newCycleSearch(g)
		for _, members := range g.members {
			want := 0
			for _, v := range members {
				g.simplePaths([]int{v}, func(p []int) {
					closes := slices.ContainsFunc(g.out[p[len(p)-1]], func(s step) bool { return s.to == v })
					if closes && (want == 0 || len(p) < want) {
						want = len(p)
					}
				})
			}
			cycle := search.shortest(members)
			if len(cycle) != want || g.cyclic(members) != (want > 0) {
				t.Fatalf("%v: cycle %v, want one of %d", g.out, cycle, want)
			}
			for i, from := range cycle {
				if to := cycle[(i+1)%len(cycle)]; g.stepTo(from, to).to != to {
					t.Fatalf("%v: %v is no cycle", g.out, cycle)
				}
			}
		}
	}
}
