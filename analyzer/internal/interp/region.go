package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A region is the part of the call graph that one activity runs: an endpoint's
// handler, or the program from its root.
type region struct {
	*machine
	start  contextID
	states []state
	index  map[stateKey]int
	waited map[valueID]bool
	joined map[*edge]bool
	exits  []exit // edges that hand the request to something else
}

// A stateKey is a context together with how the activity got there.
type stateKey struct {
	ctx     contextID
	loop    hop.Loop
	awaited hop.Awaited
	context hop.Context
	endless bool
	topic   *object
}

// A state is a stateKey with the first, thus shortest, way there.
type state struct {
	stateKey
	from  int // index of the state before, -1 for the first
	instr int32
	// transport is set within the transport of a client.
	transport bool
}

// An exit is an edge that leaves a region: what serves or dispatches.
type exit struct {
	state int
	edge  *edge
}

func (m *machine) newRegion(start contextID, context hop.Context) *region {
	r := &region{machine: m, start: start, index: make(map[stateKey]int), joined: make(map[*edge]bool)}
	r.findJoined()
	r.reach(stateKey{ctx: start, awaited: hop.Direct, context: context}, -1, -1)
	for i := 0; i < len(r.states); i++ {
		r.step(i)
	}
	return r
}

// findJoined finds which goroutines of the region are waited for: those that signal what
// the activity, or a goroutine that it waits for, waits on.
func (r *region) findJoined() {
	r.waited = make(map[valueID]bool)
	inside := make(map[contextID]bool)
	r.enterAll(r.start, inside)
	for grew := true; grew; {
		grew = false
		for _, id := range sortedContexts(inside) {
			for i := range r.contexts[id].edges {
				e := &r.contexts[id].edges[i]
				if e.kind != goEdge || r.joined[e] || !r.signalsWaited(e) {
					continue
				}
				r.joined[e] = true
				r.enterAll(e.callee, inside)
				grew = true
			}
		}
	}
}

