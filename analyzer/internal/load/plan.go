package load

// plan decides which packages are made from source. It is decided beforehand, as a
// package that was read from the cache leaves those that it leads to incomplete,
// and an incomplete package cannot be made from source any more: its types would
// be there twice.
//
// Whatever may have to be type-checked needs whole types of what it imports. Where
// those are not in the cache, they are made from source, and so is all below them.
func (t *Types) plan() {
	p := planner{types: t, seen: make(map[*state]bool)}
	for _, s := range t.states {
		if s.follow && !s.settled() {
			p.check(s)
		}
	}
	for len(p.work) > 0 {
		s := p.work[len(p.work)-1]
		p.work = p.work[:len(p.work)-1]
		p.needs(s)
	}
}

// A planner follows what is needed for what.
type planner struct {
	types *Types
	seen  map[*state]bool
	work  []*state // first-party packages that may be type-checked
}

func (p *planner) check(s *state) {
	if !p.seen[s] {
		p.seen[s] = true
		p.work = append(p.work, s)
	}
}

// needs plans for what type-checking s takes.
func (p *planner) needs(s *state) {
	for _, g := range s.generics {
		p.check(g)
	}
	for _, d := range s.below {
		switch {
		case d.pkg.absent() || d.pkg.Path == "unsafe" || p.seen[d]:
		case !d.follow:
			p.library(d)
		case !p.types.stored(d):
			p.fromSource(d)
		}
	}
}

// library plans for a library that a first-party package imports. Only these are
// stored: what a package declares is stored with all that it leads to.
func (p *planner) library(s *state) {
	if p.types.stored(s) {
		return
	}
	s.keep = true
	p.fromSource(s)
}

// fromSource has s and all below made from source.
func (p *planner) fromSource(s *state) {
	stack := []*state{s}
	for len(stack) > 0 {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if s.source {
			continue
		}
		s.source = true
		if s.follow {
			p.check(s)
		}
		stack = append(stack, s.below...)
	}
}

// stored reports whether the declarations of s are in the cache.
func (t *Types) stored(s *state) bool {
	return s.keyed && !t.lost.has(s.key) && t.store.Has(declKind, s.key)
}
