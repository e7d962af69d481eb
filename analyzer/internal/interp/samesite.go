package interp

import "slices"

// maxReach bounds the search for an object of the same site.
const maxReach = 48

// maxHeld is how many objects of one site hold, or are made from, each other before a
// further one is taken for one of them. A program that wraps its endpoints and its clients with the
// same decorator holds two or three in a row. Where recursion makes the objects there
// is no such end, so that the second one is the first.
const maxHeld = 3

// sameSite returns an object of the site that the context's arguments reach, made by
// a context whose arguments differ from these by nothing but such objects, if enough
// of them hold or made each other. So h = wrap(h) and linked structures come to an end, while a
// dialler that stores its connections in its receiver still makes one for each name.
func (f *frame) sameSite(s site) *object {
	if f.fn == nil {
		return nil
	}
	start := f.c.args
	if f.c.bind != nil {
		start = append(slices.Clip(start), f.ref(f.c.bind, 0))
	}
	n := &nesting{frame: f, site: s, depths: make(map[objectID]int)}
	deepest, depth := n.below(start)
	if depth == 0 || depth < maxHeld && !f.isRecursive(f.c) {
		return nil
	}
	return deepest
}

// maxCallers bounds the search for recursion.
const maxCallers = 32

// isRecursive reports whether a context is called on behalf of its own function.
func (m *machine) isRecursive(c *context) bool {
	seen := []contextID{c.id}
	for i := 0; i < len(seen); i++ {
		for _, id := range m.contexts[seen[i]].callers {
			if m.contexts[id].fn == c.fn {
				return true
			}
			if len(seen) < maxCallers && !slices.Contains(seen, id) {
				seen = append(seen, id)
			}
		}
	}
	return false
}

// A nesting measures how many objects of one site hold, or are made from, each other.
type nesting struct {
	*frame
	site   site
	depths map[objectID]int // 0 while it is being measured
}

// below returns the object of the site that holds the most others among what the sets
// reach, and how many it is with them.
func (n *nesting) below(start []setID) (deepest *object, depth int) {
	q := &reachable{frame: n.frame, seen: make(map[value]bool)}
	for _, s := range start {
		q.add(s)
	}
	for i := 0; i < len(q.queue) && depth < maxHeld; i++ {
		x := q.queue[i]
		if o := n.object(x.n); n.isAlike(o) {
			if d := n.depth(o); d > depth {
				deepest, depth = o, d
			}
		}
		q.addBelow(x)
	}
	return deepest, depth
}

// depth returns how many objects of the site hold, or are made from, each other from o
// on: the most, if o holds itself.
func (n *nesting) depth(o *object) int {
	if d, ok := n.depths[o.id]; ok {
		if d == 0 {
			return maxHeld
		}
		return d
	}
	n.depths[o.id] = 0
	inner := &reachable{frame: n.frame, seen: make(map[value]bool)}
	inner.addPlace(&o.root)
	held := slices.Clone(n.contexts[o.site.ctx].args) // what it was made from
	for _, x := range inner.queue {
		held = append(held, n.one(x))
	}
	_, d := n.below(held)
	n.depths[o.id] = min(d+1, maxHeld)
	return n.depths[o.id]
}

// isAlike reports whether an object is of the site, but made by another context with
// arguments that are alike.
func (n *nesting) isAlike(o *object) bool {
	s := n.site
	return o.site.fn == s.fn && o.site.instr == s.instr && o.site.tag == s.tag &&
		o.site.ctx != s.ctx && n.alike(n.c, n.contexts[o.site.ctx], maxAlike)
}

// maxAlike bounds how many closures that make closures are compared.
const maxAlike = 4

// alike reports whether the arguments of two contexts, and of those that made their
// closures, are the same but for objects.
func (f *frame) alike(a, b *context, depth int) bool {
	same := slices.EqualFunc(a.args, b.args, func(x, y setID) bool {
		return x == y || f.withoutObjects(x) == f.withoutObjects(y)
	})
	if !same || a.bind == b.bind || a.bind == nil || b.bind == nil || depth == 0 {
		return same
	}
	return a.bind.site.fn == b.bind.site.fn && a.bind.site.fn != nil &&
		f.alike(f.contexts[a.bind.site.ctx], f.contexts[b.bind.site.ctx], depth-1)
}

// withoutObjects returns the values of a set that are no objects.
func (m *machine) withoutObjects(s setID) setID {
	if plain, ok := m.plain[s]; ok {
		return plain
	}
	var rest []value
	for _, x := range m.members(s) {
		inner := x
		for inner.kind == ifaceValue {
			inner = m.all[inner.n]
		}
		if inner.kind != refValue && inner.kind != structValue {
			rest = append(rest, x)
		}
	}
	plain := m.of(rest)
	m.plain[s] = plain
	return plain
}

// reachable collects the places that values lead to.
type reachable struct {
	*frame
	queue []value
	seen  map[value]bool
}

func (q *reachable) add(s setID) {
	for _, x := range q.opened(s) {
		if x.kind != refValue && x.kind != structValue {
			continue
		}
		x.kind = refValue
		if !q.seen[x] && len(q.queue) < maxReach {
			q.seen[x] = true
			q.queue = append(q.queue, x)
		}
	}
}

// addBelow adds what is stored at and below a place.
func (q *reachable) addBelow(x value) {
	if pl := q.placeAt(q.object(x.n), x.path); pl != nil {
		q.addPlace(pl)
	}
}

func (q *reachable) addPlace(pl *place) {
	q.add(pl.set)
	for _, step := range pl.order {
		if step != routesField && step != childrenField { // what was registered is no part of an object
			q.addPlace(pl.children[step])
		}
	}
}
