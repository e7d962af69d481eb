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
			n, first := usedOf(row, used), row[0]
			rows, functions, usedFunctions = rows+1, functions+len(row), usedFunctions+n
			if n > 0 {
				usedRows++
				continue
			}
			if reasons[first.Name] == "" {
				t.Errorf("%s: no case uses the row of kind %s in line %d, of %s", lib.Name, first.Kind, first.Line, first.Name)
			}
			delete(reasons, first.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(reasons)) {
		t.Errorf("testdata/untested.yaml names %s, which no row without a case begins with", name)
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
				used[fullName(obj)], used[aliased(obj)] = true, true
			}
		}
	}
	return used
}

// typeParams are those of a generic type, as the name of its method has them.
var typeParams = regexp.MustCompile(`\[[^\]]*\]`)

// aliased returns the name in rows of the generic type that an alias stands for.
func aliased(obj types.Object) string {
	if named, ok := types.Unalias(obj.Type()).(*types.Named); ok {
		return fullName(named.Origin().Obj())
	}
	return ""
}

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
