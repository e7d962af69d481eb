package analyzer

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/fragment"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// others are the fragments of other repositories that a manifest names.
type others struct {
	fragments []*fragment.Fragment
	unmatched []manifest.Name // globs that no file matches
}

// join joins the fragments with the manifest. Without fragments the manifest is the system.
func (o *others) join(m *manifest.Manifest) *fragment.System {
	if len(m.Fragments) == 0 {
		return &fragment.System{Manifest: m}
	}
	s := fragment.Join(m, o.fragments)
	for _, n := range o.unmatched {
		s.Skipped = append(s.Skipped, hop.Skipped{Package: n.Name, Reason: "no fragment is there: services of other repositories are not analysed"})
	}
	return s
}

// readFragments reads the fragments that the manifest names relative to a directory, but
// not the one that this repository has written itself: its code is newer. The error is a
// [*ConfigError] that tells of all files.
func readFragments(cfg Config, m *manifest.Manifest) (*others, error) {
	files, unmatched, err := fragmentFiles(cfg, m)
	if err != nil {
		return nil, err
	}
	o := &others{unmatched: unmatched}
	own, _ := repositoryName(cfg.Dir)
	var errs []error
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			errs = append(errs, fmt.Errorf("cannot read the fragment: %v", err))
			continue
		}
		f, err := fragment.Read(file, data)
		if err != nil {
			errs = append(errs, err)
		} else if f.Repository != own {
			o.fragments = append(o.fragments, f)
		}
	}
	if errs = append(errs, o.check(m)); errors.Join(errs...) != nil {
		return nil, &ConfigError{errors.Join(errs...)}
	}
	if len(m.Fragments) > 0 {
		if err := m.CheckServices(o.services()); err != nil {
			return nil, &ConfigError{err}
		}
	}
	return o, nil
}

// fragmentFiles returns the files that the manifest's globs match, sorted, and the globs
// that match none.
func fragmentFiles(cfg Config, m *manifest.Manifest) (files []string, unmatched []manifest.Name, err error) {
	errs := strict.Errors{File: m.File}
	for _, n := range m.Fragments {
		found, err := cfg.glob(filepath.FromSlash(n.Name))
		if err != nil {
			errs.Add(n.Pos, "fragments %q: bad glob: %v", n.Name, err)
		}
		if len(found) == 0 {
			unmatched = append(unmatched, n)
		}
		files = append(files, found...)
	}
	if err := errs.Err(); err != nil {
		return nil, nil, &ConfigError{err}
	}
	slices.Sort(files)
	return slices.Compact(files), unmatched, nil
}

// glob returns the files that a pattern matches, from the checked directory or where that
// is a copy of.
func (cfg Config) glob(pattern string) ([]string, error) {
	if filepath.IsAbs(pattern) {
		return filepath.Glob(pattern)
	}
	found, err := filepath.Glob(filepath.Join(literal.Replace(cfg.Dir), pattern))
	if len(found) == 0 && err == nil && cfg.Beside != "" {
		return filepath.Glob(filepath.Join(literal.Replace(cfg.Beside), pattern))
	}
	return found, err
}

// literal keeps the characters of a directory's name from being read as a glob's.
var literal = strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`, `\`, `\\`)

// check checks that each service is that of one repository.
func (o *others) check(m *manifest.Manifest) error {
	var errs []error
	holder := make(map[string]string)
	for _, f := range o.fragments {
		for _, s := range f.Services {
			if i := slices.IndexFunc(m.Services, func(own manifest.Service) bool { return own.Name == s.Name && own.Root.Text != "" }); i >= 0 {
				errs = append(errs, fmt.Errorf("%s: service %q of %s starts in this repository, too (%s): rename one of them, or leave the fragment out",
					f.File, s.Name, f.Repository, m.Services[i].Root.Pos.In(m.File)))
			}
			if before, ok := holder[s.Name]; ok {
				errs = append(errs, fmt.Errorf("%s: service %q is in %s already: leave out the older fragment, or rename the service", f.File, s.Name, before))
				continue
			}
			holder[s.Name] = f.File
		}
	}
	return errors.Join(errs...)
}

// services returns the names that the fragments speak of.
func (o *others) services() []string {
	var names []string
	for _, f := range o.fragments {
		for _, s := range f.Services {
			names = append(names, s.Name)
		}
		for _, s := range f.Manifest.Services {
			names = append(names, s.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
