package rule

import "github.com/hoplint/hoplint/analyzer/hop"

// A site is a call in the code with one target, however many endpoints reach it.
type site struct {
	witness   *hop.Call // the one with the shortest path
	calls     []*hop.Call
	endpoints []string // that reach it, sorted; activities without an endpoint are none
}

// A siteKey is what the calls of one site have in common, within the calling service.
type siteKey struct{ pos, to, endpoint string }

// sites gathers the calls that keep chooses.
func (v *view) sites(keep func(*hop.Call) bool) []*site {
	var all []*site
	at := map[siteKey]*site{}
	service := ""
	for _, c := range v.calls {
		if !v.here(c.From.Service) || !keep(c) {
			continue
		}
		if c.From.Service != service {
			service = c.From.Service
			clear(at)
		}
		key := siteKey{c.Pos, c.To.Service, c.To.Endpoint}
		s := at[key]
		if s == nil {
			s = &site{}
			at[key] = s
			all = append(all, s)
		}
		s.add(c)
	}
	return all
}

// add takes a further call. They come sorted by the endpoint that makes them.
func (s *site) add(c *hop.Call) {
	s.calls = append(s.calls, c)
	if s.witness == nil || compareWitnesses(c, s.witness) < 0 {
		s.witness = c
	}
	last := len(s.endpoints) - 1
	if name := c.From.Endpoint; name != "" && (last < 0 || s.endpoints[last] != name) {
		s.endpoints = append(s.endpoints, name)
	}
}

// verdict is a finding about the site, without severity.
func (v *view) verdict(s *site, message, advice string) *verdict {
	w := s.witness
	f := hop.Finding{
		Service:   w.From.Service,
		Endpoints: s.endpoints,
		To:        hop.FindingTo{Service: w.To.Service, Endpoint: w.To.Endpoint},
		Message:   message,
		Advice:    advice,
		Pos:       w.Pos,
		Path:      w.Path,
	}
	for i, c := range s.calls {
		if i == 0 || c.From != s.calls[i-1].From {
			f.Fingerprints = append(f.Fingerprints, v.fingerprint(c.From.Service, c.From.Endpoint, c.To.Service, c.To.Endpoint))
		}
	}
	return &verdict{Finding: f, calls: s.calls}
}
