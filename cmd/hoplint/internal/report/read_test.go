package report

import (
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
)

// What is written is read as what it was.
func TestRead(t *testing.T) {
	for _, r := range []*hop.Report{clean(), changed()} {
		text := render(t, "json", r)
		got, err := Read("r.json", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if again := render(t, "json", got); again != text {
			t.Errorf("got\n%s\nwant\n%s", again, text)
		}
	}
}

func TestReadDamage(t *testing.T) {
	good := render(t, "json", changed())
	tests := []struct{ name, text, want string }{
		{"empty", "", "r.json:1:1: the report ends too early"},
		{"cut", good[:len(good)-3], "r.json:"},
		{"no JSON", "{\n  \"version\": 1,\n  findings: []\n}", "r.json:3:3: invalid character 'f' looking for beginning of object key string"},
		{"another type", "{\"version\": 1, \"findings\": {}}", "r.json:1:28: object is no list, as findings must be"},
		{"another type below", strings.Replace(good, `"packages": 1`, `"packages": "1"`, 1), "string is no number, as coverage.packages must be"},
		{"no object", "[]", "r.json:1:1: array is no object, as the report must be"},
		{"null", "null", "r.json: it is no report of hoplint -format json: it has no version"},
		{"no version", "{}", "r.json: it is no report of hoplint -format json: it has no version"},
		{"SARIF", `{"version": "2.1.0", "runs": []}`, "r.json: it is no report of hoplint -format json: it has no version"},
		{"newer", strings.Replace(good, `"version": 1`, `"version": 2`, 1), "r.json: report of version 2, want 1: write it anew with this hoplint"},
		{"newer, of another shape", `{"version": 2, "findings": {}}`, "r.json: report of version 2, want 1"},
		{"two", good + good, "something follows the report"},
		{"severity", strings.Replace(good, `"severity": "error"`, `"severity": "bad"`, 1), `r.json: finding 1 has the unknown severity "bad"; hoplint -format json writes it anew`},
		{"status", strings.Replace(good, `"status": "new"`, `"status": ""`, 1), `r.json: finding 1 has the unknown status ""`},
		{"rule", strings.Replace(good, `"rule": "chain-depth"`, `"rule": ""`, 1), `r.json: finding 1 has no rule`},
		{"role", strings.Replace(good, `"role": "service"`, `"role": "servant"`, 1), `r.json: service "basket" has the unknown role "servant"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read("r.json", []byte(test.text))
			if err == nil || !strings.HasPrefix(err.Error(), "r.json:") || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

// FuzzRead checks that whatever is read as a report can be compared and written, that it is
// written as what is read again, and that errors name the file.
func FuzzRead(f *testing.F) {
	var texts []string
	for _, r := range []*hop.Report{{Version: hop.ReportVersion}, clean(), shop(), changed()} {
		var b strings.Builder
		if err := writeJSON(&b, r, Options{}); err != nil {
			f.Fatal(err)
		}
		texts = append(texts, b.String())
	}
	texts = append(texts, "", "{}", "null", `{"version":1,"system":null,"changes":{}}`,
		`{"version":1,"system":{"services":[{"name":"a","role":"service"},{"name":"a","role":"gateway"}],"calls":[{"from":{"service":"a","endpoint":"x"},"to":{"service":"a","endpoint":"x"},"kind":"sync","context":"request","awaited":"direct"}]}}`)
	for _, text := range texts {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Read("r.json", data)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "r.json:") {
				t.Errorf("error %q", err)
			}
			return
		}
		text := render(t, "json", r)
		again, err := Read("r.json", []byte(text))
		if err != nil || render(t, "json", again) != text {
			t.Fatalf("error %v, or another report, after writing %s", err, text)
		}
		c := analyzer.Compare(r, again, "r.json")
		for _, f := range c.Findings {
			if IsNew(f) && len(f.Fingerprints) > 0 {
				t.Errorf("new in comparison with itself: %+v", f)
			}
		}
		if len(c.Changes.Fixed)+len(c.Changes.Chains) > 0 {
			t.Errorf("changes in comparison with itself: %+v", c.Changes)
		}
		for _, format := range Names() {
			render(t, format, c)
		}
	})
}
