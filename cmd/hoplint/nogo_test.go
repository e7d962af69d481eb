package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/packages"

	"github.com/hoplint/hoplint/analyzer"
	embedding "github.com/hoplint/hoplint/testdata/nogo"
)

// A nogo runs an analyzer as Bazel's nogo does, which hands over less than other drivers:
// a package is parsed by names relative to the working directory, and checked against
// export data, with a file set of its own; of facts there are those of the packages that
// it imports, as bytes, and none of the standard library; the pass has no module and reads
// no files. The working directory holds no manifest that could be read.
// See nogo_main.go of https://github.com/bazelbuild/rules_go.
type nogo struct {
	t        *testing.T
	dir      string
	analyzer *analysis.Analyzer
	facts    map[string][]byte
	said     []remark
}

// remarksOfNogo has the tree's manifest embedded.
func remarksOfNogo(t *testing.T, dir string) []remark {
	manifest, err := os.ReadFile(filepath.Join(dir, "hoplint.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return runNogo(t, dir, analyzer.New(analyzer.Config{ManifestText: manifest, OneLine: true}))
}

// TestNogoExample runs the analyzer of the example, which embeds its manifest.
func TestNogoExample(t *testing.T) {
	dir, err := filepath.Abs("../../testdata/nogo")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, wantsIn(t, dir), runNogo(t, dir, embedding.Analyzer))
}

// TestNogoManifest checks that a manifest that is text is held to what one in a file is.
func TestNogoManifest(t *testing.T) {
	a := analyzer.New(analyzer.Config{Manifest: "shop.yaml", ManifestText: []byte("version: 1\nservices: {ordering: {rolle: service}}\n")})
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "ordering/main.go", "package main", 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = a.Run(&analysis.Pass{Analyzer: a, Fset: fset, Files: []*ast.File{f}, Pkg: types.NewPackage("shop.example/ordering", "main")})
	const want = `shop.yaml:2:23: unknown key "rolle" (did you mean "role"?)`
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// runNogo analyses the packages of a tree and all that they import.
func runNogo(t *testing.T, dir string, a *analysis.Analyzer) []remark {
	for _, f := range a.FactTypes {
		gob.Register(f)
	}
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile | packages.NeedModule,
		Dir:  dir,
	}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	n := &nogo{t: t, dir: dir, analyzer: a, facts: make(map[string][]byte)}
	packages.Visit(pkgs, nil, n.build)
	return n.said
}

// build analyses a package, unless it is one of the standard library.
func (n *nogo) build(p *packages.Package) {
	if p.Module == nil || len(p.CompiledGoFiles) == 0 {
		return
	}
	l, err := n.load(p)
	if err != nil {
		n.t.Errorf("%s: %v", p.PkgPath, err)
		return
	}
	pass := n.pass(p, l)
	if _, err := n.analyzer.Run(pass); err != nil {
		n.t.Errorf("%s: %v", p.PkgPath, err)
	}
}

// A loaded package is what nogo makes of one.
type loadedPackage struct {
	fset  *token.FileSet
	files []*ast.File
	types *types.Package
	info  *types.Info
}

func (n *nogo) load(p *packages.Package) (*loadedPackage, error) {
	l := &loadedPackage{fset: token.NewFileSet(), info: &types.Info{
		Types:      make(map[ast.Expr]types.TypeAndValue),
		Uses:       make(map[*ast.Ident]types.Object),
		Defs:       make(map[*ast.Ident]types.Object),
		Implicits:  make(map[ast.Node]types.Object),
		Instances:  make(map[*ast.Ident]types.Instance),
		Scopes:     make(map[ast.Node]*types.Scope),
		Selections: make(map[*ast.SelectorExpr]*types.Selection),
	}}
	for _, name := range p.CompiledGoFiles {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(l.fset, n.placed(p, name), src, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		l.files = append(l.files, f)
	}
	config := types.Config{Importer: &exports{fset: l.fset, packages: p.Imports, read: map[string]*types.Package{}}}
	var err error
	l.types, err = config.Check(p.PkgPath, l.fset, l.files, l.info)
	return l, err
}

// placed returns where a file lies in Bazel's sandbox.
func (n *nogo) placed(p *packages.Package, name string) string {
	if rel, err := filepath.Rel(n.dir, name); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	repository := strings.NewReplacer("/", "_", ".", "_").Replace(p.Module.Path)
	if rel, err := filepath.Rel(p.Module.Dir, name); err == nil && filepath.IsLocal(rel) {
		return filepath.Join("external", repository, rel)
	}
	return filepath.Join("bazel-out", "k8-fastbuild", "bin", "external", repository, filepath.Base(name))
}

// pass is all that nogo fills in of one.
func (n *nogo) pass(p *packages.Package, l *loadedPackage) *analysis.Pass {
	return &analysis.Pass{
		Analyzer:   n.analyzer,
		Fset:       l.fset,
		Files:      l.files,
		Pkg:        l.types,
		TypesInfo:  l.info,
		TypesSizes: types.SizesFor("gc", "amd64"),
		ResultOf:   map[*analysis.Analyzer]any{},
		Report: func(d analysis.Diagnostic) {
			at := l.fset.Position(d.Pos)
			n.said = append(n.said, remark{fmt.Sprintf("%s:%d", at.Filename, at.Line), d.Message})
		},
		ImportPackageFact: func(from *types.Package, fact analysis.Fact) bool { return n.importFact(p, from, fact) },
		ExportPackageFact: func(fact analysis.Fact) { n.exportFact(p.PkgPath, fact) },
	}
}

// importFact decodes the fact of a package that p imports itself; others do not get there.
func (n *nogo) importFact(p *packages.Package, from *types.Package, into analysis.Fact) bool {
	imported := p.Imports[from.Path()]
	if imported == nil || n.facts[imported.PkgPath] == nil {
		return false
	}
	var fact analysis.Fact
	if err := gob.NewDecoder(bytes.NewReader(n.facts[imported.PkgPath])).Decode(&fact); err != nil {
		n.t.Fatalf("the fact of %s: %v", from.Path(), err)
	}
	reflect.ValueOf(into).Elem().Set(reflect.ValueOf(fact).Elem())
	return true
}

func (n *nogo) exportFact(path string, fact analysis.Fact) {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(&fact); err != nil {
		n.t.Fatalf("the fact of %s: %v", path, err)
	}
	n.facts[path] = b.Bytes()
}

// exports imports packages from export data.
type exports struct {
	fset     *token.FileSet
	packages map[string]*packages.Package
	read     map[string]*types.Package
}

func (e *exports) Import(path string) (*types.Package, error) {
	p := e.packages[path]
	switch {
	case path == "unsafe":
		return types.Unsafe, nil
	case p == nil || p.ExportFile == "":
		return nil, fmt.Errorf("no export data of %s", path)
	}
	if known := e.read[p.PkgPath]; known != nil && known.Complete() {
		return known, nil
	}
	f, err := os.Open(p.ExportFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := gcexportdata.NewReader(f)
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, e.fset, e.read, p.PkgPath)
}
