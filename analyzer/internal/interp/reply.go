package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// What the objects are that stand for messages.
const (
	// messagesLib marks the objects that stand for subscriptions: channels of messages, or
	// whatever else hands them out.
	messagesLib = "messages"
	replyLib    = "reply" // where the answer to a message goes
)

// message returns the message of a subscription as a value of a class. Others than these
// are what the program is told of it.
func (f *frame) message(o *object, class ir.Class) setID {
	x := value{kind: refValue, n: int64(o.id), path: f.below(0, anyElement)}
	switch class {
	case ir.Pointer, ir.Interface:
		return f.one(x)
	case ir.Struct:
		x.kind = structValue
		return f.one(x)
	}
	return request
}

// isMessageOf reports whether a value is a message of a subscription.
func (m *machine) isMessageOf(x value) bool {
	return (x.kind == refValue || x.kind == structValue) && x.path != 0 && m.object(x.n).lib == messagesLib
}

// replyTo writes where the answers to the messages of a subscription go.
func (c *libraryCall) replyTo(o *object, field string) {
	if field == "" {
		return
	}
	to := c.make(replyLib, "")
	c.write(to, c.below(0, targetField), c.ref(o, 0))
	c.write(o, c.below(c.below(0, anyElement), field), c.ref(to, 0))
}

// answer answers a message: who sent it waits for that.
func (c *libraryCall) answer(row *model.Row) []setID {
	for _, x := range c.opened(c.arg(row, model.RoleMessage)) {
		if c.isLibrary(x) && c.object(x.n).lib == messagesLib {
			c.markAnswered(c.object(x.n))
		}
	}
	return c.resultsOf(unknown, bottom)
}

// isAnswer reports whether a topic is where the answer to a message goes, and notes
// that it is answered.
func (c *libraryCall) isAnswer(topic setID) bool {
	found := false
	for _, x := range c.opened(topic) {
		if !c.isLibrary(x) || c.object(x.n).lib != replyLib {
			continue
		}
		found = true
		for _, o := range c.opened(c.setAt(c.object(x.n), c.below(0, targetField))) {
			c.markAnswered(c.object(o.n))
		}
	}
	return found
}

// markAnswered notes that the messages of a subscription are answered, which is what
// those who sent them wait for.
func (c *libraryCall) markAnswered(o *object) {
	c.answered[o.id] = true
	c.await(o.id)
	c.signal(c.ref(o, 0))
}

// newQueue makes a queue. One without a name gets one of its own.
func (c *libraryCall) newQueue(row *model.Row) []setID {
	o := c.make("queue", c.name)
	name := c.arg(row, model.RoleName)
	if text := c.literals(name); name == bottom || len(text) == 1 && text[0] == "" {
		name = c.textSet("own-" + itoa(int64(o.id)))
	}
	if component(c.in, 0) == ir.String {
		return c.shaped(name)
	}
	c.write(o, c.below(0, "Name"), name)
	return c.shaped(c.resulting(o))
}

// replies returns the names of queues that a message may ask to be answered on: all
// the strings that it holds.
func (c *libraryCall) replies(s setID) []hop.Template {
	q := &reachable{frame: c.frame, seen: make(map[value]bool)}
	q.add(s)
	out := c.templatesOf(s)
	for i := 0; i < len(q.queue); i++ {
		x := q.queue[i]
		if pl := c.placeAt(c.object(x.n), x.path); pl != nil {
			out = append(out, c.textsBelow(pl)...)
		}
		q.addBelow(x)
	}
	return slices.DeleteFunc(sortedTemplates(out), func(t hop.Template) bool {
		return !slices.ContainsFunc(t, func(p hop.Part) bool { return p.Kind != hop.PartUnknown })
	})
}

// textsBelow returns the strings at and below a place.
func (f *frame) textsBelow(pl *place) []hop.Template {
	out := f.templatesOf(pl.set)
	for _, step := range pl.order {
		out = append(out, f.textsBelow(pl.children[step])...)
	}
	return out
}

// isAwaited reports whether the activity waits for the answer to a message: for the
// messages of a queue that it named there, for what their receivers tell it, or for what
// sending it resulted in.
func (r *region) isAwaited(e *effect) bool {
	if r.awaits(e) {
		return true
	}
	if len(e.replies) == 0 {
		return false
	}
	return slices.ContainsFunc(sortedKeys(r.consumers), func(id objectID) bool {
		o := r.object(int64(id))
		return r.namedAmong(o, e.replies) && r.hears(o)
	})
}

