package report

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// The Diagnostic message of the Reviewdog Diagnostic Format, in its JSON form. The types
// of reviewdog's own module would bring all of reviewdog along.
type (
	rdDiagnostic struct {
		Message  string      `json:"message"`
		Location rdLocation  `json:"location"`
		Severity string      `json:"severity"`
		Source   rdSource    `json:"source"`
		Code     rdCode      `json:"code"`
		Related  []rdRelated `json:"related_locations,omitempty"`
	}
	rdLocation struct {
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
	}
	rdRange struct {
		Start rdPosition  `json:"start"`
		End   *rdPosition `json:"end,omitempty"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column,omitempty"` // in bytes, as the report's are
	}
	rdSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdCode struct {
		Value string `json:"value"`
		URL   string `json:"url,omitempty"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
)

// writeRDJSONL writes a diagnostic a line, for reviewdog.
func writeRDJSONL(w io.Writer, r *hop.Report, o Options) error {
	h, b := newHosted(r, o), bufio.NewWriter(w)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	source := rdSource{Name: toolName, URL: toolURL}
	var errs []error
	for _, g := range listGaps(r) {
		errs = append(errs, e.Encode(rdDiagnostic{
			Message: Escape(g.text), Location: h.rdLocation(h.gapAt(g)), Severity: "ERROR", Source: source, Code: rdCode{Value: "incomplete"},
		}))
	}
	for _, f := range h.new() {
		errs = append(errs, e.Encode(rdDiagnostic{
			Message: strings.Join(h.statement(f), "\n"), Location: h.rdLocation(h.at(f)),
			Severity: bySeverity(f.Severity, "ERROR", "WARNING", "INFO"), Source: source,
			Code: rdCode{Value: Escape(f.Rule), URL: h.ruleURL(f.Rule)}, Related: h.rdRelated(f),
		}))
	}
	return errors.Join(append(errs, b.Flush())...)
}

// rdLocation reaches from the place to the end of its line, as far as that can be read.
func (h *hosted) rdLocation(p place) rdLocation {
	l := rdLocation{Path: Escape(p.file)}
	if p.line == 0 {
		return l
	}
	l.Range = &rdRange{Start: rdPosition{p.line, p.col}}
	if end := h.sources.file(p.name).endColumn(p.line); p.col > 0 && end > p.col {
		l.Range.End = &rdPosition{p.line, end}
	}
	return l
}

// rdRelated returns the frames and the hops of a finding.
func (h *hosted) rdRelated(f hop.Finding) []rdRelated {
	var all []rdRelated
	for _, s := range h.steps(f) {
		if s.at.file != "" {
			all = append(all, rdRelated{Message: Escape(s.text), Location: h.rdLocation(s.at)})
		}
	}
	return all
}
