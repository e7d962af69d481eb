package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// messagesLib marks the objects that stand for subscriptions: channels of messages, or
// whatever else hands them out.
const messagesLib = "messages"

// consume subscribes to a topic. Its handler runs when a message comes in; without
// one the result is a channel of messages, or a channel of the program's own is one.
func (c *libraryCall) consume(row *model.Row) []setID {
	if row.Const[model.RoleMethod] == "*" && c.consumeByMethods(row) {
		return c.resultsOf(unknown, bottom)
	}
	o := c.subscription(row, c.topicsIn(row))
	c.handOver(row, model.RoleHandler, c.delivered(row, o), edge{kind: msgEdge, topic: o})
	for _, id := range c.sets[c.arg(row, model.RoleChannel)] {
		if x := c.all[id]; x.kind == refValue {
			c.outlets[id] = o
			c.write(c.object(x.n), c.below(x.path, anyElement), request)
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
				topics := c.topicsIn(row)
				if topics == bottom {
					topics = c.textSet(name)
				}
				o := c.subscription(row, topics)
				e := edge{kind: msgEdge, topic: o}
				c.edgeTo(fn, nil, append([]setID{c.set([]valueID{valueID(x.n)})}, c.delivered(row, o)...), e)
				found = true
			}
		}
	}
	return found
}

// receive waits for messages: those of a subscription that was made before, or of a
// topic. They are data of another program.
func (c *libraryCall) receive(row *model.Row) []setID {
	found := false
	for _, x := range c.opened(c.arg(row, model.RoleTopic)) {
		if x.kind == refValue && c.object(x.n).lib == messagesLib {
			c.wait(c.one(x))
			found = true
		}
	}
	if !found {
		c.wait(c.ref(c.subscription(row, c.topicsIn(row)), 0))
	}
	return c.resultsOf(request, bottom)
}

// subscription makes what stands for the messages of topics.
func (c *libraryCall) subscription(row *model.Row, topics setID) *object {
	tag := ""
	if row.Const[model.RoleMethod] == "*" {
		tag = itoa(int64(topics))
	}
	o := c.make(messagesLib, tag)
	c.write(o, c.below(0, targetField), topics)
	c.subscribe(o, row.Protocol)
	c.fill(o, 0, request)
	return o
}

// subscribe keeps a subscription for the program's consumers.
func (c *libraryCall) subscribe(o *object, protocol string) {
	if c.consumers[o.id] == nil {
		c.consumers[o.id] = &consumer{object: o, protocol: protocol, pos: c.handWritten()}
	}
}

// topicsIn returns the names of a row's topics. A function stands for its own name, and
// a slice for all names in it. The empty name is none if there are others.
func (c *libraryCall) topicsIn(row *model.Row) setID {
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

// maxDelivered is how many arguments handlers get that are a message or part of one.
const maxDelivered = 4

// delivered returns the arguments that a handler is called with.
func (c *libraryCall) delivered(row *model.Row, o *object) []setID {
	words := strings.Fields(row.Const[model.RoleYields])
	if len(words) == 0 {
		return slices.Repeat([]setID{request}, maxDelivered)
	}
	var args []setID
	for _, word := range words {
		switch word {
		case model.DeliverMessages:
			args = append(args, c.ref(o, 0))
		case model.DeliverMessage:
			args = append(args, request)
		default:
			args = append(args, unknown)
		}
	}
	return args
}

// handOver has the library call what it was given in a role: functions and, of objects,
// the method that the row names.
func (c *libraryCall) handOver(row *model.Row, role model.Role, args []setID, e edge) {
	for _, x := range c.members(c.arg(row, role)) {
		if fn := c.methodOf(x, row.Const[model.RoleMethod]); fn != nil {
			c.edgeTo(fn, nil, append([]setID{c.set([]valueID{valueID(x.n)})}, args...), e)
			continue
		}
		for _, fn := range c.callables(c.one(x)) {
			c.applyAs(fn, args, e)
		}
	}
}

// methodOf returns the method of an object in an interface, nil if it has no body: that
// of a function type calls the function.
func (c *libraryCall) methodOf(x value, method string) *function {
	if x.kind != ifaceValue || method == "" {
		return nil
	}
	return c.funcs[c.types.method(x.typ, method)]
}

// with returns the arguments that a row says functions are called with.
func (c *libraryCall) with(row *model.Row) []setID {
	loc, ok := row.Args[model.RoleWith]
	if !ok {
		return nil
	}
	if !loc.Variadic {
		return []setID{c.locate(loc)}
	}
	return c.list(c.locate(model.Locator{Base: loc.Base, Arg: loc.Arg}))
}

// waits reports whether functions of a kind do nothing but wait, or end a wait.
func waits(k model.Kind) bool {
	return k == model.Join || k == model.Signal || k == model.Receive
}
