package rule

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A site is a call in the code with one target, however many endpoints reach it.
type site struct {
	witness *hop.Call // the one with the shortest path
	calls   []*hop.Call
}

// A siteKey is what the calls of a site have in common.
type siteKey struct{ service, pos, to, endpoint string }

// sites gathers the calls that keep chooses.
func (v *view) sites(keep func(*hop.Call) bool) []*site {
	var all []*site
	at := map[siteKey]*site{}
	for _, c := range v.calls {
		if !keep(c) {
			continue
		}
		key := siteKey{c.From.Service, c.Pos, c.To.Service, c.To.Endpoint}
		s := at[key]
		if s == nil {
			s = &site{witness: c}
			at[key] = s
			all = append(all, s)
		}
		s.calls = append(s.calls, c)
		if compareWitnesses(c, s.witness) < 0 {
			s.witness = c
		}
	}
	return all
}

// endpoints returns the endpoints that reach the site, sorted. Activities without an
// endpoint are none.
func (s *site) endpoints() []string {
	var names []string
	for _, c := range s.calls {
		if c.From.Endpoint != "" {
			names = append(names, c.From.Endpoint)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// verdict is a finding about the site, without severity.
func (v *view) verdict(s *site, message, advice string) verdict {
	w := s.witness
	f := hop.Finding{
		Service:   w.From.Service,
		Endpoints: s.endpoints(),
		To:        hop.FindingTo{Service: w.To.Service, Endpoint: w.To.Endpoint},
		Message:   message,
		Advice:    advice,
		Pos:       w.Pos,
		Path:      w.Path,
	}
	for _, c := range s.calls {
		f.Fingerprints = append(f.Fingerprints, v.fingerprint(c.From.Service, c.From.Endpoint, c.To.Service, c.To.Endpoint))
	}
	slices.Sort(f.Fingerprints)
	f.Fingerprints = slices.Compact(f.Fingerprints)
	return verdict{Finding: f, calls: s.calls}
}
