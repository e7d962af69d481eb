package report

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// joint is a report on basket, which is composed with the fragments of two repositories.
// Files of the same names lie in all of them.
func joint() *hop.Report {
	r := changed()
	abroad := func(pos *string) {
		if strings.HasPrefix(*pos, "ordering/") || strings.HasPrefix(*pos, "payment/") {
			*pos = hop.Elsewhere("shop.example/other", *pos)
		}
	}
	for i := range r.System.Services {
		if r.System.Services[i].Name != "basket" {
			r.System.Services[i].Repository = "shop.example/other"
		}
	}
	for i := range r.System.Endpoints {
		abroad(&r.System.Endpoints[i].Pos)
	}
	for i := range r.System.Calls {
		abroad(&r.System.Calls[i].Pos)
	}
	for i := range r.Findings {
		abroad(&r.Findings[i].Pos)
		for k := range r.Findings[i].Chain {
			abroad(&r.Findings[i].Chain[k].Pos)
		}
	}
	// A chain that comes here from elsewhere, of which the path begins there, and one
	// of which nothing has a place here.
	r.Findings[0].Pos = "shop.example/other//ordering/http.go:42:9"
	r.Findings[0].Path = []hop.Frame{{Func: "shop.example/ordering.place", Pos: "shop.example/other//ordering/http.go:42:9"}}
	r.Findings = append(r.Findings, hop.Finding{
		Rule: "service-cycle", Severity: hop.Warning, Service: "ordering", Message: "round and round",
		Pos: "shop.example/other//ordering/http.go:12:1", Status: hop.StatusNew, Fingerprints: []string{"f10"},
	})
	r.System.Unresolved = append(r.System.Unresolved, hop.Unresolved{
		From: hop.From{Service: "ordering"}, Pos: "shop.example/other//ordering/http.go:50:2", Expression: "{request}", Reason: "from request data",
	})
	return r
}

// placed matches whatever names a file that a tool would show something in.
var placed = map[string]*regexp.Regexp{
	"github":     regexp.MustCompile(`file=([^,:]*)`),
	"gitlab":     regexp.MustCompile(`"path": "([^"]*)"`),
	"rdjsonl":    regexp.MustCompile(`"path":"([^"]*)"`),
	"checkstyle": regexp.MustCompile(`<file name="([^"]*)"`),
	"sarif":      regexp.MustCompile(`"uri": "([^"]*)"`),
}

// TestElsewhere checks that no format takes a file of another repository for one of this,
// and that all of them tell where it lies.
func TestElsewhere(t *testing.T) {
	r := joint()
	for _, format := range hostedFormats {
		got := render(t, format, r)
		if !strings.Contains(strings.ReplaceAll(got, "%3A", ":"), "shop.example/other//ordering/http.go:42:9") {
			t.Errorf("%s does not tell where the hop is made:\n%s", format, got)
		}
		pattern := placed[format]
		if pattern == nil {
			continue
		}
		files := pattern.FindAllStringSubmatch(got, -1)
		if len(files) == 0 {
			t.Errorf("%s: no files in\n%s", format, got)
		}
		for _, m := range files {
			if strings.Contains(m[1], "other") || strings.Contains(m[1], "ordering") || m[1] == "" {
				t.Errorf("%s places something in %q", format, m[1])
			}
		}
	}
	text := render(t, "text", r)
	if strings.Contains(text, "ordering/http.go:50:2") {
		t.Errorf("the text tells of what is unknown elsewhere:\n%s", text)
	}
	if !strings.Contains(text, "; with 1 other repository") {
		t.Errorf("the text does not tell of the other repository:\n%s", text)
	}
	checkSARIF(t, render(t, "sarif", r))
}

// TestElsewhereGaps checks that what other repositories serve hides no silence here.
func TestElsewhereGaps(t *testing.T) {
	r := joint()
	r.Coverage.Endpoints = 0
	r.Coverage.Skipped = nil
	if gaps := Gaps(r); len(gaps) != 1 || !strings.Contains(gaps[0], "nothing that basket registers") {
		t.Errorf("gaps %q", gaps)
	}
	r.System.Services[0].Analysed = false
	if gaps := Gaps(r); len(gaps) != 1 || !strings.Contains(gaps[0], "no service has a root") {
		t.Errorf("gaps %q", gaps)
	}
}

// TestElsewhereSuites checks that a service of another repository has a suite only if
// something is found.
func TestElsewhereSuites(t *testing.T) {
	r := joint()
	r.Findings = r.Findings[:1]
	if got := render(t, "junit", r); strings.Contains(got, `name="ordering"`) || !strings.Contains(got, `name="basket"`) {
		t.Errorf("suites of\n%s", got)
	}
	var back hop.Report
	if err := json.Unmarshal([]byte(render(t, "json", r)), &back); err != nil || back.System.Services[2].Repository != "shop.example/other" {
		t.Errorf("the JSON does not tell the repository: %v", err)
	}
}
