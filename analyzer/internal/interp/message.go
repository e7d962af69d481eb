package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// publish sends a message. Nobody waits, but for who asks for an answer and waits for
// the messages that come in where it wants to have it. The answer to a message is no call.
func (c *libraryCall) publish(row *model.Row) []setID {
	if c.isAnswer(c.arg(row, model.RoleTopic)) || c.isAnswer(c.arg(row, model.RoleKey)) {
		return c.resultsOf(unknown, bottom)
	}
	if field := row.Const[model.RoleChannel]; field != "" {
		return c.newInlet(inlet{row.Protocol, field})
	}
	e := effect{kind: hop.Async, protocol: row.Protocol, addresses: c.topics(row), replies: c.replies(c.arg(row, model.RoleReply))}
	results := c.resultsOf(unknown, bottom)
	if row.Const[model.RoleDone] != "" {
		o := c.make("started", c.name)
		started := c.ref(o, 0)
		c.write(o, c.below(0, anyElement), started) // the result may be a slice, one a message
		e.done, results[0] = c.sets[started], started
	}
	c.emit(e)
	return results
}

// requestReply sends a message and waits for the answer.
func (c *libraryCall) requestReply(row *model.Row) []setID {
	for _, kind := range c.replyKinds(row) {
		c.emit(effect{kind: kind, protocol: row.Protocol, addresses: c.topics(row)})
	}
	return c.resultsOf(unknown, bottom)
}

// replyKinds returns whether somebody waits for the answer: both, where the mode that
// says so may be one or another.
func (c *libraryCall) replyKinds(row *model.Row) []hop.Kind {
	modes := c.modesOf(row)
	if row.Const[model.RoleAsync] == "" || !slices.Contains(modes, row.Const[model.RoleAsync]) {
		return []hop.Kind{hop.Sync}
	}
	if len(modes) == 1 {
		return []hop.Kind{hop.Async}
	}
	return []hop.Kind{hop.Async, hop.Sync}
}

// modesOf returns the modes of a row: texts, or the names of functions.
func (c *libraryCall) modesOf(row *model.Row) []string {
	said := c.said(row, model.RoleMode)
	modes := c.literals(said)
	for _, x := range c.opened(said) {
		if name := c.nameOf(x); name != "" {
			modes = append(modes, name)
		}
	}
	return modes
}

// kindOf returns whether somebody waits for the answer to a call: nobody, where there is
// nothing that takes it, or what it goes by is none that waits.
func (c *libraryCall) kindOf(row *model.Row) hop.Kind {
	mode := c.arg(row, model.RoleMode)
	switch row.Const[model.RoleAsync] {
	case "nil":
		if mode == nilSet {
			return hop.Async
		}
	case "other":
		if !slices.ContainsFunc(c.opened(mode), c.isMade) {
			return hop.Async
		}
	}
	return hop.Sync
}

// topics returns the topics of a row. Where messages have a key too, a topic is
// "topic/key", and the key alone for the topic without a name, which leads straight
// to the queue of that name.
func (c *libraryCall) topics(row *model.Row) []hop.Template {
	s := c.join(c.topicsIn(row), c.inOptions(c.arg(row, model.RoleOption), model.RoleTopic, maxOptions))
	if key := c.said(row, model.RoleKey); key != bottom {
		if s == bottom && row.Args[model.RoleTopic].Base == model.Nowhere {
			s = c.textSet("")
		}
		s = c.product(s, key, func(topic, key hop.Template) hop.Template {
			if len(topic) == 0 {
				return key
			}
			return append(append(slices.Clone(topic), hop.Part{Kind: hop.PartText, Text: "/"}), key...)
		})
	}
	return c.addressesOf(s)
}

// A binding has messages of a topic go to a queue.
type binding struct{ queues, topics []hop.Template }

// bind keeps a binding for the consumers of its queue.
func (c *libraryCall) bind(row *model.Row) []setID {
	key := site{fn: c.fn, instr: c.at, ctx: c.c.id}
	c.bindings[key] = binding{queues: c.addressesOf(c.arg(row, model.RoleQueue)), topics: c.topics(row)}
	if !slices.Contains(c.bound, key) {
		c.bound = append(c.bound, key)
	}
	return c.resultsOf(unknown, bottom)
}

// A consumer is a subscription.
type consumer struct {
	object   *object
	protocol string
	pos      string
}

// topicsOf returns what a subscription listens to: a topic or queue by name.
func (m *machine) topicsOf(o *object) []hop.Template {
	pl := o.root.children[targetField]
	if pl == nil {
		return nil
	}
	return sortedTemplates(m.templatesOf(pl.set))
}

// subscriptions returns the consumers of a program: for each queue also the topics
// that are bound to it.
func (m *machine) subscriptions() []hop.ProgramConsumer {
	var out []hop.ProgramConsumer
	for _, id := range sortedKeys(m.consumers) {
		c := m.consumers[id]
		for _, queue := range m.topicsOf(c.object) {
			for _, t := range append([]hop.Template{queue}, m.boundTo(queue)...) {
				out = append(out, hop.ProgramConsumer{Protocol: c.protocol, Topic: t, Pos: c.pos})
			}
		}
	}
	return out
}

func (m *machine) boundTo(queue hop.Template) []hop.Template {
	var out []hop.Template
	for _, key := range m.bound {
		b := m.bindings[key]
		if slices.ContainsFunc(b.queues, func(t hop.Template) bool { return templateKey(t) == templateKey(queue) }) {
			out = append(out, b.topics...)
		}
	}
	return sortedTemplates(out)
}