func (r *region) namedAmong(o *object, names []hop.Template) bool {
	return slices.ContainsFunc(r.topicsOf(o), func(t hop.Template) bool {
		return slices.ContainsFunc(names, func(n hop.Template) bool { return templateKey(n) == templateKey(t) })
	})
}

// maxTold bounds how many goroutines tell one another of a message.
const maxTold = 64

// hears reports whether the activity waits for messages of a subscription: itself, for
// those who receive them, or for whom these tell of them.
func (r *region) hears(o *object) bool {
	if slices.ContainsFunc(r.channelsOf(o), func(id valueID) bool { return r.waited[id] }) {
		return true
	}
	told := r.handlersOf(o)
	for i := 0; i < len(told) && i < maxTold; i++ {
		if r.signals(told[i]) {
			return true
		}
		for _, id := range r.sameGoroutine(told[i]) {
			for _, s := range r.contexts[id].signals {
				for _, next := range r.receivers()[s] {
					if !slices.Contains(told, next) {
						told = append(told, next)
					}
				}
			}
		}
	}
	return false
}

// channelsOf returns what those who take messages of a subscription wait for.
func (m *machine) channelsOf(o *object) []valueID {
	out := []valueID{m.subscribedAs(o)}
	for _, id := range sortedKeys(m.outlets) {
		if m.outlets[id] == o {
			out = append(out, id)
		}
	}
	return out
}

// subscribedAs returns the value that a subscription is.
func (m *machine) subscribedAs(o *object) valueID {
	return m.id(value{kind: refValue, n: int64(o.id)})
}

// handlersOf returns the contexts that handle the messages of a subscription: those
// that they are delivered to, and those that take them. All runs are over when it is
// asked for, so that they are the same from then on.
func (m *machine) handlersOf(o *object) []contextID {
	if m.handlers == nil {
		m.handlers = make(map[objectID][]contextID)
		n := newIntake(m)
		for _, c := range m.contexts {
			for _, a := range n.arrivals(c) {
				m.handlers[a.topic.id] = append(m.handlers[a.topic.id], c.id)
			}
			for i := range c.edges {
				if e := &c.edges[i]; e.kind == msgEdge && e.callee != noContext {
					m.handlers[e.topic.id] = append(m.handlers[e.topic.id], e.callee)
				}
			}
		}
	}
	out := slices.Clone(m.handlers[o.id])
	slices.Sort(out)
	return slices.Compact(out)
}

// isAnswered reports whether the program answers the messages of a subscription. Then
// it is no consumer of them but serves its topic, as an endpoint.
func (m *machine) isAnswered(o *object) bool { return o != nil && m.answered[o.id] }

// responders adds the topics that the program answers, and the calls that it makes on
// the way.
func (w *walk) responders() {
	for _, id := range sortedKeys(w.consumers) {
		o := w.object(int64(id))
		if !w.answered[id] {
			continue
		}
		for _, start := range w.handlersOf(o) {
			if w.runs(start) {
				w.responder(w.consumers[id], start)
			}
		}
	}
}

// responder adds what one handler of the messages of a subscription does. Where it takes
// them itself, what it does beside that belongs to no request.
func (w *walk) responder(c *consumer, start contextID) {
	context := hop.Request
	if slices.ContainsFunc(newIntake(w.machine).arrivals(w.contexts[start]), func(a arrival) bool { return a.topic == c.object }) {
		context = hop.Background
	}
	r := w.regionOf(start, context, c.object)
	name, _ := w.entry(r)
	for _, topic := range w.topicNames(c.object) {
		if key := c.protocol + " " + topic; !w.served[key] {
			w.served[key] = true
			w.program.Endpoints = append(w.program.Endpoints, hop.ProgramEndpoint{Protocol: c.protocol, Name: topic, Func: name, Pos: c.pos})
		}
		for _, call := range r.calls(topic) {
			if call.Context == hop.Request {
				w.program.Calls = append(w.program.Calls, call)
			}
		}
	}
}

// topicNames returns the names of what a subscription listens to, with the topics that
// are bound to its queue.
func (m *machine) topicNames(o *object) []string {
	var names []string
	for _, queue := range m.topicsOf(o) {
		for _, t := range append([]hop.Template{queue}, m.boundTo(queue)...) {
			names = append(names, t.String())
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
