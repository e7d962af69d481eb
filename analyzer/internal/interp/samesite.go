package interp

import "slices"

// maxReach bounds the search for an object of the same site.
const maxReach = 48

// sameSite returns an object of the site that the context's arguments reach, made by
// a context whose arguments differ from these by nothing but such objects. So
// h = wrap(h) and linked structures come to an end, while a dialler that stores its
// connections in its receiver still makes one for each name.
func (f *frame) sameSite(s site) *object {
	if f.fn == nil {
		return nil
	}
	q := &reachable{frame: f, seen: make(map[value]bool)}
	for _, a := range f.c.args {
		q.add(a)
	}
	if f.c.bind != nil {
		q.add(f.ref(f.c.bind, 0))
	}
	for i := 0; i < len(q.queue); i++ {
		x := q.queue[i]
		o := f.object(x.n)
		if o.site.fn == s.fn && o.site.instr == s.instr && o.site.tag == s.tag && o.site.ctx != s.ctx && f.alike(o.site.ctx) {
			return o
		}
		q.addBelow(x)
	}
	return nil
}

// alike reports whether the arguments of another context are those of this one, but
// for objects.
func (f *frame) alike(other contextID) bool {
	return slices.EqualFunc(f.c.args, f.contexts[other].args, func(a, b setID) bool {
		return a == b || f.withoutObjects(a) == f.withoutObjects(b)
	})
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
