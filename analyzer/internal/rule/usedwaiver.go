package rule

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// use marks the waivers that hold for something that the rule finds in the whole system.
func (r Rule) use(whole *view, found []*verdict, valid []*waiver) {
	for _, w := range valid {
		if w.used[r.Name] {
			continue
		}
		var held []*hop.Call
		for _, c := range whole.calls {
			if w.agrees(c.To.Service) && w.passes(c) {
				held = append(held, c)
			}
		}
		w.used[r.Name] = len(held) > 0 && (anyOf(found, held) || r.findsThrough(whole, held))
	}
}

// anyOf reports whether one of the verdicts is about one of the calls.
func anyOf(found []*verdict, held []*hop.Call) bool {
	return slices.ContainsFunc(found, func(v *verdict) bool {
		return slices.ContainsFunc(v.calls, func(c *hop.Call) bool { return slices.Contains(held, c) })
	})
}

// findsThrough reports whether a rule that follows calls has a finding about one of them
// that it does not show: it shows the longest chain, and one call to each service.
func (r Rule) findsThrough(whole *view, held []*hop.Call) bool {
	switch r.Name {
	case chainDepth.Name, endpointCycle.Name:
		return len(r.check(whole.around(held, func(f hop.From) hop.From { return f }))) > 0
	case serviceCycle.Name:
		return len(r.check(whole.around(held, func(f hop.From) hop.From { return hop.From{Service: f.Service} }))) > 0
	case fanOut.Name:
		return fansOut(r.check(whole), held)
	}
	return false
}

// fansOut reports whether one of the calls is made by an endpoint that waits for too many.
func fansOut(found []*verdict, held []*hop.Call) bool {
	return slices.ContainsFunc(held, func(c *hop.Call) bool {
		return slices.ContainsFunc(found, func(v *verdict) bool {
			return v.Service == c.From.Service && slices.Contains(v.Endpoints, c.From.Endpoint)
		})
	})
}

// around returns the view with those calls alone that can stand in a chain with one of
// some calls: before it or after it. The ends are endpoints or services.
func (v *view) around(held []*hop.Call, end func(hop.From) hop.From) *view {
	from := func(c *hop.Call) hop.From { return end(c.From) }
	to := func(c *hop.Call) hop.From { return end(hop.From{Service: c.To.Service, Endpoint: c.To.Endpoint}) }
	before, after := v.reached(held, to, from), v.reached(held, from, to)
	return v.without(func(c *hop.Call) bool {
		return !before[to(c)] && !after[from(c)] && !slices.Contains(held, c)
	})
}

// reached returns the ends that lie behind calls: to is the far end of each, and calls that
// begin there lead on.
func (v *view) reached(held []*hop.Call, from, to func(*hop.Call) hop.From) map[hop.From]bool {
	next := make(map[hop.From][]hop.From)
	for _, c := range v.calls {
		next[from(c)] = append(next[from(c)], to(c))
	}
	seen := make(map[hop.From]bool)
	var queue []hop.From
	for _, c := range held {
		queue = append(queue, to(c))
	}
	for len(queue) > 0 {
		at := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if !seen[at] {
			seen[at] = true
			queue = append(queue, next[at]...)
		}
	}
	return seen
}
