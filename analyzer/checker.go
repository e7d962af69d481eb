package analyzer

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/cache"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
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
	models   *model.Table
	store    *cache.Store

	listings []*load.Listing // one for each set of build tags
	services []*service
	irs      map[*load.Package]*ir.Package
	keys     map[*load.Package]cache.Key // of irs
	lowered  int // first-party packages in irs
	skipped  []hop.Skipped
}

// A service is a service with a root, and what was found of it.
type service struct {
	compose.Deployment
	root     *load.Package
	fn       string // "" for main
	settings manifest.Settings
}

func newChecker(ctx context.Context, cfg Config) (*checker, error) {
	dir, err := filepath.Abs(cfg.Dir)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, &ConfigError{errors.New("no directory " + cfg.Dir + ": -C takes the directory to check")}
	}
	if cfg.Progress == nil {
		cfg.Progress = func(string, int, int) {}
	}
	c := &checker{ctx: ctx, irs: make(map[*load.Package]*ir.Package), keys: make(map[*load.Package]cache.Key)}
	if c.manifest, err = readManifest(cfg); err != nil { // before Dir is made absolute: errors name files as the user did
		return nil, err
	}
	cfg.Dir = dir
	c.cfg = cfg
	if err := c.manifest.CheckRoots(dir); err != nil {
		return nil, &ConfigError{err}
	}
	if c.models, err = readModels(c.manifest); err != nil {
		return nil, err
	}
	c.store, err = openCache(cfg.Cache)
	return c, err
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
	for _, s := range c.manifest.Services {
		tags := c.tagsOf(s)
		if s.Root.Text != "" && !slices.ContainsFunc(sets, func(t []string) bool { return slices.Equal(t, tags) }) {
			sets = append(sets, tags)
		}
	}
	return sets
}

func (c *checker) tagsOf(s manifest.Service) []string {
	if len(s.Build.Tags) == 0 {
		return c.cfg.Tags
	}
	return append(slices.Clip(c.cfg.Tags), s.Build.Tags...)
}

func (c *checker) listConfig(tags []string) load.Config {
	cfg := load.Config{Dir: c.cfg.Dir, Patterns: c.cfg.Patterns, Tags: tags, Tests: c.cfg.Tests}
	for _, s := range c.manifest.Services {
		if s.Root.Text != "" && slices.Equal(c.tagsOf(s), tags) {
			cfg.Roots = append(cfg.Roots, filepath.FromSlash(s.Root.Dir))
		}
	}
	if len(cfg.Patterns) == 0 {
		cfg.Patterns = []string{"./..."}
	}
	return cfg
}

// listed notes what could not be listed.
func (c *checker) listed(l *load.Listing) {
	for _, e := range l.Errors {
		c.skip(l.Dir, e.Error(), true)
	}
	for _, m := range l.Missing {
		c.skip(m.Root, m.Reason, false)
	}
}

func (c *checker) skip(pkg, reason string, incomplete bool) {
	c.skipped = append(c.skipped, hop.Skipped{Package: pkg, Reason: c.relative(reason), Incomplete: incomplete})
}

// relative cuts the checked directory off the positions in a text.
func (c *checker) relative(text string) string {
	return strings.ReplaceAll(text, c.cfg.Dir+string(filepath.Separator), "")
}

// findServices finds the services that start in the packages of a listing: those of
// the manifest or, if it names none, one for each main package.
func (c *checker) findServices(l *load.Listing, tags []string) {
	roots := make(map[*load.Package]bool)
	for _, s := range c.manifest.Services {
		if s.Root.Text == "" || !slices.Equal(c.tagsOf(s), tags) {
			continue
		}
		if p := c.packageAt(l, s.Root.Dir); p != nil {
			roots[p] = true
			c.services = append(c.services, &service{
				Deployment: compose.Deployment{Service: s.Name, Role: s.Role, Root: s.Root.Text},
				root:       p,
				fn:         s.Root.Func,
				settings:   s.Settings,
			})
		}
	}
	for _, p := range l.Matched() {
		if p.Name != "main" || roots[p] || !p.FirstParty || c.excluded(p) {
			continue
		}
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

func (c *checker) packageAt(l *load.Listing, dir string) *load.Package {
	dir = filepath.Join(c.cfg.Dir, filepath.FromSlash(dir))
	for _, p := range l.Packages {
		if p.Dir == dir && p.ID == p.Path && !p.Std {
			return p
		}
	}
	return nil
}

func (c *checker) excluded(p *load.Package) bool {
	rel, err := filepath.Rel(c.cfg.Dir, p.Dir)
	if err != nil {
		return false
	}
	rel = "./" + filepath.ToSlash(rel)
	for _, e := range manifest.Names(c.manifest.Exclude) {
		if prefix, ok := strings.CutSuffix(e, "/..."); ok && (rel == prefix || strings.HasPrefix(rel, prefix+"/")) {
			return true
		}
		if rel == e {
			return true
		}
	}
	return false
}
