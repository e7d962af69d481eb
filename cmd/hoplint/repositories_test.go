package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// repositories are the parts of the example system as if each were a repository.
var repositories = map[string][]string{
	"webbff": {"webbff"}, "basket": {"basket"}, "catalog": {"catalog"}, "ordering": {"ordering"}, "accounts": {"identity", "payment"},
}

// TestRepositories checks that the example system is the same in five repositories: each
// composes all of its calls from the fragments of the others, and what is found in the
// whole is what they find, each its own.
func TestRepositories(t *testing.T) {
	if testing.Short() {
		t.Skip("reads real libraries")
	}
	dir, err := filepath.Abs(eshop + "/chain")
	if err != nil {
		t.Fatal(err)
	}
	whole := checkIn(t, dir, filepath.Join(dir, "hoplint.yaml"))
	work := t.TempDir()
	names := slices.Sorted(maps.Keys(repositories))
	for _, name := range names {
		m := manifestOf(t, work, dir, name)
		code, _, stderr := call(t, "-C", filepath.Join(dir, name), "-manifest", m, "fragment", "-o", filepath.Join(work, name+".json"))
		if code != exitClean {
			t.Fatalf("fragment of %s: exit %d: %s", name, code, stderr)
		}
	}
	got := map[string][]string{}
	for _, name := range names {
		r := checkIn(t, filepath.Join(dir, name), manifestOf(t, work, dir, name))
		if calls, want := callsIn(r), callsIn(whole); !slices.Equal(calls, want) {
			t.Errorf("%s composes\n%s\nwant\n%s", name, strings.Join(calls, "\n"), strings.Join(want, "\n"))
		}
		for _, f := range r.Findings {
			if hop.RepositoryOf(f.Pos) != "" {
				t.Errorf("a finding of %s stands in another repository: %+v", name, f)
			}
			got[findingIn(f)] = append(got[findingIn(f)], name)
		}
	}
	for _, f := range whole.Findings {
		key := findingIn(f)
		if len(got[key]) == 0 {
			t.Errorf("no repository finds %s", key)
		}
		if f.Rule == "sync-call" && len(got[key]) > 1 {
			t.Errorf("%v find %s", got[key], key)
		}
		delete(got, key)
	}
	for key, names := range got {
		t.Errorf("%v find %s", names, key)
	}
}

// manifestOf writes the manifest of a part of a system: that of the whole, in which the
// other parts have no source.
func manifestOf(t *testing.T, work, dir, part string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "hoplint.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := yaml.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	for name, entry := range m["services"].(map[string]any) {
		s := entry.(map[string]any)
		if !slices.Contains(repositories[part], name) {
			delete(s, "root")
			continue
		}
		rel, err := filepath.Rel(part, strings.TrimPrefix(s["root"].(string), "./"))
		if err != nil {
			t.Fatal(err)
		}
		s["root"] = "./" + filepath.ToSlash(rel)
	}
	m["fragments"] = []string{filepath.ToSlash(filepath.Join(work, "*.json"))}
	if data, err = yaml.Marshal(m); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(work, part+".yaml")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func checkIn(t *testing.T, dir, manifest string) *hop.Report {
	t.Helper()
	code, stdout, stderr := call(t, "-C", dir, "-manifest", manifest, "-format", "json")
	var r hop.Report
	if err := json.Unmarshal([]byte(stdout), &r); err != nil || code != exitFindings {
		t.Fatalf("%s: exit %d, %v: %s", dir, code, err, stderr)
	}
	return &r
}

func callsIn(r *hop.Report) []string {
	var out []string
	for _, c := range r.System.Calls {
		out = append(out, fmt.Sprint(c.From, c.To, c.Kind, c.Context, c.Awaited, c.Loop, c.Evidence, c.Verb))
	}
	slices.Sort(out)
	return out
}

// findingIn tells a finding by what it says, not where it stands.
func findingIn(f hop.Finding) string {
	for i := range f.Chain {
		f.Chain[i].Pos = ""
	}
	return fmt.Sprint(f.Rule, f.Severity, f.Service, f.Endpoints, f.To, f.Message, f.Advice, f.Chain, f.Fingerprints)
}
