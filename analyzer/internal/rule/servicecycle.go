package rule

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

//go:embed doc/service-cycle.md
var serviceCycleDoc string

var serviceCycle = Rule{Name: "service-cycle", Severity: hop.Warning, Doc: serviceCycleDoc, joined: true, check: checkServiceCycles}

// checkServiceCycles finds the services that wait for each other where the cycle is
// not one of endpoints, which is the matter of another rule.
func checkServiceCycles(v *view) []*verdict {
	g := newServiceGraph(v.callsBetween())
	tied := v.tiedServices()
	search := newCycleSearch(g)
	search.starts = func(from int, s step) bool {
		group, ok := tied[g.ends[from].Service]
		other, also := tied[g.ends[s.to].Service]
		return !ok || !also || group != other
	}
	atWork := func(end int) bool { return business(v.roles[g.ends[end].Service]) }
	var out []*verdict
	for _, members := range g.members {
		if len(members) < 2 || !slices.ContainsFunc(members, atWork) {
			continue
		}
		if cycle := search.shortest(v.hereOf(g, members)); cycle != nil {
			out = append(out, v.serviceVerdict(g, rotate(cycle, atWork), members))
		}
	}
	return out
}

// callsBetween returns the calls from one service to another.
func (v *view) callsBetween() []*hop.Call {
	var calls []*hop.Call
	for _, c := range v.calls {
		if c.From.Service != c.To.Service {
			calls = append(calls, c)
		}
	}
	return calls
}

// tiedServices numbers the services that endpoint cycles tie together.
func (v *view) tiedServices() map[string]int {
	var inside []*hop.Call
	for from, steps := range v.graph.out {
		for _, s := range steps {
			if v.graph.component[from] == v.graph.component[s.to] {
				inside = append(inside, s.call)
			}
		}
	}
	g := newServiceGraph(inside)
	tied := map[string]int{}
	for i, end := range g.ends {
		tied[end.Service] = g.component[i]
	}
	return tied
}

func (v *view) serviceVerdict(g *graph, cycle, members []int) *verdict {
	names := make([]string, len(cycle))
	for i, end := range cycle {
		names[i] = g.ends[end].Service
	}
	calls, ofRequest := v.round(names)
	if !ofRequest {
		for i, from := range cycle {
			calls = append(calls, g.stepTo(from, cycle[(i+1)%len(cycle)]).call)
		}
	}
	first, at := calls[0], v.stand(calls)
	f := hop.Finding{
		Service: first.From.Service,
		Message: serviceMessage(names, calls, ofRequest, len(members)-len(cycle)),
		Advice:  "let one of the services own the data or the process and learn the rest from events: " + v.advice(calls[len(calls)-1]),
		Pos:     at.Pos,
		Path:    at.Path,
		Chain:   chainOf(calls),
	}
	if first.From.Endpoint != "" {
		f.Endpoints = []string{first.From.Endpoint}
	}
	for _, end := range members {
		f.Fingerprints = append(f.Fingerprints, v.fingerprint(g.ends[end].Service))
	}
	return &verdict{Finding: f, calls: calls}
}

// serviceMessage says how a cycle of services goes round, and how many others are in
// further cycles with them.
func serviceMessage(names []string, calls []*hop.Call, ofRequest bool, others int) string {
	more := ""
	if others > 0 {
		more = fmt.Sprintf(" (with %s in further cycles)", count(others, "more service"))
	}
	if ofRequest {
		home := calls[0].From.Service
		i := slices.Index(names, home)
		through := slices.Concat(names[i+1:], names[:i])
		return fmt.Sprintf("%s comes back to %s through %s%s: none of them answers without the others",
			callerName(calls[0].From), home, strings.Join(through, " → "), more)
	}
	return fmt.Sprintf("%s and %s wait for each other%s, though no single request goes round: none of them can fail, scale or be deployed alone",
		strings.Join(names[:len(names)-1], ", "), names[len(names)-1], more)
}

// round returns the calls by which one request goes once round a cycle of services,
// back to another endpoint of the service it started at. It is false if none can.
func (v *view) round(names []string) ([]*hop.Call, bool) {
	for i := range names {
		way := slices.Concat(names[i:], names[:i+1])
		if calls := v.along(way); calls != nil {
			return calls, true
		}
	}
	return nil, false
}

// along returns the calls by which one request visits the services in turn; nil if
// none can.
func (v *view) along(way []string) []*hop.Call {
	g := v.graph
	first, after := g.of(way[0])
	var layer []int
	for end := first; end < after; end++ {
		layer = append(layer, end)
	}
	came := make([]map[int]*hop.Call, 0, len(way)-1)
	for _, service := range way[1:] {
		calls := g.into(layer, service)
		layer = layer[:0:0]
		for end := range calls {
			layer = append(layer, end)
		}
		slices.Sort(layer)
		came = append(came, calls)
	}
	if len(layer) == 0 {
		return nil
	}
	return g.trace(came, layer[0])
}

// into returns the ends of a service that steps lead to from a layer of ends, each
// with the first call that does.
func (g *graph) into(layer []int, service string) map[int]*hop.Call {
	calls := map[int]*hop.Call{}
	for _, from := range layer {
		for _, s := range g.out[from] {
			if calls[s.to] == nil && g.ends[s.to].Service == service {
				calls[s.to] = s.call
			}
		}
	}
	return calls
}

// trace goes back from an end of the last layer.
func (g *graph) trace(came []map[int]*hop.Call, end int) []*hop.Call {
	var calls []*hop.Call
	for _, layer := range slices.Backward(came) {
		c := layer[end]
		calls = append(calls, c)
		end, _ = slices.BinarySearchFunc(g.ends, c.From, compareEnds)
	}
	slices.Reverse(calls)
	return calls
}
