package analyzer

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/cache"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/interp"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/load"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// An execution is a program to run, for all services that it is the program of: two
// deployments of one program with the same settings do the same.
type execution struct {
	key      cache.Key
	config   interp.Config
	services []*service
	err      error  // the root is not there
	fault    string // hoplint has failed
}

// interpret runs the programs of the services in the abstract, several at a time. The
// error is a [*ConfigError] for services that start at functions that do not exist.
func (c *checker) interpret() error {
	executions := c.executions()
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	tickets := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, e := range executions {
		wg.Go(func() {
			tickets <- struct{}{}
			defer func() { <-tickets }()
			c.execute(e)
			mu.Lock()
			defer mu.Unlock()
			done++
			c.cfg.Progress("run services", done, len(executions))
		})
	}
	wg.Wait()
	return c.failures(executions)
}

// executions returns the programs to run, in the order of the services.
func (c *checker) executions() []*execution {
	var out []*execution
	byKey := make(map[cache.Key]*execution)
	for _, s := range c.services {
		if c.irs[s.root] == nil {
			continue // what is wrong with it has been said
		}
		config, key := c.program(s)
		e := byKey[key]
		if e == nil {
			e = &execution{key: key, config: config}
			byKey[key] = e
			out = append(out, e)
		}
		e.services = append(e.services, s)
	}
	return out
}

// execute runs a program, unless the cache knows what comes of it.
func (c *checker) execute(e *execution) {
	if c.ctx.Err() != nil {
		return
	}
	p := new(hop.Program)
	data, ok := c.store.Get(programKind, e.key)
	if !ok || json.Unmarshal(data, p) != nil {
		if p = e.run(); p == nil {
			return
		}
		if data, err := json.Marshal(p); err == nil {
			c.store.Put(programKind, e.key, data)
		}
	}
	for _, s := range e.services {
		s.Program = p
	}
}

// run runs the program. One that hoplint fails on costs the others nothing.
func (e *execution) run() (p *hop.Program) {
	defer func() {
		if r := recover(); r != nil {
			p, e.fault = nil, fmt.Sprintf("internal error: %v", r)
		}
	}()
	p, e.err = interp.Run(e.config)
	return p
}

// failures returns an error for the roots that are not there. Where parts of the
// root's package are missing, the root may be one of them: that is no error of the
// manifest.
func (c *checker) failures(executions []*execution) error {
	errs := strict.Errors{File: c.named}
	for _, e := range executions {
		for _, s := range e.services {
			switch {
			case e.fault != "":
				c.skip(s.Root, e.fault, true)
			case e.err == nil:
			case c.broken[s.root]: // as has been said, and the root may be among what is missing
			case c.cfg.Earlier && s.declared != nil:
				c.skip(s.Root, e.err.Error(), false)
			case s.declared == nil || len(c.irs[s.root].Problems) > 0:
				c.skip(s.Root, e.err.Error(), true)
			default:
				errs.Add(s.declared.Root.Pos, "%s", noRoot(s.declared.Root, c.irs[s.root]))
			}
		}
	}
	if err := errs.Err(); err != nil {
		return &ConfigError{err}
	}
	return nil
}

// noRoot says what is wrong with a root that names no function of its package.
func noRoot(root manifest.Root, p *ir.Package) string {
	switch {
	case root.Func != "":
		return fmt.Sprintf("root %q: package %s has no function %s%s", root.Text, p.Path, root.Func,
			strict.Hint(root.Func, functions(p)))
	case p.Name == "main":
		return fmt.Sprintf("root %q: the package has no function main", root.Text)
	}
	return fmt.Sprintf("root %q: %s is no main package; name the function at which the service starts (%s#Func)",
		root.Text, p.Name, root.Text)
}

// functions returns the functions of a package that may be roots, as the manifest
// writes them.
func functions(p *ir.Package) []string {
	var names []string
	for _, f := range p.Funcs {
		name := strings.Replace(f.Name, p.Path+".", "", 1)
		if !strings.ContainsAny(name, "$[/") && name != "init" {
			names = append(names, name)
		}
	}
	return names
}

// program returns what to run for a service, and the key of all that its result
// depends on.
func (c *checker) program(s *service) (interp.Config, cache.Key) {
	cfg := interp.Config{Models: c.models, Root: s.root.Path, Dirs: make(map[string]string)}
	if s.declared != nil {
		cfg.Func = s.declared.Root.Func
		cfg.Args, cfg.Env = s.declared.Settings.Args, s.declared.Settings.Env
	}
	parts := []string{programKind, toolID(), c.models.Digest(), cfg.Root, cfg.Func}
	parts = append(append(parts, "args"), cfg.Args...)
	for _, k := range slices.Sorted(maps.Keys(cfg.Env)) {
		parts = append(parts, "env", k, cfg.Env[k])
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

// deployments returns the services with their programs, and guesses the roles that
// the manifest does not give.
func (c *checker) deployments() []compose.Deployment {
	var out []compose.Deployment
	for _, s := range c.services {
		if s.Guessed && s.Program != nil {
			s.Role = guessRole(s.Service, s.Program)
		}
		s.Role = cmp.Or(s.Role, hop.RoleService)
		out = append(out, s.Deployment)
	}
	return out
}
