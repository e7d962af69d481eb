package interp

import "slices"

// findJoined finds which goroutines of the region are waited for: those that signal what
// the activity, or a goroutine that it waits for, waits on. Who started them does not
// matter: that may be a goroutine which nobody waits for.
func (r *region) findJoined() {
	r.waited, r.tokens = make(map[valueID]bool), make(map[valueID]tokens)
	r.inside, r.beside = make(map[contextID]bool), make(map[contextID]bool)
	r.watched = make(map[objectID]bool)
	if r.serving != nil {
		r.waited[r.subscribedAs(r.serving)], r.watched[r.serving.id] = true, true
	}
	r.enterAll(r.start)
	for r.joinMore(false) || r.joinMore(true) {
	}
}

// joinMore looks once at all goroutines that start in the region, or at the jobs that
// are handed to workers, and reports whether it found something new.
func (r *region) joinMore(jobs bool) bool {
	grew := false
	for _, id := range append(sortedKeys(r.inside), sortedKeys(r.beside)...) {
		for i := range r.contexts[id].edges {
			e := &r.contexts[id].edges[i]
			if e.kind != goEdge && e.kind != laterEdge || r.joined[e] || (e.worker != nil) != jobs || !r.handsOver(e) {
				continue
			}
			if r.ends(e) {
				r.joined[e] = true
				r.enterAll(e.callee)
				grew = true
			} else if e.callee != noContext && !r.beside[e.callee] {
				for _, c := range r.sameGoroutine(e.callee) {
					r.beside[c] = true
				}
				grew = true
			}
		}
	}
	return grew
}

// ends reports whether a goroutine tells the activity that it is done. That of a worker
// does so by what the job carries.
func (r *region) ends(e *edge) bool {
	if e.worker == nil {
		return r.signalsWaited(e)
	}
	return slices.ContainsFunc(r.sameGoroutine(e.callee), func(id contextID) bool {
		return slices.ContainsFunc(r.contexts[id].signals, func(s valueID) bool {
			return r.waited[s] && slices.Contains(e.carried, objectID(r.all[s].n))
		})
	})
}

// handsOver reports whether an edge, if it is that of a job, leads out of the activity:
// to a worker that runs, and that is not one of the activity's own, with something that
// the activity waits on.
func (r *region) handsOver(e *edge) bool {
	return e.worker == nil || !r.inside[e.worker.id] && r.runs(e.worker.id) &&
		slices.ContainsFunc(e.carried, func(o objectID) bool { return r.watched[o] })
}

// leads reports whether the activity follows an edge. A job is part of it where it waits
// for that, or for what its worker has others do; else the worker has it done on its own.
func (r *region) leads(e *edge) bool {
	return e.worker == nil || r.joined[e] || r.handsOver(e) && r.relays(e.callee, make(map[contextID]bool))
}

// relays reports whether a goroutine starts, at any depth, one that is waited for.
func (r *region) relays(start contextID, seen map[contextID]bool) bool {
	if seen[start] {
		return false
	}
	seen[start] = true
	for _, id := range r.sameGoroutine(start) {
		for i := range r.contexts[id].edges {
			e := &r.contexts[id].edges[i]
			if e.kind == goEdge && r.handsOver(e) && (r.joined[e] || r.relays(e.callee, seen)) {
				return true
			}
		}
	}
	return false
}

// enterAll adds what runs on the goroutine of start, and what it waits for.
func (r *region) enterAll(start contextID) {
	tokens := r.hasTokens()
	for _, id := range r.sameGoroutine(start) {
		r.inside[id] = true
		for _, w := range r.contexts[id].waits {
			r.waited[w.on] = true
			r.watched[objectID(r.all[w.on].n)] = true
		}
		if tokens {
			r.putAll(r.contexts[id])
		}
	}
}
