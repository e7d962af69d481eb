package analyzer

import (
	"fmt"
	"go/build"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/interp"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/lower"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/model"
	"github.com/hoplint/hoplint/analyzer/internal/rule"
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
	if !u.firstParty(pass.Pkg.Path()) {
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

// configure reads the manifest and the models. A manifest that is not named is
// looked for in the directories above the package.
func (u *unit) configure() error {
	if u.cfg.Manifest == "" {
		u.cfg.Dir = manifestDir(u.dir)
	} else {
		u.cfg.Dir = filepath.Dir(u.cfg.Manifest)
	}
	m, err := readManifest(u.cfg)
	if err != nil {
		return err
	}
	u.manifest = m
	u.models, err = readModels(m)
	return err
}

// manifestDir returns the nearest directory, from dir upwards, with a manifest; dir
// if there is none.
func manifestDir(dir string) string {
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(d, manifest.FileName)); err == nil {
			return d
		}
		if d == filepath.Dir(d) {
			return dir
		}
	}
}

// firstParty reports whether the package is one whose bodies are followed. Libraries
// come from the module cache, whose directories carry a version, or are vendored.
// Modules that a directory replaces have a version too, but no such directory.
func (u *unit) firstParty(path string) bool {
	return !u.models.Known(path) && !strings.Contains(u.dir, "@v") && !strings.Contains(filepath.ToSlash(u.dir), "/vendor/")
}

// check lowers the package, exports its fact and, for a program, reports what it calls.
func (u *unit) check() error {
	below := u.imported()
	p, err := u.lower(below)
	if err != nil {
		return err
	}
	packed, err := pack(p, u.dir)
	if err != nil {
		return err
	}
	f := &packageFact{Packages: closed(append(below, []packedPackage{packed})...)}
	u.ExportPackageFact(f)
	if u.Pkg.Name() != "main" {
		return nil
	}
	return u.program(f)
}

// imported returns the facts of the packages that this one imports.
func (u *unit) imported() [][]packedPackage {
	var out [][]packedPackage
	for _, imp := range u.Pkg.Imports() {
		var f packageFact
		if u.ImportPackageFact(imp, &f) {
			out = append(out, f.Packages)
		}
	}
	return out
}

func (u *unit) lower(below [][]packedPackage) (*ir.Package, error) {
	known := make(map[string]bool)
	for _, p := range closed(below...) {
		known[p.Path] = true
	}
	cfg := lower.Config{
		Fset:       u.Fset,
		Dir:        u.dir,
		FirstParty: func(path string) bool { return known[path] || path == u.Pkg.Path() },
	}
	return lower.Package(cfg, lower.Source{Types: u.Pkg, Files: u.Files, Info: u.TypesInfo})
}

// program runs the program in the abstract and reports the findings on it.
func (u *unit) program(f *packageFact) error {
	cfg := interp.Config{Models: u.models, Root: u.Pkg.Path(), Dirs: make(map[string]string)}
	for _, packed := range f.Packages {
		p, err := unpack(packed)
		if err != nil {
			return err
		}
		cfg.Packages = append(cfg.Packages, p)
		cfg.Dirs[p.Path] = packed.Dir
	}
	var deployments []compose.Deployment
	for _, d := range u.deployments() {
		cfg.Func, cfg.Args, cfg.Env = d.fn, d.args, d.env
		program, err := interp.Run(cfg)
		if err != nil {
			return err
		}
		d.Program = program
		deployments = append(deployments, d.Deployment)
	}
	result := compose.System(u.manifest, deployments)
	for _, finding := range rule.Judge(&result.System, u.manifest, u.cfg.Today) {
		if finding.Severity == hop.Warning || finding.Severity == hop.Error {
			u.report(finding)
		}
	}
	return nil
}

// A deployment is a service with the way its program starts.
type deployment struct {
	compose.Deployment
	fn   string
	args []string
	env  map[string]string
}

// deployments returns the services that the manifest says start in this package; a
// service of the package's own name if it says nothing.
func (u *unit) deployments() []deployment {
	var out []deployment
	for _, s := range u.manifest.Services {
		if s.Root.Text == "" || filepath.Join(u.cfg.Dir, filepath.FromSlash(s.Root.Dir)) != u.dir {
			continue
		}
		out = append(out, deployment{
			Deployment: compose.Deployment{Service: s.Name, Role: s.Role, Root: s.Root.Text},
			fn:         s.Root.Func,
			args:       s.Settings.Args,
			env:        s.Settings.Env,
		})
	}
	if len(out) > 0 {
		return out
	}
	name := filepath.Base(u.dir)
	return []deployment{{Deployment: compose.Deployment{Service: name, Role: hop.RoleService, Root: "./" + name, Guessed: true}}}
}

// report reports a finding where it stands, which may be a file of another package.
func (u *unit) report(f hop.Finding) {
	d := analysis.Diagnostic{Category: f.Rule, Message: f.Message + " (" + f.Rule + ")"}
	d.Pos = u.token(f.Pos)
	for _, frame := range f.Path {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: u.token(frame.Pos), Message: frame.Func})
	}
	u.Report(d)
}

// token returns a position within the pass's files for "file:line:col". Of a file of
// another package only that line is known.
func (u *unit) token(pos string) token.Pos {
	file, line, col, err := splitPos(pos)
	if err != nil {
		return u.Files[0].Package
	}
	var found *token.File
	u.Fset.Iterate(func(f *token.File) bool {
		if f.Name() == file {
			found = f
		}
		return found == nil
	})
	if found == nil || line > found.LineCount() || !reaches(found, line, col) {
		found = u.addFile(file, line)
	}
	return found.LineStart(line) + token.Pos(col-1)
}

// reaches reports whether a line of a file is so wide. The files that the importer
// makes up have lines of one byte.
func reaches(f *token.File, line, col int) bool {
	at := f.LineStart(line) + token.Pos(col-1)
	return int(at) <= f.Base()+f.Size() && f.Line(at) == line
}

// addFile makes up a file with lines of a width that any column fits in.
func (u *unit) addFile(name string, line int) *token.File {
	const width = 1000
	f := u.Fset.AddFile(name, -1, width*(line+1))
	lines := make([]int, line+1)
	for i := range lines {
		lines[i] = i * width
	}
	f.SetLines(lines)
	return f
}

func splitPos(pos string) (file string, line, col int, err error) {
	parts := strings.Split(pos, ":")
	if len(parts) < 3 {
		return "", 0, 0, fmt.Errorf("no position: %q", pos)
	}
	n := len(parts)
	line, err = strconv.Atoi(parts[n-2])
	if err != nil {
		return "", 0, 0, err
	}
	col, err = strconv.Atoi(parts[n-1])
	return strings.Join(slices.Clip(parts[:n-2]), ":"), line, col, err
}
