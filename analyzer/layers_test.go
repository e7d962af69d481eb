package analyzer_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

const module = "github.com/hoplint/hoplint/"

// layers lists the packages, lowest first. A package imports only packages above it
// in this list.
var layers = []string{
	"analyzer/hop",
	"analyzer/internal/strict",
	"analyzer/internal/cache",
	"analyzer/internal/model",
	"analyzer/internal/ir",
	"analyzer/internal/load",
	"analyzer/internal/lower",
	"analyzer/internal/interp",
	"analyzer/internal/manifest",
	"analyzer/internal/compose",
	"analyzer/internal/fragment",
	"analyzer/internal/rule",
	"analyzer/internal/baseline",
	"analyzer",
	"cmd/hoplint/internal/report",
	"cmd/hoplint/internal/worktree",
	"cmd/hoplint",
	"cmd/gclplugin",
}

// outside lists what packages import besides the standard library and ours. Users of
// the analyzer under golangci-lint or nogo build all of this, so it stays short.
var outside = map[string][]string{
	"analyzer/internal/strict":    {"gopkg.in/yaml.v3", "github.com/agext/levenshtein"},
	"analyzer/internal/model":     {"gopkg.in/yaml.v3"},
	"analyzer/internal/manifest":  {"gopkg.in/yaml.v3"},
	"analyzer/internal/baseline":  {"gopkg.in/yaml.v3"},
	"analyzer/internal/load":      {"golang.org/x/tools"},
	"analyzer/internal/lower":     {"golang.org/x/tools"},
	"analyzer":                    {"golang.org/x/tools", "golang.org/x/mod"},
	"cmd/hoplint/internal/report": {"github.com/fatih/color", "github.com/owenrumney/go-sarif/v3", "github.com/jstemmer/go-junit-report/v2"},
	"cmd/gclplugin":               {"golang.org/x/tools", "github.com/golangci/plugin-module-register", "github.com/agext/levenshtein"},
	"cmd/hoplint":                 {"golang.org/x/tools", "golang.org/x/term", "github.com/agext/levenshtein", "github.com/fatih/color", "github.com/schollz/progressbar/v3"},
}

// TestLayers pins the imports of every package of the module.
func TestLayers(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedImports, Dir: ".."}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		path := strings.TrimPrefix(p.PkgPath, module)
		layer := slices.Index(layers, path)
		if layer < 0 {
			t.Errorf("%s is in no layer: add it to layers", p.PkgPath)
			continue
		}
		for imp := range p.Imports {
			checkImport(t, path, layer, imp)
		}
	}
}

func checkImport(t *testing.T, path string, layer int, imp string) {
	if below, ours := strings.CutPrefix(imp, module); ours {
		if i := slices.Index(layers, below); i < 0 || i >= layer {
			t.Errorf("%s imports %s, which is not below it", path, imp)
		}
		return
	}
	first, _, _ := strings.Cut(imp, "/")
	if !strings.Contains(first, ".") {
		return // standard library
	}
	if !slices.ContainsFunc(outside[path], func(p string) bool { return imp == p || strings.HasPrefix(imp, p+"/") }) {
		t.Errorf("%s imports %s, which it may not", path, imp)
	}
}
