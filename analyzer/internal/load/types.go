package load

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/hoplint/hoplint/analyzer/internal/cache"
)

// Types makes the types of a listing's packages, as far as they are needed.
type Types struct {
	store  *cache.Store
	reader reader
	base   []string // what all keys depend on
	pkgs   []*Package
	states []*state // by Package.index

	known func(*Package, cache.Key) bool
	visit func(*Checked)

	// world guards what the packages that are read from the cache share: reading one
	// adds to the packages that it leads to, while nobody may look at them.
	world sync.RWMutex
	lost  lostKeys
	// failed is set once an entry that was counted on could not be read. Nothing more
	// is made then, and the next round does without the entry.
	failed atomic.Bool
}

// A Checked is a first-party package with syntax and full type information.
type Checked struct {
	Package *Package
	// Key is a digest of all that the package's syntax and types depend on: its
	// files, the declarations of first-party packages that it imports (and the files
	// of those that declare generic functions, at any depth), the versions of
	// libraries, and the platform. What is made from those alone can be stored by it.
	Key   cache.Key
	Fset  *token.FileSet
	Types *types.Package
	Files []*ast.File // with comments
	Info  *types.Info
	// Generics are the first-party packages that this one imports, directly or not,
	// and that declare generic functions or methods; what they import comes first.
	Generics []*Checked
	// Errors are those of the parser and the type checker, at most ten. Types and
	// Info lack what did not type-check.
	Errors []Error
}

// A state is what is known of a package.
type state struct {
	pkg   *Package
	below []*state // what it imports, without cycles, each once
	// follow is set for first-party packages that have files. Of others, key and
	// summary are there from the start.
	follow bool

	key     cache.Key
	keyed   bool // key is known
	summary summary
	summed  bool // summary is known
	asked   bool // the caller was asked about the package
	done    bool // the caller has what it makes of the package
	// generics are the generic first-party packages among this one and all below.
	generics []*state

	source bool // is to be made from its files
	keep   bool // of a library that is made from source: is to be stored

	mu      sync.Mutex
	types   *types.Package // whole
	partial *types.Package // what packages that were read lead to; guarded by world
	checked *Checked       // kept for generic packages
}

// NewTypes prepares to make the types of a listing. With a nil store all is made
// from source. The listing's packages must be classified before.
func NewTypes(l *Listing, store *cache.Store) *Types {
	t := &Types{store: store, reader: newReader(l.target), pkgs: l.Packages}
	t.base = append(l.target.parts(), l.classes.Part())
	for _, p := range l.Packages {
		s := &state{pkg: p, follow: p.FirstParty && !p.absent()}
		for _, d := range p.below() {
			s.below = append(s.below, t.states[d.index])
		}
		if !s.follow {
			s.key, s.keyed, s.asked, s.done, s.summed = p.content, true, true, true, true
			s.summary.sum = p.content
		}
		t.states = append(t.states, s)
	}
	return t
}

// absent reports whether there is nothing to make types of: the go command did not
// find the package.
func (p *Package) absent() bool { return len(p.Files) == 0 && p.Path != "unsafe" }

// Walk goes through the first-party packages, imported ones first. It asks known
// whether the caller still has what it made from the package when its key was the
// same, and otherwise type-checks the package and calls visit. Where known says yes
// for all packages, no file is parsed and no declaration read.
//
// Both functions are called from several goroutines, for each package known once
// and visit at most once, and visit for a package only after visit returned for
// those that it imports. Neither may call methods of t. What visit is given must
// not be changed, and should not be held longer than needed.
func (t *Types) Walk(known func(p *Package, key cache.Key) bool, visit func(*Checked)) {
	t.known, t.visit = known, visit
	for {
		inOrder(t.pkgs, func(p *Package) { t.resolve(t.states[p.index]) })
		if !slices.ContainsFunc(t.states, func(s *state) bool { return !s.settled() }) {
			return
		}
		t.plan()
		t.failed.Store(false)
		inOrder(t.pkgs, func(p *Package) { t.sweep(t.states[p.index]) })
		if !t.failed.Load() {
			return
		}
		t.reset()
	}
}

// settled reports whether nothing is to be done about a package for its own sake.
func (s *state) settled() bool { return s.summed && s.done }

// resolve finds out what can be known of a package without types: its key, once
// those of its imports are known, whether the caller has it, and its summary.
func (t *Types) resolve(s *state) {
	if !s.keyed {
		if slices.ContainsFunc(s.below, func(d *state) bool { return !d.summed }) {
			return
		}
		s.key, s.keyed = t.keyOf(s), true
	}
	if !s.summed {
		data, _ := t.store.Get(sumKind, s.key)
		s.summary, s.summed = decodeSummary(data)
	}
	s.generics = genericsOf(s)
	if !s.asked {
		s.asked, s.done = true, t.known(s.pkg, s.key)
	}
}

// keyOf is what a first-party package depends on: itself, and what its imports declare.
func (t *Types) keyOf(s *state) cache.Key {
	parts := append(slices.Clip(t.base), s.pkg.own.Part())
	for _, path := range s.pkg.importPaths() {
		if d := s.pkg.Imports[path]; d.index < s.pkg.index {
			parts = append(parts, path, t.states[d.index].summary.sum.Part())
		}
	}
	return cache.KeyOf(parts...)
}

// genericsOf lists the generic packages among s and all below, in import order.
func genericsOf(s *state) []*state {
	var all []*state
	for _, d := range s.below {
		all = append(all, d.generics...)
	}
	if s.summary.generic {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b *state) int { return a.pkg.index - b.pkg.index })
	return slices.Clip(slices.Compact(all))
}

// sweep does what is to be done about a package when all below is done.
func (t *Types) sweep(s *state) {
	if t.failed.Load() {
		return
	}
	t.resolve(s)
	if s.source || !s.settled() {
		s.source = true
		t.complete(s)
	}
}

// reset forgets all types, but nothing that was found out with their help.
func (t *Types) reset() {
	for _, s := range t.states {
		s.types, s.partial, s.checked = nil, nil, nil
		s.source, s.keep = false, false
	}
}

// lostKeys are the entries that are there and cannot be read.
type lostKeys struct {
	mu   sync.Mutex
	keys map[cache.Key]bool
}

func (l *lostKeys) add(k cache.Key) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.keys == nil {
		l.keys = make(map[cache.Key]bool)
	}
	l.keys[k] = true
}

func (l *lostKeys) has(k cache.Key) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.keys[k]
}
