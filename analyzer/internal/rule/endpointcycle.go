package rule

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

//go:embed doc/endpoint-cycle.md
var endpointCycleDoc string

var endpointCycle = Rule{Name: "endpoint-cycle", Severity: hop.Error, Doc: endpointCycleDoc, joined: true, check: checkEndpointCycles}

func checkEndpointCycles(v *view) []*verdict {
	g := v.graph
	search := newCycleSearch(g)
	atWork := func(end int) bool { return business(v.roles[g.ends[end].Service]) }
	var out []*verdict
	for _, members := range g.members {
		// Gateways alone take no hop.
		if !g.cyclic(members) || !slices.ContainsFunc(members, atWork) {
			continue
		}
		ours := v.hereOf(g, members)
		if len(ours) == 0 {
			continue
		}
		cycle := rotate(search.shortest(ours), atWork)
		out = append(out, v.cycleVerdict(cycle, members))
	}
	return out
}

func (v *view) cycleVerdict(cycle, members []int) *verdict {
	g := v.graph
	var calls []*hop.Call
	for i, from := range cycle {
		calls = append(calls, g.stepTo(from, cycle[(i+1)%len(cycle)]).call)
	}
	first, at := calls[0], v.stand(calls)
	f := hop.Finding{
		Service:   first.From.Service,
		Endpoints: []string{first.From.Endpoint},
		Message:   cycleMessage(calls, len(members)),
		Advice:    "break the cycle at one call: " + v.advice(calls[len(calls)-1]),
		Pos:       at.Pos,
		Path:      at.Path,
		Chain:     chainOf(calls),
	}
	for _, end := range members {
		f.Fingerprints = append(f.Fingerprints, v.fingerprint(g.ends[end].Service, g.ends[end].Endpoint))
	}
	return &verdict{Finding: f, calls: calls}
}

func cycleMessage(calls []*hop.Call, members int) string {
	var through []string
	for _, c := range calls[1:] {
		through = append(through, targetName(c.From.Service, c.From.Endpoint))
	}
	way := ""
	if len(through) > 0 {
		way = " through " + strings.Join(through, " → ")
	}
	others := ""
	if n := members - len(calls); n > 0 {
		others = fmt.Sprintf(" (with %s in further cycles)", count(n, "more endpoint"))
	}
	return fmt.Sprintf("%s waits for itself%s%s: requests that go round hold every service on the way until one gives up",
		callerName(calls[0].From), way, others)
}
