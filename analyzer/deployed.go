package analyzer

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/interp"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/rule"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// A deployment is a service that starts in the package under analysis.
type deployment struct {
	compose.Deployment
	declared *manifest.Service // nil without a manifest
}

// deployments returns the services that the manifest says start in this package,
// main or not. If it names no service at all, a main package is one.
func (u *unit) deployments() []deployment {
	if u.onlyTests() {
		return nil
	}
	var out []deployment
	for i := range u.manifest.Services {
		s := &u.manifest.Services[i]
		if s.Root.Text == "" || !sameDir(filepath.Join(u.cfg.Dir, filepath.FromSlash(s.Root.Dir)), u.dir) {
			continue
		}
		d := compose.Deployment{Service: s.Name, Role: s.Role, Root: s.Root.Text, Guessed: s.Role == ""}
		out = append(out, deployment{d, s})
	}
	if len(u.manifest.Services) == 0 && u.Pkg.Name() == "main" {
		name := filepath.Base(u.dir)
		d := compose.Deployment{Service: serviceName(name, u.Pkg.Path()), Root: "./" + name, Guessed: true}
		out = append(out, deployment{d, nil})
	}
	return out
}

// sameDir compares directories, of which one may be relative to the working directory: a
// manifest that is given as text has no place that all paths could begin with.
func sameDir(a, b string) bool {
	if filepath.IsAbs(a) == filepath.IsAbs(b) {
		return a == b
	}
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}

// onlyTests reports whether the package is the external test of another one.
func (u *unit) onlyTests() bool {
	for _, f := range u.Files {
		if !strings.HasSuffix(u.Fset.File(f.FileStart).Name(), "_test.go") {
			return false
		}
	}
	return true
}

// judge runs the services in the abstract and reports the findings on them.
func (u *unit) judge(f *packageFact, services []deployment) error {
	cfg, own, err := u.program(f)
	if err != nil {
		return err
	}
	var deployments []compose.Deployment
	for _, d := range services {
		if err := u.start(&d, cfg, own); err != nil {
			return err
		}
		deployments = append(deployments, d.Deployment)
	}
	others, err := readFragments(u.cfg, u.manifest)
	if err != nil {
		return err
	}
	system := others.join(u.manifest)
	deployments = append(deployments, system.Deployments...)
	result := compose.System(system.Manifest, deployments)
	u.reportSkipped(result.Coverage.Skipped)
	return u.reportAll(rule.Judge(&result.System, system.Manifest, u.terms(deployments)))
}

// judgeWaivers reports what is wrong with the waivers of a package that starts no service.
func (u *unit) judgeWaivers() error {
	if len(u.waivers) == 0 {
		return nil
	}
	t := u.terms(nil)
	t.Waivers = map[string][]hop.Waiver{"": u.waivers}
	return u.reportAll(rule.Judge(&hop.System{}, u.manifest, t))
}

// reportAll reports the findings that count.
func (u *unit) reportAll(findings []hop.Finding) error {
	accepted, err := readBaseline(u.cfg)
	if err != nil {
		return err
	}
	accepted.Mark(findings)
	for _, f := range findings {
		if f.Status == hop.StatusNew && (f.Severity == hop.Warning || f.Severity == hop.Error) {
			u.report(f)
		}
	}
	return nil
}

// program unpacks the packages of the program, and returns that under analysis apart.
// It reports what is missing in them.
func (u *unit) program(f *packageFact) (cfg interp.Config, own *ir.Package, err error) {
	cfg = interp.Config{Models: u.models, Root: u.Pkg.Path(), Dirs: make(map[string]string)}
	var skipped []hop.Skipped
	for _, packed := range f.Packages {
		if packed.Fault != "" {
			skipped = append(skipped, hop.Skipped{Package: packed.Path, Reason: packed.Fault, Incomplete: true})
			continue
		}
		p, err := unpack(packed)
		if err != nil {
			return cfg, nil, err
		}
		if p.Path == cfg.Root {
			own = p
		}
		skipped = append(skipped, problems(p)...)
		cfg.Packages = append(cfg.Packages, p)
		cfg.Dirs[p.Path] = packed.Dir
	}
	u.reportSkipped(skipped)
	return cfg, own, nil
}

// reportSkipped reports where calls may be missing, at the package that starts the
// services: silence would say that there are none.
func (u *unit) reportSkipped(skipped []hop.Skipped) {
	for _, s := range skipped {
		if s.Incomplete {
			u.partial = true
			u.Report(analysis.Diagnostic{
				Pos:     u.Files[0].Package,
				Message: fmt.Sprintf("%s is incomplete: calls may be missing: %s", s.Package, s.Reason),
			})
		}
	}
}

// start runs the program of a service, and guesses the role that the manifest does
// not give.
func (u *unit) start(d *deployment, cfg interp.Config, own *ir.Package) error {
	if d.declared != nil {
		cfg.Func = d.declared.Root.Func
		cfg.Args, cfg.Env = d.declared.Settings.Args, d.declared.Settings.Env
	}
	e := &execution{config: cfg}
	d.Program = e.run()
	switch {
	case e.fault != "":
		return fmt.Errorf("service %s: %s", d.Service, e.fault)
	case e.err != nil && d.declared != nil && len(own.Problems) == 0:
		errs := strict.Errors{File: u.manifest.File}
		errs.Add(d.declared.Root.Pos, "%s", noRoot(d.declared.Root, own))
		return &ConfigError{errs.Err()}
	case e.err != nil:
		return e.err
	}
	if d.Guessed {
		d.Role = guessRole(d.Service, d.Program)
	}
	d.Role = cmp.Or(d.Role, hop.RoleService)
	return nil
}
