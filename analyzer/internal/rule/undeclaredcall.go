package rule

import (
	_ "embed"
	"fmt"

	"github.com/hoplint/hoplint/analyzer/hop"
)

//go:embed doc/undeclared-call.md
var undeclaredCallDoc string

var undeclaredCall = Rule{Name: "undeclared-call", Severity: hop.Warning, Doc: undeclaredCallDoc, check: checkUndeclaredCalls}

func checkUndeclaredCalls(v *view) []*verdict {
	sites := v.sites(func(c *hop.Call) bool { return v.isHop(c) && v.undeclared(c) })
	out := make([]*verdict, 0, len(sites))
	for _, s := range sites {
		to := s.witness.To
		message := fmt.Sprintf("%s waits for %s, which the calls of %s in the manifest do not list",
			s.subject(), targetName(to.Service, to.Endpoint), s.witness.From.Service)
		out = append(out, v.verdict(s, message, "do without the call, or have its owner agree and list it under calls"))
	}
	return out
}

// undeclared reports whether the calling service has a list of its calls and the call is not in it.
func (v *view) undeclared(c *hop.Call) bool {
	s := v.services[c.From.Service]
	if s == nil || len(s.Calls) == 0 || c.Evidence == hop.ByDeclared {
		return false
	}
	for _, d := range s.Calls {
		if d.To.Name == c.To.Service && matches(d.From, c.From.Endpoint) && matches(d.Endpoint, c.To.Endpoint) {
			return false
		}
	}
	return true
}
