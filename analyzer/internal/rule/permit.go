package rule

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// permits are the allow entries of the manifest by the service that calls: those
// that hold and those whose last day is over.
type permits struct {
	valid   map[string][]*manifest.Allow
	expired map[string][]*manifest.Allow
}

func newPermits(m *manifest.Manifest, today string) *permits {
	p := &permits{valid: map[string][]*manifest.Allow{}, expired: map[string][]*manifest.Allow{}}
	for i := range m.Services {
		s := &m.Services[i]
		for j := range s.Allow {
			a := &s.Allow[j]
			list := p.valid
			if a.Until != "" && string(a.Until) < today {
				list = p.expired
			}
			list[s.Name] = append(list[s.Name], a)
		}
	}
	return p
}

// of returns the entry that allows the call, or nil.
func (p *permits) of(c *hop.Call) *manifest.Allow { return permitIn(p.valid, c) }

func permitIn(list map[string][]*manifest.Allow, c *hop.Call) *manifest.Allow {
	for _, a := range list[c.From.Service] {
		if a.To.Name == c.To.Service && matches(a.Endpoint, c.To.Endpoint) {
			return a
		}
	}
	return nil
}

// allowed returns those of the verdicts on the whole system that stand on calls that
// are allowed, and so are not among the counted ones.
func (p *permits) allowed(whole, counted []*verdict) []*verdict {
	known := map[string]bool{}
	for _, v := range counted {
		for _, f := range v.Fingerprints {
			known[f] = true
		}
	}
	var out []*verdict
	for _, v := range whole {
		why := grounds(p.valid, v.calls)
		if len(why) == 0 || slices.ContainsFunc(v.Fingerprints, func(f string) bool { return known[f] }) {
			continue
		}
		v.Status = hop.StatusAllowed
		v.Advice = "allowed in hoplint.yaml: " + strings.Join(why, "; ")
		out = append(out, v)
	}
	return out
}

// remind says in the advice that an exception was made once and is over.
func (p *permits) remind(verdicts []*verdict) {
	if len(p.expired) == 0 {
		return
	}
	for _, v := range verdicts {
		if over := grounds(p.expired, v.calls); len(over) > 0 {
			v.Advice = "the exception in hoplint.yaml is over: " + strings.Join(over, "; ") + "; " + v.Advice
		}
	}
}

// grounds says why the calls are allowed, each reason once.
func grounds(list map[string][]*manifest.Allow, calls []*hop.Call) []string {
	var out []string
	for _, c := range calls {
		if a := permitIn(list, c); a != nil {
			out = append(out, ground(a))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func ground(a *manifest.Allow) string {
	var terms []string
	if a.Owner != "" {
		terms = append(terms, a.Owner)
	}
	if a.Until != "" {
		terms = append(terms, "until "+string(a.Until))
	}
	if len(terms) == 0 {
		return a.Reason
	}
	return fmt.Sprintf("%s (%s)", a.Reason, strings.Join(terms, ", "))
}
