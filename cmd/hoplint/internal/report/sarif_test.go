package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// sarifSchema compiles the schema of the standard, errata01, that the SARIF library
// carries: what oasis-tcs/sarif-spec has as sarif-2.1/schema/sarif-schema-2.1.0.json. It
// is read from the library's source, as it is not exported, and the library would check
// its own types with it instead of what was written.
var sarifSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		return nil, err
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		return nil, err
	}
	spec := file.Decls[0].(*ast.GenDecl).Specs[0].(*ast.ValueSpec) // const schema = `…`
	literal := spec.Values[0].(*ast.BasicLit)
	text, err := strconv.Unquote(literal.Value)
	if err != nil {
		return nil, err
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		return nil, err
	}
	return c.Compile("sarif.json")
})

// checkSARIF checks a log against the schema, and returns it.
func checkSARIF(t *testing.T, text string) map[string]any {
	t.Helper()
	schema, err := sarifSchema()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Errorf("%v in\n%s", err, text)
	}
	return doc.(map[string]any)
}

func TestSARIFSchema(t *testing.T) {
	for _, r := range []*hop.Report{changed(), shop(), clean(), {}} {
		checkSARIF(t, render(t, "sarif", r))
	}
}

// The schema must be able to refuse: one that accepts all would pass every log.
func TestSARIFSchemaRefuses(t *testing.T) {
	schema, err := sarifSchema()
	if err != nil {
		t.Fatal(err)
	}
	text := render(t, "sarif", changed())
	for _, edit := range [][2]string{
		{`"startLine": 30`, `"startLine": 0`},
		{`"level": "warning"`, `"level": "fatal"`},
		{`"ruleId": "sync-call"`, `"rule-id": "sync-call"`},
		{`"uri": "go/shop/basket/main.go"`, `"uri": "%zz"`},
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.ReplaceAll(text, edit[0], edit[1])))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(doc) == nil {
			t.Errorf("%s in place of %s is accepted", edit[1], edit[0])
		}
	}
}

// What the standard wants of all results of a run or of none (3.27.23, 3.27.24), the schema cannot say.
func TestSARIFAllOrNone(t *testing.T) {
	for name, r := range map[string]*hop.Report{"compared": changed(), "not compared": shop()} {
		run := checkSARIF(t, render(t, "sarif", r))["runs"].([]any)[0].(map[string]any)
		for _, result := range run["results"].([]any) {
			result := result.(map[string]any)
			if _, ok := result["suppressions"]; !ok {
				t.Errorf("%s: no suppressions in %v", name, result["ruleId"])
			}
			if _, ok := result["baselineState"]; ok != (r.Changes != nil) {
				t.Errorf("%s: baselineState is %v in %v", name, result["baselineState"], result["ruleId"])
			}
		}
	}
}

// A viewer reads links and placeholders out of messages.
func TestSARIFText(t *testing.T) {
	tests := []struct{ in, want string }{
		{"GET /orders/{id}", "GET /orders/{id}"},
		{"GET /orders/{0}", "GET /orders/{{0}}"},
		{"Send[basket.Order]", "Send[basket.Order]"},
		{"[click](https://evil.example)", `[click\](https://evil.example)`},
	}
	for _, test := range tests {
		if got := sarifText(test.in); got != test.want {
			t.Errorf("sarifText(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestSARIFFile(t *testing.T) {
	tests := []struct{ in, want string }{
		{"basket/main.go", "basket/main.go"},
		{"my shop/größe#1.go", "my%20shop/gr%C3%B6%C3%9Fe%231.go"},
		{"c:evil", "./c:evil"},
		{"/usr/lib/go/x.go", "file:///usr/lib/go/x.go"},
		{"../other/main.go", "../other/main.go"},
	}
	for _, test := range tests {
		if got := *sarifFile(test.in).URI; got != test.want {
			t.Errorf("sarifFile(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

var link = regexp.MustCompile(`(^|[^\\])\]\(`)

// FuzzSARIF checks that a log is valid whatever the names are, and that none becomes a link.
func FuzzSARIF(f *testing.F) {
	addHostile(f)
	f.Fuzz(func(t *testing.T, s string) {
		log := checkSARIF(t, renderIn(t, "x"+s, "sarif", hostile(changed(), "x"+s)))
		run := log["runs"].([]any)[0].(map[string]any)
		if n := len(run["results"].([]any)); n != len(changed().Findings) {
			t.Errorf("%d results", n)
		}
		for _, key := range []string{"results", "invocations"} {
			eachString(key, run[key], func(key, s string) {
				checkText(t, s)
				if key == "text" && link.MatchString(s) {
					t.Errorf("a link in %q", s)
				}
			})
		}
	})
}

// eachString calls f with all strings of decoded JSON and the keys that they, or lists of
// them, stand at.
func eachString(key string, v any, f func(key, s string)) {
	switch v := v.(type) {
	case map[string]any:
		for key, member := range v {
			eachString(key, member, f)
		}
	case []any:
		for _, element := range v {
			eachString(key, element, f)
		}
	case string:
		f(key, v)
	}
}
