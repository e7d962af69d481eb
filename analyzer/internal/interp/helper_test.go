package interp

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	slash "path"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/lower"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// A world is a set of type-checked packages: the libraries of testdata/library.txtar
// and, if it is one test's, the packages of its program, which begin with acme/.
type world struct {
	fset    *token.FileSet
	below   *world // the libraries
	sources map[string]lower.Source
	paths   []string // in order of dependency
}

var libraries = sync.OnceValues(func() (*world, error) {
	a, err := txtar.ParseFile("testdata/library.txtar")
	if err != nil {
		return nil, err
	}
	w := &world{fset: token.NewFileSet(), sources: make(map[string]lower.Source)}
	return w, w.check(a.Files)
})

// checkSource type-checks a program: an archive of files "acme/x/x.go", dependencies
// first, or the only file of acme/p without its package clause.
func checkSource(t testing.TB, src string) *world {
	t.Helper()
	libs, err := libraries()
	if err != nil {
		t.Fatalf("testdata/library.txtar: %v", err)
	}
	files := []txtar.File{{Name: "acme/p/p.go", Data: []byte("package main\n" + src)}}
	if strings.HasPrefix(src, "-- ") {
		files = txtar.Parse([]byte(src)).Files
	}
	w := &world{fset: libs.fset, below: libs, sources: make(map[string]lower.Source)}
	if err := w.check(files); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) check(files []txtar.File) error {
	byDir := make(map[string][]*ast.File)
	for _, f := range files {
		dir := slash.Dir(f.Name)
		file, err := parser.ParseFile(w.fset, "/src/"+f.Name, f.Data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if byDir[dir] == nil {
			w.paths = append(w.paths, dir)
		}
		byDir[dir] = append(byDir[dir], file)
	}
	for _, p := range w.paths {
		if err := w.checkPackage(p, byDir[p]); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) checkPackage(path string, files []*ast.File) error {
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
	// A library's functions have no bodies, which go/types takes for declarations of assembly.
	conf := types.Config{GoVersion: "go1.26", Importer: w}
	pkg, err := conf.Check(path, w.fset, files, info)
	w.sources[path] = lower.Source{Types: pkg, Files: files, Info: info}
	return err
}

// Import implements types.Importer.
func (w *world) Import(path string) (*types.Package, error) {
	if s, ok := w.sources[path]; ok {
		return s.Types, nil
	}
	if w.below != nil {
		return w.below.Import(path)
	}
	return nil, fmt.Errorf("no package %s in testdata/library.txtar, or it follows what imports it", path)
}

// lower returns the ir of the world's packages, dependencies first.
func (w *world) lower(t testing.TB) []*ir.Package {
	t.Helper()
	var out []*ir.Package
	var generics []lower.Source
	for _, p := range w.paths {
		q, err := lower.Package(lower.Config{
			Fset:       w.fset,
			Dir:        "/src/" + p,
			FirstParty: func(path string) bool { return strings.HasPrefix(path, "acme/") },
			Generics:   generics,
		}, w.sources[p])
		if err != nil {
			t.Fatal(err)
		}
		for _, problem := range q.Problems {
			t.Errorf("%s: %s", problem.Func, problem.Text)
		}
		generics = append(generics, w.sources[p])
		out = append(out, q)
	}
	return out
}

var embeddedModels = sync.OnceValues(model.Load)

// models returns the embedded table and, with the rows of the given libraries, the
// user's: each a YAML mapping as it stands in the manifest's models.
func models(t testing.TB, libraries ...string) *model.Table {
	t.Helper()
	table, err := embeddedModels()
	if err != nil {
		t.Fatal(err)
	}
	nodes := make([]yaml.Node, len(libraries))
	for i, text := range libraries {
		if err := yaml.Unmarshal([]byte(text), &nodes[i]); err != nil {
			t.Fatal(err)
		}
	}
	table, err = table.With("hoplint.yaml", nodes)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// config returns what to run for a program: its last package is the root.
func config(t testing.TB, src string) Config {
	t.Helper()
	w := checkSource(t, src)
	return Config{Packages: w.lower(t), Models: models(t), Root: w.paths[len(w.paths)-1]}
}

// runSource runs a program.
func runSource(t testing.TB, src string) *hop.Program {
	t.Helper()
	return runConfig(t, config(t, src))
}

func runConfig(t testing.TB, cfg Config) *hop.Program {
	t.Helper()
	p, err := Run(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// lines writes the calls of a program, sorted: the endpoint or context, method and
// address, and in brackets what is not sync, direct, outside of loops and no routing.
func lines(p *hop.Program) []string {
	var out []string
	for _, c := range p.Calls {
		from := c.Endpoint
		if from == "" {
			from = string(c.Context)
		}
		var addresses []string
		for _, a := range c.Addresses {
			addresses = append(addresses, a.String())
		}
		to := strings.Join(append(c.Methods, c.Procedure), "|") + strings.Join(addresses, " or ")
		if len(c.Methods) > 0 {
			to = strings.Join(c.Methods, "|") + " " + strings.Join(addresses, " or ")
		}
		out = append(out, from+" -> "+strings.TrimSpace(to)+traits(c))
	}
	slices.Sort(out)
	return out
}

func traits(c hop.ProgramCall) string {
	var words []string
	if c.Kind != hop.Sync {
		words = append(words, string(c.Kind))
	}
	if c.Awaited != hop.Direct {
		words = append(words, string(c.Awaited))
	}
	if c.Loop != hop.NoLoop {
		words = append(words, string(c.Loop))
	}
	if c.Routing {
		words = append(words, "routing")
	}
	if len(words) == 0 {
		return ""
	}
	return " [" + strings.Join(words, " ") + "]"
}

// endpointNames returns the names of a program's endpoints, sorted.
func endpointNames(p *hop.Program) []string {
	var out []string
	for _, e := range p.Endpoints {
		out = append(out, e.Name)
	}
	slices.Sort(out)
	return out
}

// noted reports whether a note's reason contains the text.
func noted(p *hop.Program, text string) bool {
	return slices.ContainsFunc(p.Notes, func(n hop.Note) bool { return strings.Contains(n.Reason, text) })
}

// newCall returns a call of a library function with the given arguments, as the
// actions of kinds get it; its values and heap are its own.
func newCall(name string) *libraryCall {
	m := newMachine(Config{Models: &model.Table{}})
	return &libraryCall{frame: newFrame(m, m.newContext(nil, nil, nil)), in: &ir.Instr{}, name: name}
}

// parseTemplate reads what hop.Template.String writes: "http://{env:A}/{}". Other braces
// are text.
func parseTemplate(s string) hop.Template {
	var t hop.Template
	for s != "" {
		text, rest, _ := strings.Cut(s, "{")
		hole, after, closed := strings.Cut(rest, "}")
		kind, key, _ := strings.Cut(hole, ":")
		t = append(t, hop.Part{Kind: hop.PartText, Text: text})
		switch {
		case len(text) == len(s):
			return normalTemplate(t)
		case !closed || !slices.Contains(holeKinds, hop.PartKind(kind)):
			t, s = append(t, hop.Part{Kind: hop.PartText, Text: "{"}), rest
			continue
		case kind == "":
			kind = string(hop.PartUnknown)
		}
		t, s = append(t, hop.Part{Kind: hop.PartKind(kind), Text: key}), after
	}
	return normalTemplate(t)
}

// holeKinds are the kinds of holes as templates are written: an unknown one has no word.
var holeKinds = []hop.PartKind{"", hop.PartEnv, hop.PartFlag, hop.PartConfig, hop.PartDiscovery, hop.PartField, hop.PartRequest}

// stringsIn returns the members of a set as reports show them, sorted.
func stringsIn(v *values, s setID) []string {
	var out []string
	for _, t := range v.templatesOf(s) {
		out = append(out, t.String())
	}
	slices.Sort(out)
	return out
}
