package analyzer

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/cache"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/load"
	"github.com/hoplint/hoplint/analyzer/internal/lower"
)

// The kinds of cache entries. Their numbers change with what the phase makes of the
// same input.
const (
	irKind      = "ir12"
	programKind = "program22"
)

// lower lowers the first-party packages that services are made of. Those of which
// the ir is in the cache are neither parsed nor type-checked.
func (c *checker) lower() {
	for _, l := range c.listings {
		l.Restrict(c.rootsIn(l))
		w := &lowering{checker: c, first: make(map[string]bool)}
		for _, p := range l.Packages {
			if p.FirstParty {
				w.total++
				w.first[p.Path] = true
			}
			c.listErrors(p)
		}
		load.NewTypes(l, c.store).Walk(w.known, w.visit)
	}
}

// rootsIn returns the packages of a listing in which services start.
func (c *checker) rootsIn(l *load.Listing) []*load.Package {
	var roots []*load.Package
	for _, p := range l.Packages {
		for _, s := range c.services {
			if s.root == p {
				roots = append(roots, p)
			}
		}
	}
	return roots
}

// listErrors notes what the go command says against a first-party package. What it
// says of a library blinds nobody: the library's declarations are read all the same.
func (c *checker) listErrors(p *load.Package) {
	if p.FirstParty && len(p.Errors) > 0 {
		c.skip(p.Path, p.Errors[0].Error(), true)
	}
}

// A lowering is the lowering of one listing's packages.
type lowering struct {
	*checker
	first map[string]bool // first-party import paths
	mu    sync.Mutex
	done  int
	total int
}

// known reports whether the cache has the ir of a package, and keeps it if so.
func (w *lowering) known(p *load.Package, key cache.Key) bool {
	data, ok := w.store.Get(irKind, irKey(key))
	if !ok {
		return false
	}
	q, err := ir.Decode(data)
	if err != nil {
		return false
	}
	w.keep(p, q, key)
	return true
}

// visit lowers a package that was type-checked. Of one with errors, the functions that
// hold none are lowered; that is said in each run, and so not kept for the next.
func (w *lowering) visit(k *load.Checked) {
	p := k.Package
	if w.ctx.Err() != nil {
		return
	}
	src := lower.Source{Types: k.Types, Files: k.Files, Info: k.Info}
	for _, e := range k.Errors {
		src.Broken = append(src.Broken, e.Pos)
	}
	q, err := lowered(w.config(k), src)
	switch {
	case len(k.Errors) > 0:
		w.fail(p, k.Errors[0].Error())
		w.keepBroken(p, q, k.Key)
	case err != nil:
		w.fail(p, err.Error())
	default:
		w.store.Put(irKind, irKey(k.Key), ir.Encode(q))
		w.keep(p, q, k.Key)
	}
}

// lowered lowers a package. One that hoplint fails on costs the others nothing.
func lowered(cfg lower.Config, src lower.Source) (p *ir.Package, err error) {
	err = safely(func() (err error) {
		p, err = lower.Package(cfg, src)
		return err
	})
	return p, err
}

// keepBroken keeps what there is of a package that does not type-check, nil if nothing.
func (w *lowering) keepBroken(p *load.Package, q *ir.Package, key cache.Key) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.broken[p] = true
	if q != nil {
		w.irs[p] = q
		w.keys[p] = key
	}
}

// irKey is the key of the ir that this build makes of a package.
func irKey(key cache.Key) cache.Key { return cache.KeyOf(toolID(), key.Part()) }

func (w *lowering) config(k *load.Checked) lower.Config {
	cfg := lower.Config{
		Fset:       k.Fset,
		Dir:        k.Package.Dir,
		FirstParty: func(path string) bool { return w.first[path] },
	}
	for _, g := range k.Generics {
		if len(g.Errors) == 0 {
			cfg.Generics = append(cfg.Generics, lower.Source{Types: g.Types, Files: g.Files, Info: g.Info})
		}
	}
	return cfg
}

// keep keeps the ir of a package, and notes what is missing in it.
func (w *lowering) keep(p *load.Package, q *ir.Package, key cache.Key) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.irs[p] = q
	w.keys[p] = key
	w.done++
	w.cfg.Progress("read packages", w.done, w.total)
	w.skipped = append(w.skipped, problems(q)...)
}

// problems says which functions of a package are missing in its ir.
func problems(p *ir.Package) []hop.Skipped {
	var out []hop.Skipped
	for _, problem := range p.Problems {
		out = append(out, hop.Skipped{
			Package:    p.Path,
			Reason:     fmt.Sprintf("%s: %s", problem.Func, problem.Text),
			Incomplete: true,
		})
	}
	return out
}

func (w *lowering) fail(p *load.Package, reason string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.done++
	w.skip(p.Path, reason, true)
}

// dirOf returns the directory of a package as positions show it. What lies in the module
// cache has nothing to do with the checked directory; the rest of the system has, wherever
// the system lies.
func (c *checker) dirOf(p *load.Package) string {
	dir := c.shown(p.Dir)
	if local := p.Module == nil || p.Module.Local; local || !strings.HasPrefix(dir, "..") {
		return dir
	}
	return filepath.ToSlash(p.Dir)
}

// packages counts the packages that were lowered as a whole, each once whatever it is
// built with.
func (c *checker) packages() int {
	dirs := make(map[string]bool)
	for p := range c.irs {
		if !c.broken[p] {
			dirs[p.Dir] = true
		}
	}
	return len(dirs)
}
