package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// An intake says where the messages of a broker come in: what follows from one is done
// by its consumer.
type intake struct {
	*machine
	places map[contextID][]arrival
	// serving is the subscription whose messages the activity answers, if that is what it does.
	serving *object
	// passed are the channels on which consumers pass messages on.
	passed map[valueID]*object
}

// An arrival is an instruction that messages of a topic come out of: one that waits for
// them, or a call of a function that does and returns them.
type arrival struct {
	instr    int32
	selected int32 // the case of a select, from 1; 0 if it is no select
	topic    *object
}

// A sending is what is sent on a channel.
type sending struct {
	instr int32
	on    valueID
	set   setID
}

func newIntake(m *machine) *intake {
	return &intake{machine: m, places: make(map[contextID][]arrival), passed: make(map[valueID]*object)}
}

// arrivals returns where messages come in while a context runs.
func (n *intake) arrivals(c *context) []arrival {
	if known, ok := n.places[c.id]; ok {
		return known
	}
	n.places[c.id] = nil // for functions that call themselves
	var out []arrival
	for _, w := range c.waits {
		if topic := n.topicOn(w.on); topic != nil {
			out = append(out, arrival{w.instr, w.selected, topic})
		}
	}
	for i := range c.edges {
		e := &c.edges[i]
		if e.kind != callEdge || e.callee == noContext || len(e.labels) > 0 {
			continue
		}
		for _, topic := range n.handedOut(n.contexts[e.callee]) {
			out = append(out, arrival{e.instr, 0, topic})
		}
	}
	n.places[c.id] = out
	return out
}

// topicOn returns the subscription whose messages come on a channel, nil if none does.
func (n *intake) topicOn(channel valueID) *object {
	if o := n.object(n.all[channel].n); o.lib == messagesLib {
		return o
	}
	if o := n.outlets[channel]; o != nil {
		return o
	}
	return n.passed[channel]
}

// handedOut returns the subscriptions whose messages a function returns.
func (n *intake) handedOut(c *context) []*object {
	var out []*object
	for _, a := range n.arrivals(c) {
		if slices.ContainsFunc(c.results, n.isMessage) {
			out = append(out, a.topic)
		}
	}
	return out
}

// arrivalBefore returns the arrival of the message that an activity handles at an
// instruction, nil if it handles none: first of all one that it answers. A request that
// waits for a message, as for a reply, stays one; and a program that takes one message as
// it starts goes on to start.
func (n *intake) arrivalBefore(k stateKey, c *context, instr int32) *arrival {
	if k.context == hop.Request {
		return nil
	}
	var first *arrival
	once := k.context == hop.Startup && k.loop == hop.NoLoop
	for _, a := range n.arrivals(c) {
		if once && commonLoop(c.fn, a.instr, instr) < 0 || a.instr == instr || !c.fn.follows(instr, a) {
			continue
		}
		if a.topic == n.serving {
			return &a
		}
		if first == nil {
			first = &a
		}
	}
	return first
}

// arrived says what the arrival of a message changes about the activity.
func (n *intake) arrived(k stateKey, topic *object) stateKey {
	k.context, k.topic, k.loop = hop.Consumer, topic, hop.NoLoop
	if topic == n.serving {
		k.context, k.topic, k.awaited, k.endless = hop.Request, nil, hop.Direct, false
	}
	return k
}

// follows reports whether an instruction runs for a message that came in: in the same
// turn of a loop or, if that is in none, later; and not in another case of the select.
func (f *function) follows(instr int32, a arrival) bool {
	if a.selected > 0 {
		if chosen := f.caseOf(a.instr, instr); chosen > 0 && chosen != a.selected {
			return false
		}
	}
	block, own := f.where[instr].block, f.loop(a.instr)
	if own >= 0 && f.Loops[own].Kind == ir.RangeLoop && f.isHeader(f.where[a.instr].block, own) && !f.inLoop(block, own) {
		return false // there are no more messages
	}
	loop := commonLoop(f, a.instr, instr)
	return (loop >= 0 || own < 0) && f.comesAfter(instr, a.instr, loop)
}

