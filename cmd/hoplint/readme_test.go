package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/report"
)

const (
	top     = "../.."
	readme  = top + "/README.md"
	example = top + "/testdata/system/eshop/chain"
)

// promised lists the commands that work in a fresh clone, as the README says and .ci/run checks.
var promised = []string{
	"go run ./cmd/hoplint -C testdata/system/eshop/chain",
	"go test ./...",
}

func readText(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// fence returns the fenced block of the README in the language that begins with the text.
func fence(t *testing.T, language, beginning string) string {
	t.Helper()
	open := "\n```" + language + "\n"
	for _, rest := range strings.Split(readText(t, readme), open)[1:] {
		if block, _, ok := strings.Cut(rest, "```"); ok && strings.HasPrefix(block, beginning) {
			return block
		}
	}
	t.Fatalf("the README has no %s block that begins with %q", language, beginning)
	return ""
}

// rows returns the table of the README with the heading, its cells without backquotes.
func rows(t *testing.T, heading string) [][]string {
	t.Helper()
	_, rest, ok := strings.Cut(readText(t, readme), "\n"+heading+"\n")
	if !ok {
		t.Fatalf("the README has no table %s", heading)
	}
	var out [][]string
	for line := range strings.Lines(rest) {
		if !strings.HasPrefix(line, "|") {
			break
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(strings.ReplaceAll(cells[i], "`", ""))
		}
		out = append(out, cells)
	}
	return out[1:] // the first is a rule
}

// The commands stand in the README and are run in CI as they stand there.
func TestReadmeCommands(t *testing.T) {
	block := fence(t, "sh", "go run")
	if block != strings.Join(promised, "\n")+"\n" {
		t.Errorf("the README's commands are %q, want %q", block, promised)
	}
	script := readText(t, top+"/.ci/run")
	for _, command := range promised {
		if !strings.Contains(script, command) {
			t.Errorf(".ci/run does not run %q", command)
		}
	}
}

// The table of the README lists the formats that there are.
func TestReadmeFormats(t *testing.T) {
	var names []string
	for _, row := range rows(t, "| format | what it is | who takes it |") {
		names = append(names, row[0])
	}
	slices.Sort(names)
	if !slices.Equal(names, report.Names()) {
		t.Errorf("the README lists the formats %v, want %v", names, report.Names())
	}
}

// quotes are what the README shows of a run: the findings with these texts, each with
// so many lines of what stands below it.
var quotes = []struct {
	text  string
	below int
}{
	{"identity and payment wait for each other", 0},
	{"POST /checkout of basket waits for a chain", 100},
	{"waits for catalog POST /items/{id}/reserve", 1},
	{"calls catalog POST /items/{id}/reserve", 0},
	{"coverage: ", 0},
}

func TestReadmeRun(t *testing.T) {
	code, stdout, stderr := call(t, "-C", example)
	if code != exitFindings || stderr != "" {
		t.Errorf("exit %d, stderr %q, want exit %d", code, stderr, exitFindings)
	}
	said := strings.SplitAfter(stdout, "\n")
	var parts []string
	for _, q := range quotes {
		i := slices.IndexFunc(said, func(line string) bool { return strings.Contains(line, q.text) })
		if i < 0 {
			t.Fatalf("the run does not say %q, or not in this order", q.text)
		}
		n := 1
		for n <= q.below && strings.HasPrefix(said[i+n], "\t") {
			n++
		}
		parts = append(parts, strings.Join(said[i:i+n], ""))
		said = said[i+n:]
	}
	generated(t, "run", "```text\n"+strings.Join(parts, "…\n")+"```\n")
}

// generated checks a part of the README between "name: begin" and "name: end", or
// writes it anew.
func generated(t *testing.T, name, want string) {
	t.Helper()
	text := readText(t, readme)
	begin, end := "<!-- "+name+": begin -->\n", "<!-- "+name+": end -->\n"
	before, rest, ok1 := strings.Cut(text, begin)
	got, after, ok2 := strings.Cut(rest, end)
	switch {
	case !ok1 || !ok2:
		t.Fatalf("the README has no part %s", name)
	case got == want:
	case *update:
		if err := os.WriteFile(readme, []byte(before+begin+want+end+after), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the README's %s are\n%swant\n%s(go test ./cmd/hoplint -update writes them)", name, got, want)
	}
}

func TestReadmeRules(t *testing.T) {
	var b strings.Builder
	b.WriteString("| rule | severity | what it finds |\n|---|---|---|\n")
	for _, r := range analyzer.Rules() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.Name, r.Severity, r.Summary)
	}
	generated(t, "rules", b.String())
}

