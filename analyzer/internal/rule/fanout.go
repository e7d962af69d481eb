package rule

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
)

//go:embed doc/fan-out.md
var fanOutDoc string

var fanOut = Rule{Name: "fan-out", Severity: hop.Warning, Max: serviceTargets.warn - 1, Doc: fanOutDoc, joined: true, check: checkFanOut}

// targetLimits are numbers of services from which on an endpoint waits for too many.
type targetLimits struct{ warn, fail int }

var (
	serviceTargets = targetLimits{warn: 5, fail: 10}
	gatewayTargets = targetLimits{warn: 8, fail: 15}
)

func checkFanOut(v *view) []*verdict {
	places := map[hop.From]string{}
	for _, e := range v.system.Endpoints {
		places[hop.From{Service: e.Service, Endpoint: e.Name}] = e.Pos
	}
	var out []*verdict
	for i, end := range v.graph.ends {
		if len(v.graph.out[i]) == 0 {
			continue
		}
		limits, total := v.targetLimits(end.Service)
		calls := v.targets(i, limits.fail, total)
		if len(calls) < limits.warn || !slices.ContainsFunc(calls, func(c *hop.Call) bool { return v.here(c.From.Service) }) {
			continue
		}
		found := v.fanVerdict(end, calls, total)
		if len(calls) >= limits.fail {
			found.Severity = hop.Error
		}
		found.Pos = places[end]
		if found.Pos == "" || !v.here(end.Service) {
			at := v.stand(calls)
			found.Pos, found.Path = at.Pos, at.Path
		}
		out = append(out, found)
	}
	return out
}

// targetLimits returns the limits for the endpoints of a service. With a budget of
// the service, total is true: then all services that a request waits for count, not
// only those that the endpoint calls itself.
func (v *view) targetLimits(service string) (limits targetLimits, total bool) {
	if own := v.budget(service).Services; own != nil {
		return limitsAbove(*own), true
	}
	if v.max != nil && (v.roles[service] != hop.RoleGateway || *v.max >= gatewayTargets.warn) {
		return limitsAbove(*v.max), false
	}
	if v.roles[service] == hop.RoleGateway {
		return gatewayTargets, false
	}
	return serviceTargets, false
}

// limitsAbove makes twice too many an error, as the rule's own limits do.
func limitsAbove(max int) targetLimits { return targetLimits{max + 1, 2 * (max + 1)} }

// targets returns a call to each of the services that an endpoint waits for. Of the
// total, what is called by those called is part; there the search ends when enough
// services are known, so that it costs no more than their calls.
func (v *view) targets(end, enough int, total bool) []*hop.Call {
	g := v.graph
	var calls []*hop.Call
	known := map[string]bool{g.ends[end].Service: true}
	seen := map[int]bool{end: true}
	queue := []int{end}
	for len(queue) > 0 && !(total && len(calls) >= enough) {
		from := queue[0]
		queue = queue[1:]
		for _, s := range g.out[from] {
			if service := g.ends[s.to].Service; !known[service] {
				known[service] = true
				calls = append(calls, s.call)
			}
			if total && !seen[s.to] {
				seen[s.to] = true
				queue = append(queue, s.to)
			}
		}
	}
	slices.SortFunc(calls, func(a, b *hop.Call) int {
		return compareEnds(hop.From{Service: a.To.Service}, hop.From{Service: b.To.Service})
	})
	return calls
}

func (v *view) fanVerdict(end hop.From, calls []*hop.Call, total bool) *verdict {
	names := make([]string, len(calls))
	prints := make([]string, len(calls))
	for i, c := range calls {
		names[i] = c.To.Service
		prints[i] = v.fingerprint(end.Service, end.Endpoint, c.To.Service)
	}
	what := "waits for"
	if total {
		what = "waits, directly and through others, for"
	}
	return &verdict{Finding: hop.Finding{
		Service:   end.Service,
		Endpoints: []string{end.Endpoint},
		Message: fmt.Sprintf("%s %s %s (%s): if each answers 99.9 %% of its requests, all of them answer %s",
			callerName(end), what, count(len(names), "other service"), list(names), availability(len(names))),
		Advice:       v.fanAdvice(end.Service),
		Fingerprints: prints,
	}, calls: calls}
}

func (v *view) fanAdvice(service string) string {
	if v.roles[service] == hop.RoleGateway {
		return "split the gateway by client or business area, or answer without the parts that are late"
	}
	return "keep the few attributes that the endpoint shows in the own database and update them from the owners' integration events"
}
