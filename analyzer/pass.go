package analyzer

import (
	"fmt"
	"go/build"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/interp"
	"github.com/hoplint/hoplint/analyzer/internal/lower"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

const url = "https://github.com/hoplint/hoplint"

// Analyzer checks one program at a time, under drivers such as go vet: calls to
// services that the manifest names, but no chains through other programs.
var Analyzer = New(Config{})

// New returns an analyzer for a configuration. Its flags set what cfg leaves open.
func New(cfg Config) *analysis.Analyzer {
	p := &passes{cfg: cfg}
	a := &analysis.Analyzer{
		Name:      "hoplint",
		Doc:       doc,
		URL:       url,
		Run:       p.run,
		FactTypes: []analysis.Fact{(*packageFact)(nil)},
	}
	a.Flags.StringVar(&p.cfg.Manifest, "manifest", cfg.Manifest, "manifest `file`")
	return a
}

const doc = `find synchronous calls between services

hoplint reports the calls that a service makes to other services, and waits for,
while it serves a request. The services are those of a manifest, hoplint.yaml.`

// passes is the state of an analyzer: its configuration.
type passes struct{ cfg Config }

// A unit is one package under analysis.
type unit struct {
	*analysis.Pass
	cfg      Config
	manifest *manifest.Manifest
	models   *model.Table
	dir      string
	waivers  []hop.Waiver // of the package
	partial  bool         // calls may be missing
}

func (p *passes) run(pass *analysis.Pass) (any, error) {
	dir, ok := sourceDir(pass)
	if !ok || inGoroot(dir) {
		return nil, nil
	}
	u := &unit{Pass: pass, cfg: p.cfg, dir: dir}
	if err := u.configure(); err != nil {
		return nil, err
	}
	if !u.firstParty() {
		return nil, nil
	}
	return nil, u.check()
}

// sourceDir returns the directory of the package's files.
func sourceDir(pass *analysis.Pass) (string, bool) {
	if len(pass.Files) == 0 {
		return "", false
	}
	return filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name()), true
}

func inGoroot(dir string) bool {
	root := build.Default.GOROOT
	return root != "" && strings.HasPrefix(dir, root+string(filepath.Separator))
}

// configure reads the manifest and the models. The manifest is looked for in the
// directories above the package: drivers run the analyzer in directories of their own
// choice. Packages of the module cache have none above them, and need none.
func (u *unit) configure() error {
	named := u.cfg.Manifest
	u.cfg.Dir, u.cfg.Manifest = u.dir, manifestAbove(u.dir, named)
	switch {
	case u.cfg.Manifest != "":
		u.cfg.Dir = filepath.Dir(u.cfg.Manifest)
	case named != "" && !isLibraryDir(u.dir):
		return &ConfigError{fmt.Errorf("no manifest %s in %s or above", named, u.dir)}
	}
	m, err := readManifest(u.cfg)
	if err != nil {
		return err
	}
	u.manifest = m
	u.models, err = readModels(m)
	return err
}

// check lowers the package, exports its fact and reports what the services call that
// start in it. A package that cannot be lowered has a fact all the same, which says so
// to the programs above: drivers tell nobody of an error in what they only import.
func (u *unit) check() error {
	below := u.imported()
	packed, err := u.packed(below)
	if err != nil {
		packed = packedPackage{Path: u.Pkg.Path(), Dir: u.dir, Fault: err.Error()}
	}
	f := &packageFact{Packages: closed(append(below, []packedPackage{packed})...)}
	u.ExportPackageFact(f)
	if err != nil {
		return err
	}
	if services := u.deployments(); len(services) > 0 {
		return u.judge(f, services)
	}
	return u.judgeWaivers()
}

// imported returns the facts of the packages that this one imports.
func (u *unit) imported() [][]packedPackage {
	var out [][]packedPackage
	for _, imp := range u.Pkg.Imports() {
		var f packageFact
		if u.ImportPackageFact(imp, &f) {
			out = append(out, slices.DeleteFunc(slices.Clone(f.Packages), func(p packedPackage) bool { return u.isLibrary(p.Path) }))
		}
	}
	return out
}

// packed lowers the package.
func (u *unit) packed(below [][]packedPackage) (packedPackage, error) {
	known := map[string]bool{u.Pkg.Path(): true}
	for _, p := range closed(below...) {
		known[p.Path] = true
	}
	cfg := lower.Config{Fset: u.Fset, Dir: u.dir, FirstParty: func(path string) bool { return known[path] }}
	p, err := lowered(cfg, lower.Source{Types: u.Pkg, Files: u.Files, Info: u.TypesInfo})
	if err != nil {
		return packedPackage{}, err
	}
	u.waivers = interp.Waivers(p, u.dir)
	return pack(p, u.dir)
}
