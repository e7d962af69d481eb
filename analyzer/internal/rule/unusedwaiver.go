package rule

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

//go:embed doc/unused-waiver.md
var unusedWaiverDoc string

const unusedWaiverName = "unused-waiver"

var unusedWaiver = Rule{Name: unusedWaiverName, Severity: hop.Warning, Doc: unusedWaiverDoc, check: checkWaivers}

// checkWaivers judges the waivers themselves, of the manifest and of the code.
func checkWaivers(v *view) []*verdict {
	var out []*verdict
	for j := range v.manifest.Services {
		s := &v.manifest.Services[j]
		for i := range s.Allow {
			if found := v.entryVerdict(s, &s.Allow[i]); found != nil {
				out = append(out, found)
			}
		}
	}
	for _, w := range v.permits.code.all {
		if found := v.commentVerdict(w); found != nil {
			out = append(out, found)
		}
	}
	return out
}

// entryVerdict judges an entry of the manifest; the result is nil if there is nothing wrong.
func (v *view) entryVerdict(s *manifest.Service, a *manifest.Allow) *verdict {
	known := v.terms.service(s.Name)
	if known == Elsewhere || s.Repository != "" { // which its own repository judges
		return nil
	}
	about := targetName(a.To.Name, a.Endpoint.Text)
	f := hop.Finding{Service: s.Name, To: hop.FindingTo{Service: a.To.Name, Endpoint: a.Endpoint.Text}, Pos: v.manifest.At(s, a.Pos)}
	names := []string{s.Name, a.To.Name, a.Endpoint.Text, a.Reason}
	switch {
	case slices.Contains(v.permits.expired[s.Name], a):
		f.Message = fmt.Sprintf("the exception of %s for %s has ended on %s: what it held for counts again", s.Name, about, a.Until)
		return v.waiverVerdict(f, renew, append(names, "over"))
	case known == Everything && v.isUnused(s, a):
		f.Message = fmt.Sprintf("the exception of %s for %s holds for no call: it would hide the next one", s.Name, about)
		return v.waiverVerdict(f, remove, append(names, "unused"))
	}
	return nil
}

// isUnused reports whether an entry of the manifest certainly holds for no call.
func (v *view) isUnused(s *manifest.Service, a *manifest.Allow) bool {
	if v.terms.Alone && slices.ContainsFunc(v.lost(), func(c *hop.Call) bool { return c.From.Service == s.Name }) {
		return false
	}
	// What an endpoint is called is known where its service was looked at.
	other := v.services[a.To.Name]
	named := other == nil || other.Root.Text == "" || v.terms.service(a.To.Name) == Everything
	for _, c := range v.whole {
		if c.From.Service == s.Name && (permitsCall(a, c) || !named && c.To.Service == a.To.Name) {
			return false
		}
	}
	return true
}

// lost returns the calls that a request waits for and whose target is not known.
func (v *view) lost() []*hop.Call {
	var out []*hop.Call
	for i := range v.system.Calls {
		if c := &v.system.Calls[i]; c.To.Service == "" && waits(c) {
			out = append(out, c)
		}
	}
	return out
}

// commentVerdict judges a comment; the result is nil if there is nothing wrong.
func (v *view) commentVerdict(w *waiver) *verdict {
	known := v.terms.waiver(w.Waiver)
	if known == Elsewhere {
		return nil
	}
	f := hop.Finding{To: hop.FindingTo{Service: w.to}, Pos: w.Pos}
	names := []string{w.Package, w.Text}
	rules := strings.Join(w.rules, ", ")
	switch {
	case w.fault != nil:
		f.To, f.Pos = hop.FindingTo{}, w.at(w.fault.at)
		f.Message = "this waiver holds for nothing: " + w.fault.text
		return v.waiverVerdict(f, "write //hoplint:allow <rule> [to=service] [until=YYYY-MM-DD] -- reason", append(names, "fault"))
	case w.over:
		f.Message = fmt.Sprintf("the waiver of %s has ended on %s: what it held for counts again", rules, w.until)
		return v.waiverVerdict(f, renew, append(names, "over"))
	case known == Everything:
		if unused := v.unusedRules(w); len(unused) > 0 {
			f.Message = fmt.Sprintf("the waiver of %s holds for no finding: it would hide the next one", strings.Join(unused, ", "))
			return v.waiverVerdict(f, remove, append(names, "unused"))
		}
	}
	return nil
}

// unusedRules returns the rules that a waiver names and certainly holds for no finding of.
// What a call reaches whose target is not known may be what it was meant for.
func (v *view) unusedRules(w *waiver) []string {
	if slices.ContainsFunc(v.lost(), w.passes) {
		return nil
	}
	var out []string
	for _, name := range w.rules {
		if v.permits.judged[name] && !w.used[name] {
			out = append(out, name)
		}
	}
	return out
}

// at returns the position of a byte of the comment.
func (w *waiver) at(index int) string {
	file, line, col := cutPos(w.Pos)
	n, err := strconv.Atoi(col)
	if err != nil {
		return w.Pos
	}
	return file + ":" + line + ":" + strconv.Itoa(n+index)
}

// What to do about waivers.
const (
	remove = "remove it"
	renew  = "do without what it held for, and remove it; or agree on a later day"
)

func (v *view) waiverVerdict(f hop.Finding, advice string, names []string) *verdict {
	f.Advice = advice
	f.Fingerprints = []string{v.fingerprint(names...)}
	return &verdict{Finding: f}
}
