package analyzer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/fragment"
)

// Fragment analyses the services of a repository, and returns what the other repositories
// of the system need to know of them, as a file that their manifests can name under
// fragments. The report tells what was missed; it has no findings. Without a name the
// repository is called by its module path.
func Fragment(ctx context.Context, cfg Config, name string) ([]byte, *hop.Report, error) {
	var err error
	if name == "" {
		if name, err = repositoryName(cfg.Dir); err != nil {
			return nil, nil, &ConfigError{err}
		}
	}
	if err := fragment.CheckName(name); err != nil {
		return nil, nil, &ConfigError{err}
	}
	cfg.fresh, cfg.alone = true, true
	c, err := newChecker(ctx, cfg)
	if err != nil {
		return nil, nil, err
	}
	if err := c.analyse(); err != nil {
		return nil, nil, err
	}
	deployments := c.deployments()
	r := c.report(compose.System(c.manifest, deployments), nil)
	data, err := c.fragment(name, deployments, r).Encode()
	return data, r, err
}

// fragment puts together what the phases found.
func (c *checker) fragment(name string, deployments []compose.Deployment, r *hop.Report) *fragment.Fragment {
	f := &fragment.Fragment{Version: fragment.Version, Repository: name, Manifest: c.manifest, Services: []fragment.Service{}, Skipped: []hop.Skipped{}}
	programs := make(map[string]*hop.Program)
	for _, d := range deployments {
		programs[d.Service] = c.portable(d.Program)
	}
	here := make(map[string]bool) // a service of this repository is one with a root
	for _, s := range c.rooted() {
		here[s.Name] = true
	}
	for _, s := range r.System.Services {
		if p, ok := programs[s.Name]; ok || here[s.Name] {
			f.Services = append(f.Services, fragment.Service{Name: s.Name, Role: s.Role, Guessed: s.Guessed, Root: s.Root, Program: p})
		}
	}
	for _, s := range r.Coverage.Skipped {
		if s.Incomplete {
			f.Skipped = append(f.Skipped, s)
		}
	}
	return f
}

// portable returns the program with positions that are the same on every machine: files
// outside of the checked directory are named by their package, not by where they lie.
func (c *checker) portable(p *hop.Program) *hop.Program {
	if p == nil {
		return nil
	}
	packages := make(map[string]string)
	for q := range c.irs {
		if dir := c.dirOf(q); path.IsAbs(dir) || filepath.IsAbs(dir) {
			packages[dir] = q.Path
		}
	}
	if len(packages) == 0 {
		return p
	}
	out := *p
	out.Endpoints, out.Consumers, out.Calls, out.Notes = slices.Clone(p.Endpoints), slices.Clone(p.Consumers), slices.Clone(p.Calls), slices.Clone(p.Notes)
	for i := range out.Endpoints {
		out.Endpoints[i].Pos = inPackage(packages, out.Endpoints[i].Pos)
	}
	for i := range out.Consumers {
		out.Consumers[i].Pos = inPackage(packages, out.Consumers[i].Pos)
	}
	for i := range out.Notes {
		out.Notes[i].Pos = inPackage(packages, out.Notes[i].Pos)
	}
	for i := range out.Calls {
		frames := slices.Clone(out.Calls[i].Path)
		for k := range frames {
			frames[k].Pos = inPackage(packages, frames[k].Pos)
		}
		out.Calls[i].Path = frames
	}
	return &out
}

// inPackage names the file of a position by its package, if that is one of those given by
// their directories.
func inPackage(packages map[string]string, pos string) string {
	dir, file := path.Split(pos)
	if p, ok := packages[strings.TrimSuffix(dir, "/")]; ok {
		return path.Join(p, file)
	}
	return pos
}

// repositoryName names the repository that a directory is the root of, or a part: by its
// module path, and what lies between the module and the directory.
func repositoryName(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for at := dir; ; at = filepath.Dir(at) {
		if data, err := os.ReadFile(filepath.Join(at, "go.mod")); err == nil {
			module := modfile.ModulePath(data)
			rel, err := filepath.Rel(at, dir)
			if module == "" || err != nil {
				return "", fmt.Errorf("%s names no module; name the repository with -name", filepath.Join(at, "go.mod"))
			}
			return path.Join(module, filepath.ToSlash(rel)), nil
		}
		if at == filepath.Dir(at) {
			return "", errors.New("no go.mod names the repository: name it with -name")
		}
	}
}
