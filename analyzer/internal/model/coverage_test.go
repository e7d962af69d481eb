package model

import (
	"bytes"
	"encoding/csv"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// A known function is a line of testdata/inventory.tsv, which lists the functions and
// variables of libraries that Go services are made with. Types and fields are not among
// them: rows speak of these by locators.
type known struct {
	tier     string // 1 very common, 2 common, 3 rare
	library  string
	function string
}

func inventory(t *testing.T) []known {
	t.Helper()
	data, err := os.ReadFile("testdata/inventory.tsv")
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.LazyQuotes = '\t', true
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []known
	for _, line := range lines[1:] {
		out = append(out, known{tier: line[0], library: line[1], function: line[3]})
	}
	return out
}

// TestCoverage prints which share of the known functions the rows speak of. Where they
// do not speak of all functions of a library, testdata/uncovered.yaml says why.
func TestCoverage(t *testing.T) {
	reasons := uncovered(t)
	view := load(t).View()
	all, covered := make(map[string]int), make(map[string]int)
	missing := make(map[string][]string)
	for _, k := range inventory(t) {
		all[k.tier]++
		if view.Row(k.function) != nil {
			covered[k.tier]++
			continue
		}
		missing[k.library] = append(missing[k.library], k.function)
	}
	for _, tier := range slices.Sorted(maps.Keys(all)) {
		t.Logf("tier %s: %d of %d functions are covered, %.1f %%", tier, covered[tier], all[tier], 100*float64(covered[tier])/float64(all[tier]))
	}
	for _, library := range slices.Sorted(maps.Keys(missing)) {
		if reasons[library] == "" {
			t.Errorf("%s: no row speaks of\n\t%s", library, strings.Join(missing[library], "\n\t"))
		}
	}
	for _, library := range slices.Sorted(maps.Keys(reasons)) {
		if len(missing[library]) == 0 {
			t.Errorf("uncovered.yaml names %s, of which all is covered", library)
		}
	}
}

// uncovered returns why libraries are not covered, by library.
func uncovered(t *testing.T) map[string]string {
	t.Helper()
	const name = "testdata/uncovered.yaml"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var reasons map[string]string
	if err := strict.Decode(name, data, &reasons); err != nil {
		t.Fatal(err)
	}
	return reasons
}
