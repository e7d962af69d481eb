package rule

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

func TestDocs(t *testing.T) {
	for i, d := range Docs() {
		if !strings.HasPrefix(All[i].Doc, "# "+d.Name+"\n\n") {
			t.Errorf("%s: the documentation has another heading", d.Name)
		}
		if d.Summary == "" || strings.Contains(d.Summary, "\n") || !strings.HasSuffix(d.Summary, ".") || len(d.Summary) > 100 {
			t.Errorf("%s: bad summary %q", d.Name, d.Summary)
		}
		for _, heading := range []string{"## Why", "## Example", "## What to do"} {
			if !strings.Contains(d.Text, "\n"+heading+"\n") {
				t.Errorf("%s: no heading %q", d.Name, heading)
			}
		}
		for line := range strings.SplitSeq(d.Text, "\n") {
			if n := len([]rune(line)); n > 90 {
				t.Errorf("%s: %d columns: %s", d.Name, n, line)
			}
		}
		if !slices.Contains(hop.Severities[1:], d.Severity) {
			t.Errorf("%s: severity %q", d.Name, d.Severity)
		}
	}
}

// Each rule has a document, and each document a rule.
func TestDocFiles(t *testing.T) {
	entries, err := os.ReadDir("doc")
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, e := range entries {
		files = append(files, strings.TrimSuffix(e.Name(), ".md"))
	}
	names := slices.Sorted(slices.Values(Names()))
	if !slices.Equal(files, names) {
		t.Errorf("documents %q, rules %q", files, names)
	}
}

// What the documentation shows of manifests must be what is read.
func TestDocManifests(t *testing.T) {
	for _, r := range All {
		blocks := manifests(r.Doc)
		if len(blocks) == 0 {
			t.Errorf("%s: shows no manifest", r.Name)
		}
		for _, b := range blocks {
			m, err := manifest.Read(r.Name+".md", []byte("    version: 1\n    fragments: [all.json]\n"+b))
			if err != nil {
				t.Errorf("%v in\n%s", err, b)
				continue
			}
			if err := m.CheckRules(Names()); err != nil {
				t.Error(err)
			}
		}
	}
}

// manifests returns the indented blocks that begin with a key of the manifest.
func manifests(doc string) []string {
	var blocks []string
	for block := range strings.SplitSeq(doc, "\n\n") {
		if strings.HasPrefix(block, "    rules:\n") || strings.HasPrefix(block, "    services:\n") {
			blocks = append(blocks, block)
		}
	}
	return blocks
}
