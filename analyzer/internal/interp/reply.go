package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// Fields of the objects that stand for messages and queues.
const (
	messagesLib = "messages"
	replyLib    = "reply" // where the answer to a message goes
)

// message returns the message of a subscription as a value of a class.
func (c *libraryCall) message(o *object, class ir.Class) setID {
	kind := refValue
	if class == ir.Struct {
		kind = structValue
	}
	return c.one(value{kind: kind, n: int64(o.id), path: c.below(0, anyElement)})
}

// deliver calls the handlers of a subscription with its message in each parameter that
// may be one.
func (c *libraryCall) deliver(handlers setID, method string, o *object) {
	e := edge{kind: msgEdge, topic: o}
	for _, x := range c.callables(handlers) {
		args := []setID{c.message(o, ir.Pointer)}
		if fn := c.functionOf(x); fn != nil {
			args = c.messageArgs(fn.Params, o)
		}
		c.applyAs(x, args, e)
	}
	for _, x := range c.members(handlers) {
		if x.kind != ifaceValue || method == "" {
			continue
		}
		if fn := c.funcs[c.types.method(x.typ, method)]; fn != nil {
			c.edgeTo(fn, nil, append([]setID{c.one(c.all[x.n])}, c.messageArgs(fn.Params[1:], o)...), e)
		}
	}
}

func (c *libraryCall) messageArgs(params []ir.Param, o *object) []setID {
	args := make([]setID, len(params))
	for i, p := range params {
		args[i] = unknown
		switch p.Class {
		case ir.Pointer, ir.Interface, ir.Struct:
			args[i] = c.message(o, p.Class)
		}
	}
	return args
}

// receive takes a message of the subscription that is its receiver, and waits for it.
func (c *libraryCall) receive(*model.Row) []setID {
	c.wait(c.receiver())
	out := bottom
	for _, x := range c.opened(c.receiver()) {
		if c.isLibrary(x) && c.object(x.n).lib == messagesLib {
			out = c.join(out, c.message(c.object(x.n), component(c.in, 0)))
		}
	}
	if out == bottom {
		out = unknown
	}
	return c.shaped(out)
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
			out = append(out, c.texts(pl)...)
		}
		q.addBelow(x)
	}
	return slices.DeleteFunc(sortedTemplates(out), func(t hop.Template) bool {
		return !slices.ContainsFunc(t, func(p hop.Part) bool { return p.Kind != hop.PartUnknown })
	})
}

// texts returns the strings at and below a place.
func (f *frame) texts(pl *place) []hop.Template {
	out := f.templatesOf(pl.set)
	for _, step := range pl.order {
		out = append(out, f.texts(pl.children[step])...)
	}
	return out
}

// isAwaited reports whether the activity waits for the answer to a message: for the
// messages of a queue that it named there, or for what their receivers tell it.
func (r *region) isAwaited(e *effect) bool {
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
	if r.waited[r.subscription(o)] {
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

// subscription returns the value that those who take messages wait for.
func (m *machine) subscription(o *object) valueID {
	return m.id(value{kind: refValue, n: int64(o.id)})
}

// handlersOf returns the contexts that handle the messages of a subscription: those
// that it is delivered to, and those that take its messages.
func (m *machine) handlersOf(o *object) []contextID {
	out := slices.Clone(m.receivers()[m.subscription(o)])
	for _, c := range m.contexts {
		for i := range c.edges {
			if e := &c.edges[i]; e.kind == msgEdge && e.topic == o && e.callee != noContext {
				out = append(out, e.callee)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isAnswered reports whether the program answers the messages of a subscription. Then
// it is no consumer of them but serves its topic, as an endpoint.
func (m *machine) isAnswered(o *object) bool { return o != nil && m.answered[o.id] }

// takesMessages reports whether a loop takes messages that are answered: a turn is one
// request.
func (r *region) takesMessages(c *context, loop int32) bool {
	return slices.ContainsFunc(c.waits, func(w syncPoint) bool {
		return r.isAnswered(r.object(r.all[w.on].n)) && c.fn.inLoop(c.fn.where[w.instr].block, loop)
	})
}

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
	if slices.ContainsFunc(w.contexts[start].waits, func(s syncPoint) bool { return w.object(w.all[s.on].n) == c.object }) {
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