// caseOf returns the case of a select that an instruction lies in, from 1, or 0.
func (f *function) caseOf(sel, instr int32) int32 {
	dst := ir.Operand(f.instr(sel).Dst)
	for k := f.facts().chains[f.where[instr].block]; k != nil; k = k.before {
		def := f.definition(k.reg)
		if k.holds && def != nil && def.Op == ir.Extract && def.Args[0] == dst && f.Consts[^k.equal].Kind == ir.IntConst {
			return int32(f.Consts[^k.equal].Int) + 1
		}
	}
	return 0
}

// comesAfter reports whether control can get from the instruction before to instr, within
// one turn of a loop that both lie in, if loop is not -1.
func (f *function) comesAfter(instr, before, loop int32) bool {
	from, to := f.where[before], f.where[instr]
	if from.block == to.block && to.index > from.index {
		return true
	}
	seen := make(map[int32]bool)
	queue := []int32{from.block}
	for len(queue) > 0 {
		b := queue[0]
		queue = queue[1:]
		for _, s := range f.Blocks[b].Succs {
			if seen[s] || loop >= 0 && f.inLoop(s, loop) && f.isHeader(s, loop) {
				continue
			}
			if s == to.block {
				return true
			}
			seen[s] = true
			queue = append(queue, s)
		}
	}
	return false
}

// commonLoop returns the innermost loop that two instructions lie in, or -1.
func commonLoop(fn *function, a, b int32) int32 {
	for l := fn.loop(b); l >= 0; l = fn.Loops[l].Parent {
		if fn.inLoop(fn.where[a].block, l) {
			return l
		}
	}
	return -1
}

// passOn finds the channels on which the region's consumers pass messages on, and
// reports whether there are more than before.
func (r *region) passOn() bool {
	grew := false
	for _, s := range r.states {
		c := r.contexts[s.ctx]
		for _, out := range c.sends {
			k := r.through(s.stateKey, c, out.instr)
			if k.context == hop.Consumer && r.all[out.on].kind == refValue && r.passed[out.on] == nil && r.isMessage(out.set) {
				r.passed[out.on] = k.topic
				grew = true
			}
		}
	}
	if grew {
		r.places = make(map[contextID][]arrival)
	}
	return grew
}

// isMessage reports whether a set holds data of an inbound message, at any depth that
// is looked at.
func (m *machine) isMessage(s setID) bool {
	q := &messageSearch{machine: m, seen: make(map[value]bool)}
	return q.in(s)
}

// A messageSearch looks for the data of messages in what values lead to.
type messageSearch struct {
	*machine
	seen map[value]bool
}

func (q *messageSearch) in(s setID) bool {
	for _, x := range q.members(s) {
		for x.kind == ifaceValue {
			x = q.all[x.n]
		}
		if q.isMessageOf(x) {
			return true
		}
		switch x.kind {
		case requestValue:
			if x.n == inboundData {
				return true
			}
		case stringValue:
			if slices.ContainsFunc(q.templates[x.n], func(p hop.Part) bool { return p.Kind == hop.PartRequest }) {
				return true
			}
		case refValue, structValue:
			if q.seen[x] || len(q.seen) >= maxReach {
				continue
			}
			q.seen[x] = true
			if pl := q.placeAt(q.object(x.n), x.path); pl != nil && q.below(pl) {
				return true
			}
		}
	}
	return false
}

func (q *messageSearch) below(pl *place) bool {
	if q.in(pl.set) || q.in(pl.filled) {
		return true
	}
	return slices.ContainsFunc(pl.order, func(step string) bool { return q.below(pl.children[step]) })
}

// startingAt returns the endpoints under which a call is reported: for what a consumer
// does, the topics or queues of its messages.
func (r *region) startingAt(k stateKey, endpoint string) []string {
	if k.topic == nil {
		return []string{endpoint}
	}
	var names []string
	for _, t := range r.topicsOf(k.topic) {
		names = append(names, t.String())
	}
	if len(names) == 0 {
		return []string{hole.String()}
	}
	return names
}