func sortedContexts(set map[contextID]bool) []contextID {
	ids := make([]contextID, 0, len(set))
	for id := range set {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// enterAll adds what runs on the goroutine of start, and what it waits for.
func (r *region) enterAll(start contextID, inside map[contextID]bool) {
	for _, id := range r.sameGoroutine(start) {
		inside[id] = true
		for _, w := range r.contexts[id].waits {
			r.waited[w.on] = true
		}
	}
}

// sameGoroutine returns the contexts that calls lead to from start, in order.
func (m *machine) sameGoroutine(start contextID) []contextID {
	if start == noContext {
		return nil
	}
	out := []contextID{start}
	seen := map[contextID]bool{start: true}
	for i := 0; i < len(out); i++ {
		for _, e := range m.contexts[out[i]].edges {
			if e.kind == callEdge && e.callee != noContext && len(e.labels) == 0 && !seen[e.callee] {
				seen[e.callee] = true
				out = append(out, e.callee)
			}
		}
	}
	return out
}

// signalsWaited reports whether a goroutine signals what the region waits on.
func (r *region) signalsWaited(e *edge) bool {
	for _, id := range e.done {
		if r.waited[id] {
			return true
		}
	}
	if r.signals(e.callee) {
		return true
	}
	for _, channel := range e.over {
		if slices.ContainsFunc(r.receivers()[channel], r.signals) {
			return true // the worker says that it is done
		}
	}
	return false
}

// signals reports whether a goroutine that starts in a context signals what the
// region waits on.
func (r *region) signals(start contextID) bool {
	for _, id := range r.sameGoroutine(start) {
		if slices.ContainsFunc(r.contexts[id].signals, func(s valueID) bool { return r.waited[s] }) {
			return true
		}
	}
	return false
}

// receivers returns the contexts that wait for each channel. All runs are over when
// regions are made, so that it is the same from then on.
func (m *machine) receivers() map[valueID][]contextID {
	if m.receiving == nil {
		m.receiving = make(map[valueID][]contextID)
		for _, c := range m.contexts {
			for _, w := range c.waits {
				m.receiving[w.on] = append(m.receiving[w.on], c.id)
			}
		}
	}
	return m.receiving
}

// reach adds a state that control can get into.
func (r *region) reach(k stateKey, from int, instr int32) {
	if _, ok := r.index[k]; ok {
		return
	}
	r.index[k] = len(r.states)
	r.states = append(r.states, state{stateKey: k, from: from, instr: instr})
}

// step follows the edges of a state.
func (r *region) step(i int) {
	s := r.states[i]
	c := r.contexts[s.ctx]
	for j := range c.edges {
		e := &c.edges[j]
		if e.kind == serveEdge || len(e.labels) > 0 {
			r.exits = append(r.exits, exit{i, e})
			continue
		}
		if e.callee == noContext {
			continue
		}
		k := r.through(s.stateKey, c, e.instr)
		k.ctx = e.callee
		k.loop = worse(k.loop, e.loop)
		r.byKind(&k, e)
		known := len(r.states)
		r.reach(k, i, e.instr)
		if len(r.states) > known {
			r.states[known].transport = s.transport || e.transport
		}
	}
}

// byKind says what an edge changes about the activity.
func (r *region) byKind(k *stateKey, e *edge) {
	switch e.kind {
	case goEdge:
		if r.joined[e] {
			if k.awaited == hop.Direct {
				k.awaited = hop.Joined
			}
			return
		}
		k.detach()
	case laterEdge:
		k.awaited, k.endless = hop.Detached, true
		if k.context == hop.Startup {
			k.context = hop.Background
		}
	case msgEdge:
		k.context, k.topic = hop.Consumer, e.topic
	}
}

// detach says that nobody waits.
func (k *stateKey) detach() {
	k.awaited = hop.Detached
	if k.context == hop.Startup {
		k.context = hop.Background
	}
}

// through says what the place of an instruction changes: loops that it lies in, and
// messages or ticks that they wait for.
func (r *region) through(k stateKey, c *context, instr int32) stateKey {
	if c.fn == nil || instr < 0 {
		return k
	}
	for l := c.fn.loop(instr); l >= 0; l = c.fn.Loops[l].Parent {
		if r.isCounted(c, l, maxSources) {
			continue // the program says how often it turns: no data multiplies the calls
		}
		k.loop = worse(k.loop, loopOf(c.fn.Loops[l].Kind))
		k.endless = k.endless || c.fn.Loops[l].Kind == ir.EndlessLoop
	}
	for _, w := range c.waits {
		o := r.object(r.all[w.on].n)
		if !sharesLoop(c.fn, w.instr, instr) {
			continue
		}
		switch {
		case o.lib == "messages" && k.context != hop.Request:
			k.context, k.topic = hop.Consumer, o
		case o.lib == "ticker":
			k.endless = true
		}
	}
	if k.endless && k.context == hop.Startup {
		k.context = hop.Background
	}
	return k
}

// sharesLoop reports whether two instructions lie in a common loop, or the first in none.
func sharesLoop(fn *function, a, b int32) bool {
	if fn.loop(a) < 0 {
		return true
	}
	for l := fn.loop(b); l >= 0; l = fn.Loops[l].Parent {
		for k := fn.loop(a); k >= 0; k = fn.Loops[k].Parent {
			if k == l {
				return true
			}
		}
	}
	return false
}

func loopOf(k ir.LoopKind) hop.Loop {
	switch k {
	case ir.RangeLoop:
		return hop.LoopRange
	case ir.RetryLoop:
		return hop.LoopRetry
	case ir.PagesLoop:
		return hop.LoopPages
	}
	return hop.LoopFor
}

var loopRank = map[hop.Loop]int{hop.NoLoop: 0, hop.LoopRetry: 1, hop.LoopPages: 2, hop.LoopFor: 3, hop.LoopRange: 4}

// worse returns the loop that makes more calls.
func worse(a, b hop.Loop) hop.Loop {
	if loopRank[b] > loopRank[a] {
		return b
	}
	return a
}

var awaitedRank = map[hop.Awaited]int{hop.Detached: 0, hop.Joined: 1, hop.Direct: 2}

// calls returns the outbound calls of a region, each effect once for every context of
// the activity: with the strongest tie to it, in the worst loop, on the shortest way.
func (r *region) calls(endpoint string) []hop.ProgramCall {
	type found struct {
		key   stateKey
		state int
	}
	type effectKey struct {
		ctx     contextID
		effect  int
		context hop.Context
		topic   *object
	}
	best := make(map[effectKey]found)
	var order []effectKey
	for i, s := range r.states {
		c := r.contexts[s.ctx]
		for j := range c.effects {
			k := r.through(s.stateKey, c, c.effects[j].instr)
			r.tie(&k, &c.effects[j])
			ek := effectKey{s.ctx, j, k.context, k.topic}
			b, ok := best[ek]
			if !ok {
				order = append(order, ek)
			}
			if !ok || stronger(k, b.key) {
				best[ek] = found{k, i}
			}
		}
	}
	var out []hop.ProgramCall
	for _, ek := range order {
		b := best[ek]
		out = append(out, r.call(&r.contexts[ek.ctx].effects[ek.effect], b.key, b.state, endpoint))
	}
	return out
}

func stronger(a, b stateKey) bool {
	if awaitedRank[a.awaited] != awaitedRank[b.awaited] {
		return awaitedRank[a.awaited] > awaitedRank[b.awaited]
	}
	return loopRank[a.loop] > loopRank[b.loop]
}

func (r *region) call(e *effect, k stateKey, at int, endpoint string) hop.ProgramCall {
	kind := e.kind
	if kind == hop.Sync && k.context == hop.Background && k.endless {
		kind = hop.Poll
	}
	if k.topic != nil {
		endpoint = r.topicName(k.topic)
	}
	return hop.ProgramCall{
		Endpoint:  endpoint,
		Kind:      kind,
		Context:   k.context,
		Awaited:   k.awaited,
		Loop:      k.loop,
		Protocol:  e.protocol,
		Methods:   e.methodsFrom(endpoint),
		Addresses: e.addresses,
		Procedure: e.procedure,
		Category:  e.category,
		Routing:   e.routing,
		Stripped:  e.stripped,
		Path:      r.path(at, e),
	}
}

// methodsFrom returns the HTTP methods of a call that an endpoint makes.
func (e *effect) methodsFrom(endpoint string) []string {
	method, _, _ := strings.Cut(endpoint, " ")
	if !e.inherits || len(e.methods) > 0 || method == "" || method == "ANY" {
		return e.methods
	}
	return []string{method}
}

// path returns the frames from the region's start to an effect of a state.
func (r *region) path(at int, e *effect) []hop.PathFrame {
	var out []hop.PathFrame
	instr := e.instr
	for at >= 0 {
		s := r.states[at]
		if fn := r.contexts[s.ctx].fn; fn != nil && !fn.Wrapper {
			frame := r.pathFrame(fn, instr)
			frame.Transport = e.relay && s.transport
			out = append(out, frame)
		}
		at, instr = s.from, s.instr
	}
	slices.Reverse(out)
	return out
}
