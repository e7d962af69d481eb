package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// qualityIssue is an entry of a GitLab Code Quality report.
type qualityIssue struct {
	Description string          `json:"description"`
	CheckName   string          `json:"check_name"`
	Fingerprint string          `json:"fingerprint"`
	Severity    string          `json:"severity"`
	Location    qualityLocation `json:"location"`
}

type qualityLocation struct {
	Path  string       `json:"path"`
	Lines qualityLines `json:"lines"`
}

type qualityLines struct {
	Begin int `json:"begin"`
}

// writeGitLab writes a Code Quality report. GitLab compares the one of a merge request
// with the one of its target by fingerprints; a gap is an entry, as nothing else would be
// seen there.
func writeGitLab(w io.Writer, r *hop.Report, o Options) error {
	h := newHosted(r, o)
	issues, prints := []qualityIssue{}, fingerprints{}
	for _, g := range listGaps(r) {
		issues = append(issues, qualityIssue{
			Description: Escape(g.text), CheckName: "incomplete", Severity: "blocker",
			Fingerprint: prints.unique("incomplete", g.text), Location: qualityPlace(h.gapAt(g)),
		})
	}
	for _, f := range h.new() {
		issues = append(issues, qualityIssue{
			Description: strings.Join(h.statement(f), "\n"), CheckName: Escape(f.Rule),
			Severity:    bySeverity(f.Severity, "critical", "major", "info"),
			Fingerprint: prints.of(f), Location: qualityPlace(h.at(f)),
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(issues)
}

func qualityPlace(p place) qualityLocation {
	return qualityLocation{Path: Escape(p.file), Lines: qualityLines{Begin: max(p.line, 1)}}
}

// fingerprints are those that have been given away.
type fingerprints map[string]bool

// of joins the fingerprints of a finding, an endpoint each, into one. A finding without
// any is recognised by what it says.
func (p fingerprints) of(f hop.Finding) string {
	if len(f.Fingerprints) == 0 {
		return p.unique(f.Rule, f.Service, f.Message)
	}
	return p.unique(slices.Sorted(slices.Values(f.Fingerprints))...)
}

// unique hashes strings to a fingerprint that nothing has yet.
func (p fingerprints) unique(parts ...string) string {
	for n := 0; ; n++ {
		sum := sha256.Sum256([]byte(strings.Join(append(parts, strconv.Itoa(n)), "\x00")))
		if text := hex.EncodeToString(sum[:16]); !p[text] {
			p[text] = true
			return text
		}
	}
}
