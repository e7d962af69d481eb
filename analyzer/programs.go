package analyzer

import (
	"encoding/json"
	"maps"
	"runtime"
	"slices"
	"sync"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/cache"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/interp"
	"github.com/hoplint/hoplint/analyzer/internal/load"
)

// interpret runs the program of each service in the abstract, several at a time.
func (c *checker) interpret() {
	var wg sync.WaitGroup
	tickets := make(chan struct{}, runtime.GOMAXPROCS(0))
	errs := make([]error, len(c.services))
	for i, s := range c.services {
		wg.Go(func() {
			tickets <- struct{}{}
			defer func() { <-tickets }()
			errs[i] = c.run(s)
		})
	}
	wg.Wait()
	for i, s := range c.services {
		if errs[i] != nil {
			c.skip(s.Root, errs[i].Error(), true)
		}
	}
}

// run runs the program of a service, unless the cache knows what comes of it.
func (c *checker) run(s *service) error {
	cfg, key := c.program(s)
	if data, ok := c.store.Get(programKind, key); ok {
		p := new(hop.Program)
		if json.Unmarshal(data, p) == nil {
			s.Program = p
			return nil
		}
	}
	if c.irs[s.root] == nil {
		return nil // what is wrong with it has been said
	}
	p, err := interp.Run(cfg)
	if err != nil {
		return err
	}
	s.Program = p
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	c.store.Put(programKind, key, data)
	return nil
}

// program returns what to run for a service, and the key of all that its result
// depends on.
func (c *checker) program(s *service) (interp.Config, cache.Key) {
	cfg := interp.Config{
		Models: c.models,
		Root:   s.root.Path,
		Func:   s.fn,
		Dirs:   make(map[string]string),
		Args:   s.settings.Args,
		Env:    s.settings.Env,
	}
	parts := []string{programKind, c.models.Digest(), s.root.Path, s.fn}
	parts = append(append(parts, "args"), s.settings.Args...)
	for _, k := range slices.Sorted(maps.Keys(s.settings.Env)) {
		parts = append(parts, "env", k, s.settings.Env[k])
	}
	for _, p := range closure(s.root) {
		if q := c.irs[p]; q != nil {
			cfg.Packages = append(cfg.Packages, q)
			cfg.Dirs[p.Path] = c.dirOf(p)
			parts = append(parts, "package", p.Path, cfg.Dirs[p.Path], c.keys[p].Part())
		}
	}
	return cfg, cache.KeyOf(parts...)
}

// closure returns the first-party packages that root is made of: imported ones first,
// in an order that is the same in every run.
func closure(root *load.Package) []*load.Package {
	var out []*load.Package
	seen := make(map[*load.Package]bool)
	var walk func(*load.Package)
	walk = func(p *load.Package) {
		if seen[p] || !p.FirstParty {
			return
		}
		seen[p] = true
		for _, path := range slices.Sorted(maps.Keys(p.Imports)) {
			walk(p.Imports[path])
		}
		out = append(out, p)
	}
	walk(root)
	return out
}

// deployments returns the services with their programs.
func (c *checker) deployments() []compose.Deployment {
	var out []compose.Deployment
	for _, s := range c.services {
		if s.Guessed && s.Program != nil {
			s.Role = guessRole(s.Service, s.Program)
		}
		out = append(out, s.Deployment)
	}
	return out
}
