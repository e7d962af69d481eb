package lower_test

import (
	"cmp"
	"flag"
	"fmt"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/lower"
)

var (
	dump = flag.String("dump", "", "print the ir of the packages that match this `pattern` (as of go list)")
	dir  = flag.String("dir", ".", "directory in which -dump looks")
	only = flag.String("func", "", "print only functions whose name contains this")
)

// TestDump is for debugging: go test -run Dump -dump ./... -dir some/module
func TestDump(t *testing.T) {
	if *dump == "" {
		t.Skip("no -dump pattern")
	}
	for _, p := range lowerPatterns(t, *dir, *dump) {
		if *only == "" {
			fmt.Println(p)
			continue
		}
		for i := range p.Funcs {
			if strings.Contains(p.Funcs[i].Name, *only) {
				fmt.Println(&p.Funcs[i])
			}
		}
	}
}

// lowerPatterns lowers the packages that match a pattern of go list, checks them,
// and returns them sorted by path. They alone are first-party.
func lowerPatterns(t *testing.T, dir string, patterns ...string) []*ir.Package {
	t.Helper()
	roots := loadPatterns(t, dir, patterns...)
	first := make(map[string]bool)
	var generics []lower.Source
	for _, p := range roots {
		first[p.PkgPath] = true
		generics = append(generics, source(p))
	}
	var out []*ir.Package
	for _, p := range roots {
		cfg := lower.Config{
			Fset:       p.Fset,
			Dir:        p.Dir,
			FirstParty: func(path string) bool { return first[path] },
			Generics:   below(p.Types, generics),
		}
		q, err := lower.Package(cfg, source(p))
		if err != nil {
			t.Fatal(err)
		}
		if err := ir.Check(q); err != nil {
			t.Errorf("%s: %v", p.PkgPath, err)
		}
		out = append(out, q)
	}
	return out
}

func loadPatterns(t *testing.T, dir string, patterns ...string) []*packages.Package {
	t.Helper()
	roots, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
			packages.NeedDeps | packages.NeedTypes | packages.NeedSyntax | packages.NeedTypesInfo,
		Dir: dir,
	}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(roots, func(a, b *packages.Package) int { return cmp.Compare(a.PkgPath, b.PkgPath) })
	for _, p := range roots {
		for _, e := range p.Errors {
			t.Logf("%s: %v", p.PkgPath, e)
		}
	}
	return roots
}

func source(p *packages.Package) lower.Source {
	return lower.Source{Types: p.Types, Files: p.Syntax, Info: p.TypesInfo}
}

// below are those of the sources that p imports, directly or not.
func below(p *types.Package, sources []lower.Source) []lower.Source {
	reached := make(map[*types.Package]bool)
	var visit func(*types.Package)
	visit = func(p *types.Package) {
		if !reached[p] {
			reached[p] = true
			for _, i := range p.Imports() {
				visit(i)
			}
		}
	}
	visit(p)
	var out []lower.Source
	for _, s := range sources {
		if s.Types != p && reached[s.Types] {
			out = append(out, s)
		}
	}
	return out
}
