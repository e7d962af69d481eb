package load

import (
	"errors"
	"fmt"
	"go/types"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

// complete makes the types of s whole. It reports false if that failed for want of
// a cache entry.
func (t *Types) complete(s *state) bool {
	s.mu.Lock() // goes down the imports only, so nobody waits in a circle
	defer s.mu.Unlock()
	switch {
	case t.failed.Load():
		return false
	case t.typesOf(s) != nil || s.pkg.absent():
		return true
	case s.pkg.Path == "unsafe":
		t.setTypes(s, types.Unsafe)
		return true
	case s.follow && (s.source || s.summary.generic):
		return t.check(s)
	case s.source:
		return t.declare(s)
	}
	return t.read(s)
}

func (t *Types) typesOf(s *state) *types.Package {
	t.world.RLock()
	defer t.world.RUnlock()
	return s.types
}

func (t *Types) setTypes(s *state, pkg *types.Package) {
	t.world.Lock()
	defer t.world.Unlock()
	s.types = pkg
}

// completeBelow makes whole what s imports. Generic packages come first: reading
// others would leave them incomplete.
func (t *Types) completeBelow(s *state) bool {
	for _, g := range s.generics {
		if g != s && !t.complete(g) {
			return false
		}
	}
	for _, d := range s.below {
		if !t.complete(d) {
			return false
		}
	}
	return true
}

// declare makes a library from source.
func (t *Types) declare(s *state) bool {
	if !t.completeBelow(s) {
		return false
	}
	t.setTypes(s, t.declared(s))
	return true
}

func (t *Types) declared(s *state) *types.Package {
	t.world.RLock()
	defer t.world.RUnlock()
	pkg := t.reader.declare(s.pkg, t.importer(s))
	if s.keep && t.store != nil {
		if data, err := writeDecls(pkg); err == nil {
			t.store.Put(declKind, s.key, data)
		}
	}
	return pkg
}

// importer finds the types that s imports, which are whole.
func (t *Types) importer(s *state) imports {
	return func(path string) (*types.Package, error) {
		d := s.pkg.Imports[path]
		switch {
		case path == "unsafe":
			return types.Unsafe, nil
		case d == nil:
			return nil, errors.New("the go command did not list it")
		case d.index >= s.pkg.index:
			return nil, errors.New("import cycle")
		case t.states[d.index].types != nil:
			return t.states[d.index].types, nil
		case len(d.Errors) > 0:
			return nil, errors.New(d.Errors[0].Msg)
		}
		return nil, errors.New("it has no Go files")
	}
}

// read makes s from its declarations in the cache.
func (t *Types) read(s *state) bool {
	for _, g := range s.generics {
		if !t.complete(g) {
			return false
		}
	}
	data, ok := t.store.Get(declKind, s.key)
	if ok && t.readInto(s, data) == nil {
		return true
	}
	t.lost.add(s.key)
	t.store.Remove(declKind, s.key)
	t.failed.Store(true)
	return false
}

func (t *Types) readInto(s *state, data []byte) error {
	t.world.Lock()
	defer t.world.Unlock()
	below := s.reachable()
	pkgs := make(map[string]*types.Package, len(below))
	for _, d := range below {
		if pkg := d.types; pkg != nil {
			pkgs[d.pkg.Path] = pkg
		} else if d.partial != nil {
			pkgs[d.pkg.Path] = d.partial
		}
	}
	pkg, err := readDecls(data, pkgs, s.pkg.Path)
	if err != nil {
		return fmt.Errorf("cannot read the declarations of %s: %v", s.pkg.Path, err)
	}
	for _, d := range below {
		d.partial = pkgs[d.pkg.Path]
	}
	s.types = pkg
	return nil
}

// reachable is s and all below.
func (s *state) reachable() []*state {
	seen := map[*state]bool{s: true}
	all := []*state{s}
	for i := 0; i < len(all); i++ {
		for _, d := range all[i].below {
			if !seen[d] {
				seen[d] = true
				all = append(all, d)
			}
		}
	}
	return all
}

// check type-checks a first-party package and shows it to the caller.
func (t *Types) check(s *state) bool {
	if !t.completeBelow(s) {
		return false
	}
	c := t.checked(s)
	t.setTypes(s, c.Types)
	return true
}

func (t *Types) checked(s *state) *Checked {
	t.world.RLock()
	defer t.world.RUnlock()
	src := t.reader.full(s.pkg, t.importer(s))
	c := &Checked{
		Package: s.pkg, Key: s.key, Fset: t.reader.fset,
		Types: src.types, Files: src.files, Info: src.info, Errors: src.errors,
	}
	for _, g := range s.generics {
		if g != s {
			c.Generics = append(c.Generics, g.checked)
		}
	}
	if !s.done {
		t.visit(c)
		s.done = true
	}
	t.summarise(s, c.Types)
	if s.summary.generic {
		s.checked = c
	}
	return c
}

// summarise finds the summary of a package that was type-checked, unless it was
// known before, and stores it and the declarations.
func (t *Types) summarise(s *state, pkg *types.Package) {
	if t.store == nil {
		t.summariseUnstored(s, pkg)
		return
	}
	if s.summed && t.stored(s) {
		return
	}
	decls, err := writeDecls(pkg)
	if err == nil {
		t.store.Put(declKind, s.key, decls)
	}
	if s.summed {
		return // others may be reading it
	}
	s.setGeneric(isGeneric(pkg))
	s.summary.sum = sumOf(decls, s.generics)
	if err != nil {
		// Too broken to say what it declares: whatever changes in it counts.
		s.summary.sum = cache.KeyOf(format, s.key.Part())
	}
	s.summed = true
	t.store.Put(sumKind, s.key, s.summary.encode())
}

// summariseUnstored does without the digest of the declarations: it is of use only
// in another run.
func (t *Types) summariseUnstored(s *state, pkg *types.Package) {
	if !s.summed {
		s.setGeneric(isGeneric(pkg))
		s.summary.sum, s.summed = s.pkg.content, true
	}
}

func (s *state) setGeneric(generic bool) {
	s.summary.generic = generic
	s.generics = genericsOf(s)
}
