package interp

import "slices"

// What a field held before it was wrapped in place, c.doer = wrap(c.doer), is only
// reached through the wrapper from then on. Whoever reads the field gets the wrapper
// alone; only the store that wraps gets what it wraps.

// cover notes what a store that is made of what was there before holds of that.
func (f *frame) cover(addrs, s setID, w writer) {
	if !slices.ContainsFunc(f.opened(s), wraps) {
		return
	}
	for _, x := range f.members(addrs) {
		if x.kind != refValue {
			continue
		}
		o := f.object(x.n)
		pl := f.placeAt(o, x.path)
		if pl == nil {
			continue
		}
		i := slices.IndexFunc(pl.own, func(o ownWrite) bool { return o.writer == w })
		if i < 0 {
			continue
		}
		if holds := f.join(pl.own[i].holds, f.heldOf(pl, s)); holds != pl.own[i].holds {
			pl.own[i].holds = holds
			f.notify(&o.root, f.steps(x.path))
		}
	}
}

// wraps reports whether a value may hold others.
func wraps(x value) bool { return x.kind == refValue || x.kind == structValue }

// heldOf returns what of a place's values can be reached from the wrappers among them by
// other ways than the place, but not what the wrappers can be reached from.
func (f *frame) heldOf(pl *place, wrappers setID) setID {
	held := f.heldBy(wrappers, pl)
	var out []value
	for _, id := range f.sets[pl.set] {
		x := f.all[id]
		if !held[id] || x.kind <= nilValue || x.kind == stringValue || slices.Contains(f.sets[wrappers], id) {
			continue
		}
		back := f.heldBy(f.set([]valueID{id}), pl)
		if !slices.ContainsFunc(f.sets[wrappers], func(w valueID) bool { return back[w] }) {
			out = append(out, x)
		}
	}
	return f.of(out)
}

// heldBy returns the values that are stored in what a set leads to, but for one place.
func (f *frame) heldBy(s setID, except *place) map[valueID]bool {
	q := &reachable{frame: f, seen: make(map[value]bool)}
	q.add(s)
	held := make(map[valueID]bool)
	for i := 0; i < len(q.queue); i++ {
		q.addBelow(q.queue[i])
		if pl := f.placeAt(f.object(q.queue[i].n), q.queue[i].path); pl != nil {
			f.gather(pl, except, held)
		}
	}
	return held
}

func (f *frame) gather(pl, except *place, held map[valueID]bool) {
	if pl == except {
		return
	}
	for _, id := range f.sets[pl.set] {
		held[id] = true
	}
	for _, step := range pl.order {
		f.gather(pl.children[step], except, held)
	}
}

// isLater reports whether the read that is going on comes before a write: what is read is
// for the writer itself, or for one whose wrapper the writer's wrapper holds.
func (h *heap) isLater(pl *place, o *ownWrite) bool {
	return slices.ContainsFunc(h.without, func(w writer) bool {
		i := slices.IndexFunc(pl.own, func(o ownWrite) bool { return o.writer == w })
		return w == o.writer || i >= 0 && slices.ContainsFunc(h.sets[pl.own[i].set], func(id valueID) bool {
			return slices.Contains(h.sets[o.holds], id)
		})
	})
}

// uncovered returns a set without what is held by others in it, if that leaves any.
func (h *heap) uncovered(s, held setID) setID {
	if held == bottom {
		return s
	}
	rest := slices.DeleteFunc(slices.Clone(h.sets[s]), func(id valueID) bool { return slices.Contains(h.sets[held], id) })
	if len(rest) == 0 {
		return s
	}
	return h.set(rest)
}
