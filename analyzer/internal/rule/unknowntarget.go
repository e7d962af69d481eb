package rule

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
)

//go:embed doc/unknown-target.md
var unknownTargetDoc string

var unknownTarget = Rule{Name: "unknown-target", Severity: hop.Info, Doc: unknownTargetDoc, check: checkUnknownTargets}

func checkUnknownTargets(v *view) []*verdict {
	awaited := v.unknownCalls()
	var out []*verdict
	for _, group := range unknownSites(v.system.Unresolved, awaited) {
		out = append(out, v.unknownVerdict(group, awaited))
	}
	return out
}

// An unknownCall is what an unresolved call has in common with its entry among the
// calls of the system, which says whether a request waits for it.
type unknownCall struct {
	from hop.From
	pos  string
}

// unknownCalls returns the calls to unknown targets that a request to a business
// service or gateway waits for, those that are easily read first.
func (v *view) unknownCalls() map[unknownCall][]*hop.Call {
	calls := map[unknownCall][]*hop.Call{}
	for i := range v.system.Calls {
		c := &v.system.Calls[i]
		if c.To.Service != "" || !waits(c) || !serves(v.roles[c.From.Service]) || !v.here(c.From.Service) {
			continue
		}
		key := unknownCall{c.From, c.Pos}
		calls[key] = append(calls[key], c)
	}
	for _, same := range calls {
		slices.SortStableFunc(same, compareWitnesses)
	}
	return calls
}

// An unknownKey is what the unresolved calls of one place have in common.
type unknownKey struct{ service, pos, expression, reason string }

// unknownSites gathers what is unresolved and awaited by place.
func unknownSites(unresolved []hop.Unresolved, awaited map[unknownCall][]*hop.Call) [][]hop.Unresolved {
	var groups [][]hop.Unresolved
	at := map[unknownKey]int{}
	for _, u := range unresolved {
		if awaited[unknownCall{u.From, u.Pos}] == nil {
			continue
		}
		key := unknownKey{u.From.Service, u.Pos, u.Expression, u.Reason}
		i, ok := at[key]
		if !ok {
			i = len(groups)
			at[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], u)
	}
	return groups
}

func (v *view) unknownVerdict(group []hop.Unresolved, awaited map[unknownCall][]*hop.Call) *verdict {
	slices.SortFunc(group, func(a, b hop.Unresolved) int { return compareEnds(a.From, b.From) })
	group = slices.CompactFunc(group, func(a, b hop.Unresolved) bool { return a.From == b.From })
	u := group[0]
	f := hop.Finding{
		Service: u.From.Service,
		Advice:  fmt.Sprintf("declare it in hoplint.yaml, under calls of %s", u.From.Service),
		Pos:     u.Pos,
		Path:    awaited[unknownCall{u.From, u.Pos}][0].Path,
	}
	var calls []*hop.Call
	for _, u := range group {
		calls = append(calls, awaited[unknownCall{u.From, u.Pos}]...)
		if u.From.Endpoint != "" {
			f.Endpoints = append(f.Endpoints, u.From.Endpoint)
		}
		f.Fingerprints = append(f.Fingerprints, v.fingerprint(u.From.Service, u.From.Endpoint, u.Expression))
	}
	what := cmp.Or(u.Expression, "an address")
	f.Message = fmt.Sprintf("%s waits for %s, whose service is not known", withOthers(callerName(u.From), len(group)-1), what)
	if u.Reason != "" {
		f.Message += ": " + u.Reason
	}
	if u.Hint != "" {
		f.Advice = "say in hoplint.yaml whose address it is: " + u.Hint
	}
	return &verdict{Finding: f, calls: calls}
}
