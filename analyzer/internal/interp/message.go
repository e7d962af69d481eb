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
	c.emit(effect{kind: hop.Async, protocol: row.Protocol, addresses: c.topics(row), replies: c.replies(c.arg(row, model.RoleReply))})
	return c.resultsOf(unknown, bottom)
}

// requestReply sends a message and waits for the answer.
func (c *libraryCall) requestReply(row *model.Row) []setID {
	c.emit(effect{kind: hop.Sync, protocol: row.Protocol, addresses: c.topics(row)})
	return c.resultsOf(unknown, bottom)
}

// topics returns the topics of a row. Where messages have a key too, a topic is
// "topic/key", and the key alone for the topic without a name, which leads straight
// to the queue of that name.
func (c *libraryCall) topics(row *model.Row) []hop.Template {
	s := c.arg(row, model.RoleTopic)
	if key := c.arg(row, model.RoleKey); key != bottom {
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

// consume subscribes to a topic. Its handler runs when a message comes in; without
// one the result is a channel of messages.
func (c *libraryCall) consume(row *model.Row) []setID {
	o := c.make(messagesLib, "")
	c.write(o, c.below(0, targetField), c.subscribed(row))
	c.subscribe(o, row.Protocol)
	c.fill(o, 0, unknown)
	c.replyTo(o, row.Const[model.RoleReply])
	c.deliver(c.arg(row, model.RoleHandler), row.Const[model.RoleMethod], o)
	return c.shaped(c.ref(o, 0))
}

// subscribed returns what a row subscribes to: the topic of an option or the row's own,
// below that of the group that it belongs to.
func (c *libraryCall) subscribed(row *model.Row) setID {
	topic := c.fieldsOf(c.arg(row, model.RoleOption), string(model.RoleTopic))
	if topic == bottom {
		topic = c.arg(row, model.RoleTopic)
	}
	prefix := c.arg(row, model.RolePrefix)
	if prefix == bottom {
		return topic
	}
	return c.product(prefix, topic, func(prefix, topic hop.Template) hop.Template {
		return append(append(slices.Clone(prefix), hop.Part{Kind: hop.PartText, Text: "."}), topic...)
	})
}

// subscribe keeps a subscription for the program's consumers.
func (c *libraryCall) subscribe(o *object, protocol string) {
	if c.consumers[o.id] == nil {
		c.consumers[o.id] = &consumer{object: o, protocol: protocol, pos: c.handWritten()}
	}
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

// topicName returns the name under which the calls of a subscription's handler are reported.
func (m *machine) topicName(o *object) string {
	for _, t := range m.topicsOf(o) {
		return t.String()
	}
	return hole.String()
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