func TestReadmeLibraries(t *testing.T) {
	libraries, err := analyzer.Libraries(analyzer.Config{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(libraries, func(a, b analyzer.LibraryDoc) int { return strings.Compare(a.Name, b.Name) })
	var b strings.Builder
	b.WriteString("| library | versions | endpoints | calls | async |\n|---|---|---|---|---|\n")
	for _, l := range libraries {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", l.Name, l.Versions, count(l.Endpoints), count(l.Calls), count(l.Async))
	}
	generated(t, "libraries", b.String())
}

// The example of a manifest is one, for the example system.
func TestReadmeManifest(t *testing.T) {
	name := filepath.Join(t.TempDir(), "hoplint.yaml")
	if err := os.WriteFile(name, []byte(fence(t, "yaml", "version: 1")), 0o666); err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := call(t, "-C", example, "-manifest", name)
	if code != exitFindings || stderr != "" {
		t.Errorf("exit %d, stderr %q, want exit %d", code, stderr, exitFindings)
	}
	tests := []struct {
		what, text string
		want       bool
	}{
		{"basket's hop to identity, which is allowed", "GET /baskets/{buyer}/preview of basket waits for identity", false},
		{"the count of what is allowed", "1 finding allowed", true},
		{"basket's hop to shipping, which only declares what it serves", "of basket waits for shipping POST /quotes", true},
		{"ordering's exceeded budget", "error: POST /orders/{id}/payment of ordering waits for a chain of 2 hops", true},
		{"a rule that is off", "(fan-out)", false},
		{"a call without a target but the one that a request brings along", "{env:", false},
	}
	for _, test := range tests {
		if got := strings.Contains(stdout, test.text); got != test.want {
			t.Errorf("%s: %q is said: %v, want %v in\n%s", test.what, test.text, got, test.want, stdout)
		}
	}
}

// The example of a model makes hoplint see through the library that it describes.
func TestReadmeModels(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"webkit/go.mod":     "module github.com/acme/webkit\n\ngo 1.26\n",
		"webkit/webkit.go":  webkit,
		"shop/go.mod":       "module example.com/shop\n\ngo 1.26\n\nrequire github.com/acme/webkit v0.0.0\n\nreplace github.com/acme/webkit => ../webkit\n",
		"shop/main.go":      shop,
		"shop/hoplint.yaml": "version: 1\nservices:\n  shop:\n    role: service\n    root: .\n  orders:\n    role: service\n    address: {hosts: [orders]}\n" + fence(t, "yaml", "models:"),
	}
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	code, stdout, stderr := call(t, "-C", filepath.Join(dir, "shop"))
	const want = "warning: POST /checkout/{id} of shop waits for orders POST /orders"
	if code != exitFindings || !strings.HasPrefix(stdout, "main.go:12:") || !strings.Contains(stdout, want) {
		t.Errorf("exit %d, stderr %q, stdout\n%s\nwant exit %d and %q", code, stderr, stdout, exitFindings, want)
	}
}

const webkit = `// Package webkit is a web framework.
package webkit

type (
	App     struct{ handlers map[string]func(*Context) error }
	Context struct{ body any }
)

func New() *App                                                { return new(App) }
func (a *App) Post(path string, handler func(*Context) error) {}
func (a *App) Listen(addr string) error                        { return nil }
func (c *Context) Body() any                                   { return c.body }
func PostJSON(c *Context, url string, body any) error          { return nil }
`

const shop = `package main

import (
	"log"

	"github.com/acme/webkit"
)

func main() {
	app := webkit.New()
	app.Post("/checkout/:id", func(c *webkit.Context) error {
		return webkit.PostJSON(c, "http://orders/orders", c.Body())
	})
	log.Fatal(app.Listen(":8080"))
}
`

func TestReadmeExitCodes(t *testing.T) {
	for _, row := range rows(t, "| code | meaning |") {
		if line := "\t" + row[0] + "  " + row[1] + "\n"; !strings.Contains(manual(), line) {
			t.Errorf("the manual does not say %q", line)
		}
	}
}

// The README's table of the JSON report names the fields that it has.
func TestReadmeReport(t *testing.T) {
	_, stdout, _ := call(t, "-C", example, "-format", "json")
	var report any
	if err := json.Unmarshal([]byte(stdout), &report); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows(t, "| part | fields |") {
		part := report
		for name := range strings.SplitSeq(row[0], ".") {
			part = part.(map[string]any)[name]
		}
		if list, ok := part.([]any); ok && len(list) > 0 {
			part = list[0]
		}
		object, ok := part.(map[string]any)
		if !ok {
			t.Errorf("%s: the report has no such part", row[0])
			continue
		}
		got, want := strings.Split(row[1], ", "), slices.Sorted(maps.Keys(object))
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s: the README lists %q, the report has %q", row[0], got, want)
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)#]+)`)

// What the README and its like link to in the repository is there.
func TestLinks(t *testing.T) {
	for _, name := range []string{"README.md", "CONTRIBUTING.md"} {
		for _, m := range link.FindAllStringSubmatch(readText(t, filepath.Join(top, name)), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(top, filepath.FromSlash(m[1]))); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
