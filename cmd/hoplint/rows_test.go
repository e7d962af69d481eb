package main

import (
	"cmp"
	"go/types"
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"

	"golang.org/x/tools/go/packages"
	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer"
)

// TestRowsAreTested fails if no case under testdata uses a function that a row of a
// library speaks of, and prints which share of rows and functions is used. Rows that
// cannot stand in a case are in testdata/untested.yaml by their first function, with
// the reason.
func TestRowsAreTested(t *testing.T) {
	if testing.Short() {
		t.Skip("it type-checks all cases")
	}
	libraries, err := analyzer.Libraries(analyzer.Config{})
	if err != nil {
		t.Fatal(err)
	}
	used, reasons := usedIn(t, "../../testdata/src", "../../testdata/lib"), untested(t)
	var rows, usedRows, functions, usedFunctions int
	for _, lib := range libraries {
		for _, row := range rowsOf(lib) {
			n := usedOf(row, used)
			rows, functions, usedFunctions = rows+1, functions+len(row), usedFunctions+n
			first := row[0]
			if n > 0 {
				usedRows++
			} else if reasons[first.Name] == "" {
				t.Errorf("%s: no case uses the row of kind %s in line %d, of %s", lib.Name, first.Kind, first.Line, first.Name)
			}
			if n > 0 && reasons[first.Name] != "" {
				t.Errorf("testdata/untested.yaml names %s, whose row cases use", first.Name)
			}
		}
	}
	t.Logf("cases use %d of %d rows and %d of %d functions", usedRows, rows, usedFunctions, functions)
}

// untested returns why rows are not tested, by their first function.
func untested(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/untested.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var reasons map[string]string
	if err := yaml.Unmarshal(data, &reasons); err != nil {
		t.Fatal(err)
	}
	return reasons
}

// rowsOf returns the functions of a library, row by row.
func rowsOf(lib analyzer.LibraryDoc) [][]analyzer.FunctionDoc {
	byLine := make(map[int][]analyzer.FunctionDoc)
	for _, fn := range lib.Functions {
		byLine[fn.Line] = append(byLine[fn.Line], fn)
	}
	byFirst := func(a, b []analyzer.FunctionDoc) int { return cmp.Compare(a[0].Line, b[0].Line) }
	return slices.SortedFunc(maps.Values(byLine), byFirst)
}

func usedOf(row []analyzer.FunctionDoc, used map[string]bool) int {
	n := 0
	for _, fn := range row {
		if used[fn.Name] {
			n++
		}
	}
	return n
}

// usedIn returns the full names of what the packages of the modules in dirs name.
func usedIn(t *testing.T, dirs ...string) map[string]bool {
	t.Helper()
	used := make(map[string]bool)
	for _, dir := range dirs {
		cfg := &packages.Config{Dir: dir, Mode: packages.NeedName | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports}
		list, err := packages.Load(cfg, "./...")
		if err != nil {
			t.Fatal(err)
		}
		for _, pkg := range list {
			for _, obj := range pkg.TypesInfo.Uses {
				used[fullName(obj)] = true
			}
		}
	}
	return used
}

// typeParams are what rows leave out of the names of generic types.
var typeParams = regexp.MustCompile(`\[[^\]]*\]`)

// fullName returns the name of an object in rows.
func fullName(obj types.Object) string {
	if fn, ok := obj.(*types.Func); ok {
		return typeParams.ReplaceAllString(fn.Origin().FullName(), "")
	}
	if obj.Pkg() == nil {
		return ""
	}
	return obj.Pkg().Path() + "." + obj.Name()
}
