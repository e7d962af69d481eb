package rule

import (
	_ "embed"
	"fmt"

	"github.com/hoplint/hoplint/analyzer/hop"
)

//go:embed doc/sync-call.md
var syncCallDoc string

var syncCall = Rule{Name: "sync-call", Severity: hop.Warning, Doc: syncCallDoc, check: checkSyncCalls}

func checkSyncCalls(v *view) []*verdict {
	sites := v.sites(v.isHop)
	out := make([]*verdict, 0, len(sites))
	for _, s := range sites {
		to := s.witness.To
		message := fmt.Sprintf("%s waits for %s: an outage or slowdown of %s is one of %s",
			s.subject(), targetName(to.Service, to.Endpoint), to.Service, s.witness.From.Service)
		out = append(out, v.verdict(s, message, v.advice(s.witness)))
	}
	return out
}
