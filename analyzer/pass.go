package analyzer

import (
	"errors"
	"fmt"
	"go/build"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/interp"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
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
	return (&passes{cfg: cfg, lower: lower.Package}).analyzer()
}

func (p *passes) analyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:      "hoplint",
		Doc:       doc,
		URL:       url,
		Run:       p.run,
		FactTypes: []analysis.Fact{(*packageFact)(nil)},
	}
	a.Flags.StringVar(&p.cfg.Manifest, "manifest", p.cfg.Manifest, "manifest `file`")
	a.Flags.StringVar(&p.cfg.Baseline, "baseline", p.cfg.Baseline, "`file` of accepted findings")
	return a
}

const doc = `find synchronous calls between services

hoplint reports the calls that a service makes to other services, and waits for,
while it serves a request. The services are those of a manifest, hoplint.yaml.`

// passes is what an analyzer is made of: its configuration, and how it lowers packages.
type passes struct {
	cfg   Config
	lower func(lower.Config, lower.Source) (*ir.Package, error)
}

// A unit is one package under analysis.
type unit struct {
	*analysis.Pass
	passes
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
	u := &unit{Pass: pass, passes: *p, dir: dir}
	if err := u.configure(); err != nil {
		return nil, err
	}
	if !u.firstParty() {
		return nil, nil
	}
	models, err := readModels(u.manifest) // which takes longest, and most packages are libraries
	if u.models = models; err != nil || !u.firstParty() {
		return nil, err
	}
	return nil, u.check()
}

// sourceDir returns the directory of the package's files.
func sourceDir(pass *analysis.Pass) (string, bool) {
	if len(pass.Files) == 0 {
		return "", false
	}
	return workspaceDir(filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name())), true
}

func inGoroot(dir string) bool {
	root := build.Default.GOROOT
	return root != "" && strings.HasPrefix(dir, root+string(filepath.Separator))
}

// configure reads the manifest. Packages of the module cache have none above them, and
// need none.
func (u *unit) configure() error {
	named := u.cfg.Manifest
	u.cfg = u.cfg.inside(u.dir)
	if u.cfg.Manifest == "" && named != "" && !isLibraryDir(u.dir) {
		return noManifest(named, u.dir)
	}
	m, err := readManifest(u.cfg)
	if err != nil {
		return err
	}
	u.manifest = m
	return nil
}

// check lowers the package, exports its fact and reports what the services call that
// start in it. Where hoplint fails, that is reported as a gap, and the package has a fact
// all the same: an error would stop golangci-lint as a whole, and without facts of what
// they import go vet can check none of the packages above.
func (u *unit) check() error {
	f, err := u.fact()
	u.ExportPackageFact(f)
	if err == nil {
		err = safely(func() error { return u.checkServices(f) })
	}
	if _, ok := errors.AsType[*ConfigError](err); ok || err == nil {
		return err
	}
	u.reportSkipped([]hop.Skipped{{Package: u.Pkg.Path(), Reason: err.Error(), Incomplete: true}})
	return nil
}

// fact returns the fact of the package, and the error, if it cannot be lowered, that the
// fact tells to the programs above.
func (u *unit) fact() (*packageFact, error) {
	below := u.imported()
	var packed packedPackage
	err := safely(func() (err error) {
		packed, err = u.packed(below)
		return err
	})
	if err != nil {
		packed = packedPackage{Path: u.Pkg.Path(), Dir: u.dir, Fault: err.Error()}
	}
	return &packageFact{Packages: closed(append(below, []packedPackage{packed})...)}, err
}

func (u *unit) checkServices(f *packageFact) error {
	if services := u.deployments(); len(services) > 0 {
		return u.judge(f, services)
	}
	return u.judgeWaivers()
}

// safely makes an error of a panic.
func safely(do func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("internal error: %v", r)
		}
	}()
	return do()
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
	p, err := u.lower(cfg, lower.Source{Types: u.Pkg, Files: u.Files, Info: u.TypesInfo})
	if err != nil {
		return packedPackage{}, err
	}
	u.waivers = interp.Waivers(p, u.dir)
	return pack(p, u.dir)
}
