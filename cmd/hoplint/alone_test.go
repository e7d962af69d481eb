package main

import (
	"context"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer"
)

// parameter is one of a path.
var parameter = regexp.MustCompile(`\{\w*\}`)

// ruleOf is how messages name their rule.
var ruleOf = regexp.MustCompile(`\(([a-z-]+)\)$`)

// TestAlone pins what drivers that see one program at a time miss of a system, as a table of
// the README says it: go vet in each module of the example finds everything that the command
// does, but for findings of rules that join programs.
func TestAlone(t *testing.T) {
	dir, err := filepath.Abs(example)
	if err != nil {
		t.Fatal(err)
	}
	command := byRule(t, remarksOfCheck(t, dir))
	modules, err := filepath.Glob(filepath.Join(dir, "*", "go.mod"))
	if err != nil || len(modules) == 0 {
		t.Fatalf("no modules in %s: %v", dir, err)
	}
	var said []remark
	for _, m := range modules {
		for _, r := range remarksOfVet(t, filepath.Dir(m)) {
			r.line = path.Join(filepath.Base(filepath.Dir(m)), r.line)
			said = append(said, r)
		}
	}
	vet := byRule(t, said)
	for _, rule := range slices.Sorted(maps.Keys(command)) {
		t.Logf("%s: the command %d, go vet %d", rule, len(command[rule]), len(vet[rule]))
	}
	for _, rule := range slices.Sorted(maps.Keys(vet)) {
		for _, r := range vet[rule] {
			if !slices.Contains(command[rule], r) {
				t.Errorf("only go vet says %s: %s", r.line, r.text)
			}
		}
	}
	for _, row := range rows(t, "| rule | under go vet, golangci-lint and nogo |") {
		rule, shown := row[0], strings.HasPrefix(row[1], "yes")
		if missing := len(command[rule]) - len(vet[rule]); shown && missing > 0 {
			t.Errorf("%s: the README says that go vet finds it; it misses %d of %d", rule, missing, len(command[rule]))
		}
		if row[1] == "no" && len(vet[rule]) > 0 {
			t.Errorf("%s: the README says that go vet does not find it; it does: %v", rule, vet[rule])
		}
	}
}

// TestBaselineOfAll checks that what the command has accepted is accepted under go vet.
func TestBaselineOfAll(t *testing.T) {
	dir, err := filepath.Abs(example)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "accepted.yaml")
	if _, err := analyzer.Accept(context.Background(), analyzer.Config{Dir: dir, Baseline: file}); err != nil {
		t.Fatal(err)
	}
	basket := filepath.Join(dir, "basket")
	if said := vetted(t, basket, "-hoplint.baseline="+file); len(said) > 0 {
		t.Errorf("go vet says what the baseline holds: %v", said)
	}
	if said := vetted(t, basket); len(said) == 0 {
		t.Error("without the baseline, go vet says nothing")
	}
}

// byRule sorts what is said by the rules, each thing once.
func byRule(t *testing.T, remarks []remark) map[string][]remark {
	t.Helper()
	out := make(map[string][]remark)
	for _, r := range remarks {
		m := ruleOf.FindStringSubmatch(r.text)
		if m == nil {
			t.Fatalf("%s: no rule: %s", r.line, r.text)
		}
		r.text = parameter.ReplaceAllString(r.text, "{}") // which the service that is called names
		if !slices.Contains(out[m[1]], r) {
			out[m[1]] = append(out[m[1]], r)
		}
	}
	return out
}
