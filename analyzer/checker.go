package analyzer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/baseline"
	"github.com/hoplint/hoplint/analyzer/internal/cache"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/load"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// A checker is one run of [Check].
type checker struct {
	ctx      context.Context
	cfg      Config
	manifest *manifest.Manifest
	named    string // the manifest as errors name it
	models   *model.Table
	baseline *baseline.Baseline // nil for none
	others   *others            // other repositories of the system
	store    *cache.Store

	listings []*load.Listing // one for each set of build tags
	services []*service
	irs      map[*load.Package]*ir.Package
	keys     map[*load.Package]cache.Key // of irs
	broken   map[*load.Package]bool      // those that do not type-check
	skipped  []hop.Skipped
}

func newChecker(ctx context.Context, cfg Config) (*checker, error) {
	dir, err := filepath.Abs(cfg.Dir)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, &ConfigError{fmt.Errorf("%s is no directory: -C takes the directory to check", cfg.Dir)}
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil { // the go command names files by their real directories
		return nil, err
	}
	if cfg.Progress == nil {
		cfg.Progress = func(string, int, int) {}
	}
	c := &checker{ctx: ctx, irs: make(map[*load.Package]*ir.Package), keys: make(map[*load.Package]cache.Key), broken: make(map[*load.Package]bool)}
	if c.manifest, err = readManifest(cfg); err != nil { // before Dir is made absolute: errors name files as the user did
		return nil, err
	}
	c.others = new(others)
	if !cfg.alone {
		if c.others, err = readFragments(cfg, c.manifest); err != nil {
			return nil, err
		}
	}
	if !cfg.fresh {
		if c.baseline, err = readBaseline(cfg); err != nil {
			return nil, err
		}
	}
	cfg.Dir = dir
	c.cfg = cfg
	if err := errors.Join(c.checkRoots(), c.checkExcluded()); err != nil {
		return nil, &ConfigError{err}
	}
	if c.models, err = readModels(c.manifest); err != nil {
		return nil, err
	}
	if err := c.placeManifest(); err != nil {
		return nil, err
	}
	c.store, err = openCache(cfg.Cache)
	return c, err
}

// placeManifest has reports name the manifest as they name all files: relative to
// the checked directory. Errors go on naming it as the user did.
func (c *checker) placeManifest() error {
	c.named = c.manifest.File
	if c.named == "" {
		return nil
	}
	file, err := filepath.Abs(c.named)
	if err != nil {
		return err
	}
	placed := *c.manifest
	placed.File = c.shown(file)
	c.manifest = &placed
	return nil
}

// shown returns an absolute file name as reports show it.
func (c *checker) shown(name string) string {
	if rel, err := filepath.Rel(c.cfg.Dir, name); err == nil {
		name = rel
	}
	return filepath.ToSlash(name)
}

// openCache opens the cache. Only a directory that the user named must be usable.
func openCache(dir string) (*cache.Store, error) {
	if dir == "off" {
		return nil, nil
	}
	if dir != "" {
		s, err := cache.Open(dir)
		if err != nil {
			return nil, &ConfigError{err}
		}
		return s, nil
	}
	user, err := os.UserCacheDir()
	if err != nil {
		return nil, nil
	}
	s, err := cache.Open(filepath.Join(user, "hoplint"))
	if err != nil {
		return nil, nil
	}
	return s, nil
}

// list finds the packages and the services that start in them.
func (c *checker) list() error {
	c.cfg.Progress("list packages", 0, 1)
	for _, tags := range c.tagSets() {
		l, err := load.List(c.listConfig(tags))
		if err != nil {
			return listError(err)
		}
		l.Classify(load.FirstParty{
			Prefixes:  manifest.Names(c.manifest.FirstParty),
			Libraries: manifest.Names(c.manifest.Libraries),
			HasModel:  c.models.Known,
		})
		c.listings = append(c.listings, l)
		c.listed(l)
		c.findServices(l, tags)
	}
	c.cfg.Progress("list packages", 1, 1)
	return nil
}

// listError tells a wrong pattern from a run that failed.
func listError(err error) error {
	if _, ok := errors.AsType[*load.NoMatchError](err); ok {
		return &ConfigError{err}
	}
	return err
}

// tagSets returns the sets of build tags that services are built with, the command
// line's own first.
func (c *checker) tagSets() [][]string {
	sets := [][]string{c.cfg.Tags}
	for _, s := range c.rooted() {
		tags := c.tagsOf(s)
		if !slices.ContainsFunc(sets, func(t []string) bool { return slices.Equal(t, tags) }) {
			sets = append(sets, tags)
		}
	}
	return sets
}

func (c *checker) tagsOf(s *manifest.Service) []string {
	if len(s.Build.Tags) == 0 {
		return c.cfg.Tags
	}
	return append(slices.Clip(c.cfg.Tags), s.Build.Tags...)
}

// listConfig says what to list with a set of build tags: the roots of the services
// that are built with it and, with those of the command line, what the patterns match.
func (c *checker) listConfig(tags []string) load.Config {
	cfg := load.Config{Dir: c.cfg.Dir, Tags: tags, Tests: c.cfg.Tests}
	for _, s := range c.rooted() {
		if slices.Equal(c.tagsOf(s), tags) {
			cfg.Roots = append(cfg.Roots, filepath.FromSlash(s.Root.Dir))
		}
	}
	if !slices.Equal(tags, c.cfg.Tags) {
		return cfg
	}
	if cfg.Patterns = c.cfg.Patterns; len(cfg.Patterns) == 0 {
		cfg.Patterns = []string{"./..."}
	}
	return cfg
}

// listed notes what could not be listed.
func (c *checker) listed(l *load.Listing) {
	for _, e := range l.Errors {
		c.skip(".", e.Error(), true)
	}
	for _, s := range c.rooted() {
		i := slices.IndexFunc(l.Missing, func(m load.Missing) bool { return m.Root == filepath.FromSlash(s.Root.Dir) })
		if i >= 0 {
			c.skip(s.Root.Text, l.Missing[i].Reason, false)
		}
	}
}

func (c *checker) skip(pkg, reason string, incomplete bool) {
	c.skipped = append(c.skipped, hop.Skipped{Package: pkg, Reason: c.relative(reason), Incomplete: incomplete})
}

// relative cuts the checked directory off the positions in a text.
func (c *checker) relative(text string) string {
	return strings.ReplaceAll(text, c.cfg.Dir+string(filepath.Separator), "")
}
