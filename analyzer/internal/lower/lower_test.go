package lower_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/lower"
)

var update = flag.Bool("update", false, "rewrite the want files of testdata")

// TestGolden compares the ir of the last package of each archive with its file
// "want". Packages below acme/ are first-party, the others are libraries.
func TestGolden(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			last := len(a.Files) - 1
			if a.Files[last].Name != "want" {
				t.Fatalf("%s does not end with a file named want", name)
			}
			w := check(t, a.Files[:last])
			got := w.lower(t, w.paths[len(w.paths)-1]).String()
			if *update {
				a.Files[last].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(a.Files[last].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// A world is a set of type-checked packages.
type world struct {
	fset    *token.FileSet
	sources map[string]lower.Source
	paths   []string // in order of dependency
	errs    []error
}

// check type-checks packages given as files "import/path/name.go", dependencies first.
func check(t *testing.T, files []txtar.File) *world {
	t.Helper()
	w := &world{fset: token.NewFileSet(), sources: make(map[string]lower.Source)}
	byDir := make(map[string][]*ast.File)
	for _, f := range files {
		dir := path.Dir(f.Name)
		file, err := parser.ParseFile(w.fset, "/src/"+f.Name, f.Data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if byDir[dir] == nil {
			w.paths = append(w.paths, dir)
		}
		byDir[dir] = append(byDir[dir], file)
	}
	for _, p := range w.paths {
		w.checkPackage(p, byDir[p])
	}
	return w
}

func (w *world) checkPackage(path string, files []*ast.File) {
	info := &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
	conf := types.Config{
		GoVersion: "go1.26",
		Importer:  w,
		Error:     func(err error) { w.errs = append(w.errs, err) },
	}
	pkg, _ := conf.Check(path, w.fset, files, info)
	w.sources[path] = lower.Source{Types: pkg, Files: files, Info: info}
}

// Import implements types.Importer.
func (w *world) Import(path string) (*types.Package, error) {
	s, ok := w.sources[path]
	if !ok {
		return nil, fmt.Errorf("package %s must precede what imports it", path)
	}
	return s.Types, nil
}

// lower lowers a package and checks the result.
func (w *world) lower(t *testing.T, path string) *ir.Package {
	t.Helper()
	for _, err := range w.errs {
		t.Error(err)
	}
	return w.lowerAnyway(t, path)
}

func (w *world) lowerAnyway(t *testing.T, path string) *ir.Package {
	t.Helper()
	firstParty := func(path string) bool { return strings.HasPrefix(path, "acme/") }
	var all []lower.Source
	for _, p := range w.paths {
		if firstParty(p) {
			all = append(all, w.sources[p])
		}
	}
	src := w.sources[path]
	p, err := lower.Package(lower.Config{
		Fset:       w.fset,
		Dir:        "/src/" + path,
		FirstParty: firstParty,
		Generics:   below(src.Types, all),
	}, src)
	if err != nil {
		t.Fatal(err)
	}
	if err := ir.Check(p); err != nil {
		t.Error(err)
	}
	return p
}

// snippet lowers a package acme/p that consists of the given declarations.
func snippet(t *testing.T, decls string) *ir.Package {
	t.Helper()
	w := check(t, []txtar.File{{Name: "acme/p/p.go", Data: []byte("package p\n" + decls)}})
	return w.lower(t, "acme/p")
}

func function(t *testing.T, p *ir.Package, name string) *ir.Func {
	t.Helper()
	for i := range p.Funcs {
		if p.Funcs[i].Name == name {
			return &p.Funcs[i]
		}
	}
	t.Fatalf("no function %s in\n%s", name, p)
	return nil
}

// TestDeterminism checks that lowering twice, from sources parsed twice, gives the same bytes.
func TestDeterminism(t *testing.T) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files := a.Files[:len(a.Files)-1]
		once, again := check(t, files), check(t, files)
		for _, p := range once.paths {
			if !strings.HasPrefix(p, "acme/") {
				continue
			}
			if !bytes.Equal(ir.Encode(once.lower(t, p)), ir.Encode(again.lower(t, p))) {
				t.Errorf("%s: %s differs between runs", name, p)
			}
		}
	}
}
