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

// stand returns the call of a chain at which a finding stands: the first one that is made
// here by which the chain goes on to another service.
func (v *view) stand(calls []*hop.Call) *hop.Call {
	for _, c := range calls {
		if v.here(c.From.Service) && (c.From.Service != c.To.Service || len(v.elsewhere) == 0) {
			return c
		}
	}
	return calls[0]
}

// through returns the graph of the ways that lead through a hop made in this repository.
// An end of g may be there twice: before the first such hop of a way, and behind it. All
// that begins before it ends behind it, so that chains are those through this repository.
func (v *view) through(g *graph) *graph {
	if len(v.elsewhere) == 0 {
		return g
	}
	own := func(from int, s step) bool { return s.hops > 0 && v.here(g.ends[from].Service) }
	before, behind := g.leadingTo(own), g.reachedBy(own)
	t := &graph{}
	number := make([][2]int, len(g.ends)) // of each end before and behind
	for i, end := range g.ends {
		for k, in := range [][]bool{before, behind} {
			if in[i] {
				number[i][k] = len(t.ends)
				t.ends = append(t.ends, end)
				t.behind = append(t.behind, k == 1)
			}
		}
	}
	t.out = make([][]step, len(t.ends))
	for i := range g.ends {
		for _, s := range g.out[i] {
			to := s.to
			switch {
			case before[i] && own(i, s):
				s.to = number[to][1]
				t.out[number[i][0]] = append(t.out[number[i][0]], s)
			case before[i] && before[to]:
				s.to = number[to][0]
				t.out[number[i][0]] = append(t.out[number[i][0]], s)
			}
			if behind[i] {
				s.to = number[to][1]
				t.out[number[i][1]] = append(t.out[number[i][1]], s)
			}
		}
	}
	t.findComponents()
	return t
}

// leadingTo returns the ends from which a way leads over a step of a kind.
func (g *graph) leadingTo(kind func(from int, s step) bool) []bool {
	leads := make([]bool, len(g.ends))
	for _, members := range g.members { // steps lead to components that come first
		found := slices.ContainsFunc(members, func(from int) bool {
			return slices.ContainsFunc(g.out[from], func(s step) bool { return kind(from, s) || leads[s.to] })
		})
		for _, m := range members {
			leads[m] = found
		}
	}
	return leads
}

// reachedBy returns the ends to which a way leads over a step of a kind.
func (g *graph) reachedBy(kind func(from int, s step) bool) []bool {
	reached := make([]bool, len(g.ends))
	for i, members := range slices.Backward(g.members) {
		on := slices.ContainsFunc(members, func(m int) bool { return reached[m] }) || g.within(i, kind)
		for _, from := range members {
			reached[from] = on
			for _, s := range g.out[from] {
				if on || kind(from, s) {
					reached[s.to] = true
				}
			}
		}
	}
	return reached
}

// within reports whether a component has a step of a kind between its own ends.
func (g *graph) within(component int, kind func(from int, s step) bool) bool {
	return slices.ContainsFunc(g.members[component], func(from int) bool {
		return slices.ContainsFunc(g.out[from], func(s step) bool { return g.component[s.to] == component && kind(from, s) })
	})
}
