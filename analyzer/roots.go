package analyzer

import (
	"cmp"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/load"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// A service is a service with a root, and what was found of it.
type service struct {
	compose.Deployment
	declared *manifest.Service // nil without a manifest
	root     *load.Package
}

// checkRoots refuses roots that are not there.
func (c *checker) checkRoots() error {
	if c.cfg.Earlier {
		return nil
	}
	return c.manifest.CheckRoots(c.cfg.Dir)
}

// checkExcluded refuses roots in directories that are left out.
func (c *checker) checkExcluded() error {
	errs := strict.Errors{File: c.manifest.File}
	for _, s := range c.rooted() {
		for _, e := range c.manifest.Exclude {
			if covers(e.Name, s.Root.Dir) {
				errs.Add(s.Root.Pos, "root %q is left out by exclude, on line %d", s.Root.Text, e.Pos.Line)
				break
			}
		}
	}
	return errs.Err()
}

// rooted returns the services of the manifest that have a root.
func (c *checker) rooted() []*manifest.Service {
	var out []*manifest.Service
	for i := range c.manifest.Services {
		if s := &c.manifest.Services[i]; s.Root.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// findServices finds the services that start in the packages of a listing: those of
// the manifest or, if it names none, one for each main package.
func (c *checker) findServices(l *load.Listing, tags []string) {
	for _, s := range c.rooted() {
		if p := c.packageAt(l, s.Root.Dir); p != nil && slices.Equal(c.tagsOf(s), tags) {
			c.services = append(c.services, &service{
				Deployment: compose.Deployment{
					Service: s.Name,
					Role:    cmp.Or(s.Role, hop.RoleService),
					Root:    s.Root.Text,
					Guessed: s.Role == "",
				},
				declared: s,
				root:     p,
			})
		}
	}
	for _, p := range c.otherMains(l) {
		if len(c.manifest.Services) > 0 {
			c.skip(p.Path, "a main package that no service of the manifest starts in", false)
			continue
		}
		c.services = append(c.services, &service{Deployment: c.guessed(l, p), root: p})
	}
	if len(c.manifest.Services) == 0 {
		c.uniqueNames()
	}
}

// otherMains returns the main packages in which no service of the manifest starts.
func (c *checker) otherMains(l *load.Listing) []*load.Package {
	roots := make(map[string]bool)
	for _, s := range c.rooted() {
		roots[c.absolute(s.Root.Dir)] = true
	}
	var out []*load.Package
	for _, p := range l.Matched() {
		if p.Name == "main" && p.FirstParty && isProgram(p) && !roots[p.Dir] && !c.excluded(p) {
			out = append(out, p)
		}
	}
	return out
}

// packageAt returns the package in a directory, with its test files if there is one
// with them; nil if there is none.
func (c *checker) packageAt(l *load.Listing, dir string) *load.Package {
	dir = c.absolute(dir)
	var found *load.Package
	for _, p := range l.Packages {
		if p.Dir == dir && isProgram(p) && !p.Std && (found == nil || p.ID != p.Path) {
			found = p
		}
	}
	return found
}

// isProgram reports whether p is what a build of its directory gives, with or without
// its test files: neither an external test nor compiled for another package's test.
func isProgram(p *load.Package) bool {
	return p.ID == p.Path || p.ID == p.Path+" ["+p.Path+".test]"
}

// absolute returns the directory that the manifest calls dir.
func (c *checker) absolute(dir string) string {
	return filepath.Join(c.cfg.Dir, filepath.FromSlash(dir))
}

func (c *checker) excluded(p *load.Package) bool {
	rel, err := filepath.Rel(c.cfg.Dir, p.Dir)
	return err == nil && slices.ContainsFunc(c.manifest.Exclude, func(e manifest.Name) bool {
		return covers(e.Name, filepath.ToSlash(rel))
	})
}

// covers reports whether an entry of exclude, "./dir" or "./dir/...", covers a
// directory, "." or "dir/below".
func covers(entry, dir string) bool {
	prefix, below := strings.CutSuffix(entry, "/...")
	if prefix = path.Clean(prefix); prefix == "." && below {
		return dir != ".." && !strings.HasPrefix(dir, "../")
	}
	return dir == prefix || below && strings.HasPrefix(dir, prefix+"/")
}
