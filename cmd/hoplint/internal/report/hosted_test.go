package report

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// hostedFormats are the formats whose readers see a finding alone.
var hostedFormats = []string{"checkstyle", "github", "gitlab", "junit", "markdown", "rdjsonl", "sarif"}

// isShownIn reports whether a format shows a string of a finding by itself. A service and a
// single endpoint stand in the message.
func isShownIn(format, path string, f hop.Finding) bool {
	switch path {
	case "Fingerprints":
		return format == "sarif" || format == "gitlab"
	case "Endpoints":
		return len(f.Endpoints) > 1
	case "Service":
		return format == "junit"
	}
	return path != "Status"
}

// leaf is a string in a value, and the names of the fields that lead to it.
type leaf struct {
	path  string
	value reflect.Value
}

func leaves(path string, v reflect.Value) []leaf {
	var all []leaf
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			all = append(all, leaves(path+"."+v.Type().Field(i).Name, v.Field(i))...)
		}
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, leaves(path, v.Index(i))...)
		}
	case reflect.String:
		all = append(all, leaf{strings.TrimPrefix(path, "."), v})
	}
	return all
}

// Every format tells the whole of a finding: what changes in it changes what is written.
func TestWholeFinding(t *testing.T) {
	for _, format := range hostedFormats {
		want := render(t, format, changed())
		for finding := range 2 {
			n := len(leaves("", reflect.ValueOf(changed().Findings[finding])))
			for i := range n {
				r := changed()
				l := leaves("", reflect.ValueOf(&r.Findings[finding]).Elem())[i]
				if l.value.String() == "" || !isShownIn(format, l.path, r.Findings[finding]) {
					continue
				}
				alter(l)
				if render(t, format, r) == want {
					t.Errorf("%s: finding %d does not show %s", format, finding, l.path)
				}
			}
		}
	}
}

func alter(l leaf) {
	if l.path == "Severity" {
		l.value.SetString(string(hop.Info))
	} else {
		l.value.SetString(l.value.String() + "Other")
	}
}

// How a target is known is told where the report says it.
func TestEvidence(t *testing.T) {
	for _, format := range hostedFormats {
		r := changed()
		want := render(t, format, r)
		r.System.Calls[0].Evidence = hop.ByFlag
		if render(t, format, r) == want {
			t.Errorf("%s does not tell the evidence of a call", format)
		}
	}
}

// Only what the manifest, the baseline and the base do not hold is told, where a format
// has no word for the others.
func TestOnlyNew(t *testing.T) {
	for _, format := range []string{"github", "gitlab", "rdjsonl", "checkstyle", "markdown"} {
		r := changed()
		for i := range r.Findings {
			r.Findings[i].Status = []hop.Status{hop.StatusAllowed, hop.StatusBaseline, hop.StatusKnown}[i%3]
			r.Findings[i].Message = fmt.Sprintf("secret %d", i)
		}
		if got := render(t, format, r); strings.Contains(got, "secret") {
			t.Errorf("%s tells what does not count:\n%s", format, got)
		}
	}
}

func TestPlace(t *testing.T) {
	h := newHosted(&hop.Report{}, Options{Prefix: "go/shop"})
	tests := []struct {
		pos  string
		want place
	}{
		{"basket/main.go:30:9", place{"basket/main.go", "go/shop/basket/main.go", 30, 9}},
		{"../lib/x.go:3:1", place{"../lib/x.go", "go/lib/x.go", 3, 1}},
		{"/usr/lib/x.go:3:1", place{"/usr/lib/x.go", "/usr/lib/x.go", 3, 1}},
		{"x.go:3", place{"x.go", "go/shop/x.go", 3, 0}},
		{"hoplint.yaml", place{"hoplint.yaml", "go/shop/hoplint.yaml", 0, 0}},
		{"", place{}},
	}
	for _, test := range tests {
		if got := h.place(test.pos); got != test.want {
			t.Errorf("place(%q) = %+v, want %+v", test.pos, got, test.want)
		}
	}
}

// GitLab takes entries with one fingerprint for one, and compares fingerprints over time.
func TestFingerprints(t *testing.T) {
	p := fingerprints{}
	a := p.of(hop.Finding{Rule: "r", Fingerprints: []string{"1", "2"}})
	if b := p.of(hop.Finding{Rule: "r", Fingerprints: []string{"2", "1"}}); a == b {
		t.Errorf("%s is given away twice", a)
	}
	if b := (fingerprints{}).of(hop.Finding{Rule: "r", Pos: "moved.go:1:1", Fingerprints: []string{"2", "1"}}); a != b {
		t.Errorf("%s after a move, want %s", b, a)
	}
}
