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
	start      contextID
	states     []state
	index      map[stateKey]int
	waited     map[valueID]bool
	watched    map[objectID]bool  // that something is waited on in
	tokens     map[valueID]tokens // what is put into channels of them
	joined     map[*edge]bool
	inside     map[contextID]bool // contexts on goroutines that are waited for
	beside     map[contextID]bool // and on others that start here
	exits      []exit             // edges that hand the request to something else
	waiverSets map[passedWaivers]bool
	*intake
}

// A stateKey is a context together with how the activity got there.
type stateKey struct {
	ctx     contextID
	loop    hop.Loop
	awaited hop.Awaited
	context hop.Context
	endless bool
	topic   *object
	passed  passedWaivers
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
	return m.regionOf(start, context, nil)
}

// regionOf returns the activity that starts in a context. If it answers the messages of
// a subscription, each of them is a request that it does.
func (m *machine) regionOf(start contextID, context hop.Context, serving *object) *region {
	r := &region{machine: m, start: start, joined: make(map[*edge]bool), intake: newIntake(m), waiverSets: make(map[passedWaivers]bool)}
	r.serving = serving
	r.findJoined()
	first := stateKey{ctx: start, awaited: hop.Direct, context: context}
	for r.walk(first); r.passOn(); {
		r.walk(first)
	}
	return r
}

// walk finds the states that control can get into.
func (r *region) walk(first stateKey) {
	r.states, r.exits, r.index = nil, nil, make(map[stateKey]int)
	r.reach(first, -1, -1)
	for i := 0; i < len(r.states); i++ {
		r.step(i)
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
			if e.kind == callEdge && e.callee != noContext && len(m.labelsOf(&e)) == 0 && !seen[e.callee] {
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
		c := r.contexts[id]
		if slices.ContainsFunc(c.signals, func(s valueID) bool { return r.waited[s] }) ||
			slices.ContainsFunc(c.drains, func(s valueID) bool { return r.tokens[s].taken && r.tokens[s].brim }) {
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
		if labels := r.labelsOf(e); e.kind == serveEdge || len(labels) > 0 {
			out := *e
			out.labels = labels
			r.exits = append(r.exits, exit{i, &out})
			continue
		}
		if e.callee == noContext || !r.leads(e) {
			continue
		}
		k := r.through(s.stateKey, c, e.instr)
		k.ctx = e.callee
		k.loop = worse(k.loop, r.roundOf(c, e.instr, e.callee))
		if !r.isIterated(c, e) {
			k.loop = worse(k.loop, e.loop)
		}
		if e.loop == hop.LoopFor {
			k.neverEnds()
		}
		r.byKind(&k, e)
		k.passed = r.passing(s.passed, c.fn, e.instr)
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
			if k.context == hop.Request || k.awaited == hop.Direct {
				k.awaited = hop.Joined // whoever started it
			}
			return
		}
		k.detach()
	case laterEdge:
		if r.joined[e] && k.context == hop.Request {
			k.awaited = hop.Joined
			return
		}
		k.awaited, k.endless = hop.Detached, true
		if k.context == hop.Startup {
			k.context = hop.Background
		}
	case msgEdge:
		k.context, k.topic, k.loop = hop.Consumer, e.topic, hop.NoLoop
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
	turning := int32(-1) // the loop that a message goes once around
	if k.loop != hop.NoLoop || c.fn.loop(instr) >= 0 {
		if guard, ok := r.isFilling(c, instr); ok {
			k.loop, turning = hop.NoLoop, c.fn.Blocks[guard].Loop
		}
	}
	if a := r.arrivalBefore(k, c, instr); a != nil {
		k = r.arrived(k, a.topic)
		turning = commonLoop(c.fn, a.instr, instr)
	}
	for l := c.fn.loop(instr); l != turning && l >= 0; l = c.fn.Loops[l].Parent {
		if r.isCounted(c, l) || c.takesWithin(l) {
			if c.isBody(l) && loopRank[k.loop] > loopRank[hop.LoopRetry] {
				k.loop = hop.LoopRange // its iterator loops around the call of the body
			}
			continue // the program says how often it turns: no data multiplies the calls
		}
		k.loop = worse(k.loop, loopOf(c.fn.Loops[l].Kind))
		k.endless = k.endless || c.fn.Loops[l].Kind == ir.EndlessLoop
	}
	for _, w := range c.waits {
		if r.object(r.all[w.on].n).lib == "ticker" && sharesLoop(c.fn, w.instr, instr) {
			k.endless = true
		}
	}
	if k.endless {
		k.neverEnds()
	}
	return k
}

// neverEnds says that what is done is done again and again.
func (k *stateKey) neverEnds() {
	k.endless = true
	if k.context == hop.Startup {
		k.context = hop.Background
	}
}

var awaitedRank = map[hop.Awaited]int{hop.Detached: 0, hop.Joined: 1, hop.Direct: 2}

// calls returns the outbound calls of a region, each effect once for every context of
// the activity and for the waivers on the way: with the strongest tie to it, in the worst loop, on the shortest way.
func (r *region) calls(endpoint string) []hop.ProgramCall {
	type effectKey struct {
		ctx     contextID
		effect  int
		context hop.Context
		topic   *object
		passed  passedWaivers
	}
	best := make(map[effectKey]found)
	var order []effectKey
	for i, s := range r.states {
		c := r.contexts[s.ctx]
		for j := range c.effects {
			k := r.through(s.stateKey, c, c.effects[j].instr)
			k.loop = worse(k.loop, r.roundOf(c, c.effects[j].instr, noContext))
			r.tie(&k, &c.effects[j])
			if r.isAnswered(k.topic) {
				continue // a call of the endpoint that the topic is
			}
			ek := effectKey{s.ctx, j, k.context, k.topic, s.passed}
			b, ok := best[ek]
			if !ok {
				order = append(order, ek)
			}
			best[ek] = b.worse(found{k, i}, ok)
		}
	}
	var out []hop.ProgramCall
	for _, ek := range order {
		b := best[ek]
		for _, name := range r.startingAt(b.key, endpoint) {
			out = append(out, r.call(&r.contexts[ek.ctx].effects[ek.effect], b.key, b.state, name))
		}
	}
	return out
}

func (r *region) call(e *effect, k stateKey, at int, endpoint string) hop.ProgramCall {
	kind := e.kind
	if r.isAwaited(e) || k.context == hop.Consumer && r.isTaken(e) {
		kind = hop.Sync
	}
	if kind == hop.Sync && k.context == hop.Background && k.endless {
		kind = hop.Poll
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
		Passed:    string(k.passed),
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
