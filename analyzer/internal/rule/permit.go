package rule

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// permits are the allow entries of the manifest by the service that calls, those that
// hold and those whose last day is over, and the waivers of the code.
type permits struct {
	valid   map[string][]*manifest.Allow
	expired map[string][]*manifest.Allow
	code    *waivers
	// judged are the rules of which it is known whether a waiver holds for a finding.
	judged map[string]bool
}

func newPermits(m *manifest.Manifest, t Terms) *permits {
	p := &permits{
		valid:   map[string][]*manifest.Allow{},
		expired: map[string][]*manifest.Allow{},
		code:    newWaivers(t.Waivers, t.Today, m),
		judged:  map[string]bool{},
	}
	for i := range m.Services {
		s := &m.Services[i]
		for j := range s.Allow {
			a := &s.Allow[j]
			list := p.valid
			if a.Until != "" && string(a.Until) < t.Today {
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
		if permitsCall(a, c) {
			return a
		}
	}
	return nil
}

func permitsCall(a *manifest.Allow, c *hop.Call) bool {
	return a.To.Name == c.To.Service && matches(a.Endpoint, c.To.Endpoint)
}

// judge returns what the rule of a view finds. The view is the whole system; counted is
// what the manifest does not allow of it.
func (p *permits) judge(whole, counted *view, r Rule) []*verdict {
	valid := naming(p.code.valid, r.Name)
	if len(valid) > 0 {
		counted = counted.without(func(c *hop.Call) bool { return len(holding(valid, c)) > 0 })
	}
	verdicts, waived := r.setAside(counted, valid)
	if len(counted.calls) != len(whole.calls) {
		all := r.check(whole)
		r.use(whole, all, valid)
		waived = append(waived, p.allowed(all, slices.Concat(verdicts, waived), valid)...)
	}
	p.remind(verdicts, naming(p.code.expired, r.Name))
	return append(verdicts, waived...)
}

// setAside parts what the rule finds from what a waiver at its own position accepts.
func (r Rule) setAside(counted *view, valid []*waiver) (rest, waived []*verdict) {
	for _, v := range r.check(counted) {
		why := v.waivedBy(valid)
		if len(why) == 0 {
			rest = append(rest, v)
			continue
		}
		for _, w := range why {
			w.used[r.Name] = true
		}
		v.allow(grounds{code: why})
		waived = append(waived, v)
	}
	return rest, waived
}

// waivedBy returns those of a list that hold for the finding as a whole: they lie at its
// position, or all its calls pass them.
func (v *verdict) waivedBy(list []*waiver) []*waiver {
	var out []*waiver
	for _, w := range list {
		beside := slices.ContainsFunc(v.calls, func(c *hop.Call) bool { return !w.passes(c) })
		if w.services[v.Service] && w.agrees(v.To.Service) && (w.covers(v.Pos) || len(v.calls) > 0 && !beside) {
			out = append(out, w)
		}
	}
	return out
}

// allowed returns those of the verdicts on the whole system that stand on calls that
// are allowed, and so are not among the known ones.
func (p *permits) allowed(whole, known []*verdict, valid []*waiver) []*verdict {
	told := map[string]bool{}
	for _, v := range known {
		for _, f := range v.Fingerprints {
			told[f] = true
		}
	}
	var out []*verdict
	for _, v := range whole {
		why := groundsOf(v.calls, p.valid, valid)
		if why.none() || slices.ContainsFunc(v.Fingerprints, func(f string) bool { return told[f] }) {
			continue
		}
		v.allow(why)
		out = append(out, v)
	}
	return out
}

func (v *verdict) allow(why grounds) {
	v.Status = hop.StatusAllowed
	v.AllowedIn = hop.InCode
	if len(why.manifest) > 0 {
		v.AllowedIn = hop.InManifest
	}
	v.Advice = "allowed " + strings.Join(why.texts(""), "; ")
}

// remind says in the advice that an exception was made once and is over.
func (p *permits) remind(verdicts []*verdict, expired []*waiver) {
	if len(p.expired) == 0 && len(expired) == 0 {
		return
	}
	for _, v := range verdicts {
		over := groundsOf(v.calls, p.expired, expired)
		over.code = append(over.code, v.waivedBy(expired)...)
		if !over.none() {
			v.Advice = "the exception " + strings.Join(over.texts(" is over"), "; the one ") + "; " + v.Advice
		}
	}
}
