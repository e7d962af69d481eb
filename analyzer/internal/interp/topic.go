package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// topicByType returns the topics that go by types: that of a value, or the type that a
// generic function is instantiated with.
func (c *libraryCall) topicByType(row *model.Row) setID {
	how := row.Const[model.RoleType]
	if how == "" {
		out := bottom
		for _, x := range c.members(c.arg(row, model.RoleType)) {
			if x.kind == ifaceValue {
				out = c.join(out, c.textSet(ownTypeName(c.types.name(x.typ))))
			}
		}
		return out
	}
	if c.in.Callee == ir.Invoke || c.in.Method == "" {
		return bottom
	}
	method, ok := strings.CutSuffix(how, "()")
	if !ok {
		return c.textSet(ownTypeName(c.in.Method))
	}
	fn := c.funcs["("+c.in.Method+")."+method]
	if fn == nil {
		return bottom
	}
	return resultAt(c.enterAt(fn, []setID{unknown}, callEdge), 0)
}

// ownTypeName returns the name of a type without its package: those who send and those
// who receive may each have their own.
func ownTypeName(name string) string {
	return name[strings.LastIndexAny(name, "./*")+1:]
}

// named returns the names among topics, if there are some: where to read on may be part
// of what was received.
func (c *libraryCall) named(topics setID) setID {
	out := bottom
	for _, x := range c.members(topics) {
		if x.kind == stringValue && !isForeign(c.templateOf(x)) {
			out = c.join(out, c.one(x))
		}
	}
	if out == bottom {
		return topics
	}
	return out
}

// isForeign reports whether all of a text was received.
func isForeign(t hop.Template) bool {
	return !slices.ContainsFunc(t, func(p hop.Part) bool { return p.Kind != hop.PartRequest })
}

// keyNames returns the known keys of the maps in a set.
func (c *libraryCall) keyNames(s setID) []hop.Template {
	var out []hop.Template
	for _, x := range c.opened(s) {
		for _, step := range c.keyStepsOf(x) {
			out = append(out, c.templatesOf(c.keyOf(step))...)
		}
	}
	return out
}

// keyStepsOf returns the elements of a map whose keys are known.
func (c *libraryCall) keyStepsOf(x value) []string {
	if x.kind != refValue {
		return nil
	}
	var out []string
	for _, step := range c.elementSteps(c.object(x.n), x.path, 0, false) {
		if strings.HasPrefix(step, textKey) {
			out = append(out, step)
		}
	}
	return out
}

// isSeveral reports whether a row may make several subscriptions at once.
func (c *libraryCall) isSeveral(row *model.Row) bool {
	_, byKeys := row.Args[model.RoleHandlers]
	_, each := row.List()
	return byKeys || each || row.Const[model.RoleMethod] == "*"
}

// consumeEach subscribes each handler of a list.
func (c *libraryCall) consumeEach(row *model.Row, list model.Locator) []setID {
	for _, c.element = range c.list(c.locate(list)) {
		c.consume(row)
	}
	c.element = bottom
	return c.resultsOf(unknown, bottom)
}

// consumeByKeys subscribes the handlers in a map to the topics that are their keys.
func (c *libraryCall) consumeByKeys(row *model.Row) []setID {
	for _, x := range c.opened(c.arg(row, model.RoleHandlers)) {
		for _, step := range c.keyStepsOf(x) {
			o := c.subscription(row, c.keyOf(step))
			handlers := c.loadFrom(c.object(x.n), c.below(x.path, step), ir.Interface)
			for _, t := range c.targetsIn(handlers, row) {
				c.run(t, c.delivered(row, o, t), edge{kind: msgEdge, topic: o})
			}
		}
	}
	return c.resultsOf(unknown, bottom)
}

// wrapping returns the handlers that middleware makes of handlers which are not known here.
func (c *libraryCall) wrapping(row *model.Row) []target {
	var out []target
	for _, m := range c.callables(c.arg(row, model.RoleMiddleware)) {
		out = append(out, c.targetsIn(resultAt(c.apply(m, []setID{unknown}, callEdge), 0), row)...)
	}
	return out
}

// An inlet is a channel that messages are sent on, as a library hands it out.
type inlet struct {
	protocol string
	field    string // of a message: its topic
}

func (c *libraryCall) newInlet(in inlet) []setID {
	s := c.ref(c.make("inlet", c.name), 0)
	for _, id := range c.sets[s] {
		c.inlets[id] = in
	}
	return c.shaped(s)
}

// publishTo sends messages on a channel: a call if it is an inlet.
func (f *frame) publishTo(channel valueID, messages setID) {
	in, ok := f.inlets[channel]
	if !ok {
		return
	}
	c := &libraryCall{frame: f, in: &ir.Instr{}}
	f.emit(effect{kind: hop.Async, protocol: in.protocol, addresses: c.addressesOf(c.fieldsOf(messages, in.field))})
}
