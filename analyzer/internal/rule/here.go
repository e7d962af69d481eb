package rule

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// What lies wholly in other repositories is not judged: it is for the runs there, and
// nobody could mend it here. A finding counts if one of its calls is made here.

// elsewhere returns the services of other repositories.
func elsewhere(sys *hop.System) map[string]bool {
	out := map[string]bool{}
	for _, s := range sys.Services {
		if s.Repository != "" {
			out[s.Name] = true
		}
	}
	return out
}

// here reports whether the calls of a service are made in this repository.
func (v *view) here(service string) bool { return !v.elsewhere[service] }

// hereOf returns those ends that are of this repository.
func (v *view) hereOf(g *graph, ends []int) []int {
	return slices.DeleteFunc(slices.Clone(ends), func(end int) bool { return !v.here(g.ends[end].Service) })
}

// stand returns the call of a chain at which a finding stands: the first one of those that
// are made here and go on to another service.
func (v *view) stand(calls []*hop.Call) *hop.Call {
	i := slices.IndexFunc(calls, v.hopHere)
	if i < 0 || len(v.elsewhere) == 0 {
		return calls[0]
	}
	return calls[i]
}

// hopHere reports whether a call is made here and goes to another service.
func (v *view) hopHere(c *hop.Call) bool {
	return v.here(c.From.Service) && c.From.Service != c.To.Service
}

// through returns the graph of the ways that lead through a hop made in this repository.
// An end of g may be there twice: before the first such hop of a way, and behind it. Ends
// that wait for each other stay together, so that no way comes back to an end: where one
// of their hops is made here, all that leaves them is behind it.
func (v *view) through(g *graph) *graph {
	if len(v.elsewhere) == 0 {
		return g
	}
	p := newPasses(g, func(from int, s step) bool { return s.hops > 0 && v.here(g.ends[from].Service) })
	t := &graph{}
	number := make([][2]int, len(g.ends)) // of each end before and behind
	for i, end := range g.ends {
		for k, in := range [][]bool{p.before, p.behind} {
			if in[i] {
				number[i][k] = len(t.ends)
				t.ends = append(t.ends, end)
				t.behind = append(t.behind, k == 1)
			}
		}
	}
	t.out = make([][]step, len(t.ends))
	link := func(from, to [2]int, s step) {
		s.to = number[to[0]][to[1]]
		at := number[from[0]][from[1]]
		t.out[at] = append(t.out[at], s)
	}
	for i := range g.ends {
		for _, s := range g.out[i] {
			switch {
			case p.before[i] && p.over(i, s):
				link([2]int{i, 0}, [2]int{s.to, 1}, s)
			case p.before[i] && p.before[s.to]:
				link([2]int{i, 0}, [2]int{s.to, 0}, s)
			}
			if p.behind[i] {
				link([2]int{i, 1}, [2]int{s.to, 1}, s)
			}
		}
	}
	t.findComponents()
	return t
}

// passes say where ways pass steps of a kind.
type passes struct {
	*graph
	kind   func(from int, s step) bool
	inside []bool // by component: one of its inner steps is of the kind
	before []bool // a way from the end passes such a step
	behind []bool // a way to the end has passed one
}

func newPasses(g *graph, kind func(from int, s step) bool) *passes {
	p := &passes{graph: g, kind: kind, inside: make([]bool, len(g.members)), before: make([]bool, len(g.ends)), behind: make([]bool, len(g.ends))}
	for from, steps := range g.out {
		for _, s := range steps {
			if c := g.component[from]; g.component[s.to] == c && kind(from, s) {
				p.inside[c] = true
			}
		}
	}
	for i, members := range g.members { // steps lead to components that come first
		found := p.inside[i] || g.any(members, func(from int, s step) bool { return kind(from, s) || p.before[s.to] })
		for _, m := range members {
			p.before[m] = found
		}
	}
	for _, members := range slices.Backward(g.members) {
		reached := slices.ContainsFunc(members, func(m int) bool { return p.behind[m] })
		for _, from := range members {
			p.behind[from] = reached
			for _, s := range g.out[from] {
				p.behind[s.to] = p.behind[s.to] || reached || p.over(from, s)
			}
		}
	}
	return p
}

// over reports whether a way has passed a step of the kind when it leaves a component by a step.
func (p *passes) over(from int, s step) bool {
	c := p.component[from]
	return p.component[s.to] != c && (p.inside[c] || p.kind(from, s))
}

// any reports whether one of the steps from some ends is of a kind.
func (g *graph) any(ends []int, kind func(from int, s step) bool) bool {
	return slices.ContainsFunc(ends, func(from int) bool {
		return slices.ContainsFunc(g.out[from], func(s step) bool { return kind(from, s) })
	})
}
