package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// consume subscribes to a topic. Its handler runs when a message comes in; without
// one the result is a channel of messages, or a channel of the program's own is one.
func (c *libraryCall) consume(row *model.Row) []setID {
	if row.Const[model.RoleMethod] == "*" && c.consumeByMethods(row) {
		return c.resultsOf(unknown, bottom)
	}
	if _, ok := row.Args[model.RoleHandlers]; ok {
		return c.consumeByKeys(row)
	}
	if list, ok := row.List(); ok && c.element == bottom {
		return c.consumeEach(row, list)
	}
	o := c.subscription(row, c.subscribed(row))
	for _, t := range append(c.targets(row, model.RoleHandler), c.wrapping(row)...) {
		c.run(t, c.delivered(row, o, t), edge{kind: msgEdge, topic: o})
	}
	if row.Const[model.RoleDone] != "" {
		c.markAnswered(o)
	}
	for _, id := range c.sets[c.arg(row, model.RoleChannel)] {
		if x := c.all[id]; x.kind == refValue {
			c.outlets[id] = o
			c.write(c.object(x.n), c.below(x.path, anyElement), c.join(c.message(o, ir.Pointer), request))
		}
	}
	return c.shaped(c.ref(o, 0))
}

// consumeByMethods subscribes the methods of a handler object to the row's topic or,
// without one, to the topics of their names, and reports whether there is one.
func (c *libraryCall) consumeByMethods(row *model.Row) bool {
	found := false
	for _, x := range c.members(c.arg(row, model.RoleHandler)) {
		if x.kind != ifaceValue {
			continue
		}
		for _, name := range c.types.exported(x.typ) {
			if fn := c.methodOf(x, name); fn != nil && fn.relevant {
				o, t := c.subscription(row, c.methodTopics(row, name)), target{value: x, method: fn}
				c.run(t, c.delivered(row, o, t), edge{kind: msgEdge, topic: o})
				found = true
			}
		}
	}
	return found
}

// methodTopics returns the topics that a method of a handler object is subscribed to.
func (c *libraryCall) methodTopics(row *model.Row, method string) setID {
	named := c.topicsIn(row)
	switch prefix := c.arg(row, model.RoleName); {
	case prefix != bottom:
		return c.concat(prefix, c.textSet(method))
	case c.isNamed(named):
		return named
	}
	return c.textSet(method)
}

// isNamed reports whether a set holds a text that is not empty.
func (c *libraryCall) isNamed(s setID) bool {
	return slices.ContainsFunc(c.members(s), func(x value) bool { return x.kind == stringValue && len(c.templateOf(x)) > 0 })
}

// receive waits for messages: those of a subscription that was made before, or of a
// topic. They are the first result.
func (c *libraryCall) receive(row *model.Row) []setID {
	var from []*object
	for _, x := range c.opened(c.arg(row, model.RoleTopic)) {
		if x.kind == refValue && c.object(x.n).lib == messagesLib {
			from = append(from, c.object(x.n))
		}
	}
	if len(from) == 0 {
		from = append(from, c.subscription(row, c.named(c.topicsIn(row))))
	}
	results, got := c.resultsOf(request, bottom), bottom
	for _, o := range from {
		c.wait(c.ref(o, 0))
		got = c.join(got, c.message(o, component(c.in, 0)))
	}
	results[0] = got
	return results
}

// subscription makes what stands for the messages of topics.
func (c *libraryCall) subscription(row *model.Row, topics setID) *object {
	tag := ""
	if c.isSeveral(row) {
		tag = itoa(int64(topics))
	}
	o := c.make(messagesLib, tag)
	c.write(o, c.below(0, targetField), topics)
	c.subscribe(o, row.Protocol)
	c.fill(o, 0, request)
	c.replyTo(o, row.Const[model.RoleReply])
	return o
}

// subscribe keeps a subscription for the program's consumers.
func (c *libraryCall) subscribe(o *object, protocol string) {
	if c.consumers[o.id] == nil {
		c.consumers[o.id] = &consumer{object: o, protocol: protocol, pos: c.handWritten()}
	}
}

// subscribed returns what a row subscribes to: the topic of an option or the row's own,
// below that of the group that it belongs to.
func (c *libraryCall) subscribed(row *model.Row) setID {
	topics := c.fieldsOf(c.arg(row, model.RoleOption), string(model.RoleTopic))
	if topics == bottom {
		topics = c.topicsIn(row)
	}
	prefix := c.arg(row, model.RolePrefix)
	if prefix == bottom {
		return topics
	}
	return c.product(prefix, topics, func(prefix, topic hop.Template) hop.Template {
		return append(append(slices.Clone(prefix), hop.Part{Kind: hop.PartText, Text: "."}), topic...)
	})
}

// topicsIn returns the names of a row's topics. A function stands for its own name, and
// a slice for all names in it. The empty name is none if there are others.
func (c *libraryCall) topicsIn(row *model.Row) setID {
	if typed := c.topicByType(row); typed != bottom {
		return typed
	}
	raw := c.join(c.arg(row, model.RoleTopic), c.arg(row, model.RoleTopics))
	var names []hop.Template
	for _, x := range c.opened(c.arg(row, model.RoleTopic)) {
		if name := c.nameOf(x); name != "" {
			x = c.text(name)
		}
		names = append(names, c.addressesOf(c.one(x))...)
	}
	several := c.arg(row, model.RoleTopics)
	for _, x := range c.opened(c.join(several, c.elements(several))) {
		if x.kind == stringValue || x.kind == requestValue {
			names = append(names, c.templateOf(x))
		}
	}
	names = append(names, c.keyNames(several)...)
	if len(names) > 1 {
		names = slices.DeleteFunc(names, func(t hop.Template) bool { return len(t) == 0 })
	}
	if len(names) == 0 {
		return raw
	}
	topics := bottom
	for _, t := range names {
		topics = c.join(topics, c.one(c.str(t)))
	}
	return topics
}

// nameOf returns the name of a function as a program gives it, "" for other values.
func (f *frame) nameOf(x value) string {
	name := ""
	switch {
	case x.kind == funcValue:
		name = f.funcName(x.n)
	case x.kind == refValue && f.object(x.n).fn != nil:
		name = f.object(x.n).fn.Name
	}
	name = unbound(name)
	return name[strings.LastIndexByte(name, '.')+1:]
}

// waits reports whether functions of a kind do nothing but wait, or end a wait.
func waits(k model.Kind) bool {
	return k == model.Join || k == model.Signal || k == model.Receive
}
