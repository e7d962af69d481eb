package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// An action is what the interpreter does for a kind of row. It returns the results
// of the call.
type action func(*libraryCall, *model.Row) []setID

func actions() map[model.Kind]action {
	return map[model.Kind]action{
		model.Router:        (*libraryCall).newRouter,
		model.Route:         (*libraryCall).route,
		model.RouteMod:      (*libraryCall).routeMod,
		model.Group:         (*libraryCall).group,
		model.Mount:         (*libraryCall).mount,
		model.Middleware:    (*libraryCall).middleware,
		model.Wrap:          (*libraryCall).wrap,
		model.Wrapper:       (*libraryCall).newWrapper,
		model.Sequence:      (*libraryCall).newSequence,
		model.Handler:       (*libraryCall).newHandler,
		model.Serve:         (*libraryCall).serve,
		model.Dispatch:      (*libraryCall).dispatch,
		model.Apply:         (*libraryCall).applyReceiver,
		model.Server:        (*libraryCall).newServer,
		model.Register:      (*libraryCall).register,
		model.Methods:       (*libraryCall).registerMethods,
		model.Annotate:      (*libraryCall).annotate,
		model.RequestType:   (*libraryCall).inert,
		model.Procedure:     (*libraryCall).newProcedure,
		model.Subroute:      (*libraryCall).subroute,
		model.Event:         (*libraryCall).runForEvents,
		model.MessageType:   (*libraryCall).inert,
		model.Reserve:       (*libraryCall).reserve,
		model.Request:       (*libraryCall).newRequest,
		model.Copy:          (*libraryCall).copied,
		model.Carry:         (*libraryCall).carry,
		model.Carried:       (*libraryCall).carried,
		model.Call:          (*libraryCall).outbound,
		model.Caller:        (*libraryCall).newCaller,
		model.AsyncCall:     (*libraryCall).asyncCall,
		model.Dial:          (*libraryCall).dial,
		model.Stub:          (*libraryCall).fillStub,
		model.Socket:        (*libraryCall).openSocket,
		model.Proxy:         (*libraryCall).proxy,
		model.NewProxy:      (*libraryCall).newProxy,
		model.Interceptor:   (*libraryCall).newOption,
		model.Publish:       (*libraryCall).publish,
		model.Consume:       (*libraryCall).consume,
		model.Receive:       (*libraryCall).receive,
		model.Bind:          (*libraryCall).bind,
		model.Answer:        (*libraryCall).answer,
		model.Queue:         (*libraryCall).newQueue,
		model.RequestReply:  (*libraryCall).requestReply,
		model.Spawn:         (*libraryCall).spawn,
		model.Join:          (*libraryCall).joinGroup,
		model.Signal:        (*libraryCall).signalGroup,
		model.Schedule:      (*libraryCall).schedule,
		model.Ticker:        (*libraryCall).ticker,
		model.String:        (*libraryCall).stringOp,
		model.URL:           (*libraryCall).urlOp,
		model.Test:          (*libraryCall).test,
		model.Env:           (*libraryCall).env,
		model.Flag:          (*libraryCall).flag,
		model.FlagValue:     (*libraryCall).flagValue,
		model.ConfigKey:     (*libraryCall).configKeyed,
		model.ConfigBind:    (*libraryCall).bindConfig,
		model.Discovery:     (*libraryCall).discover,
		model.Args:          (*libraryCall).commandLine,
		model.Decode:        (*libraryCall).decode,
		model.New:           (*libraryCall).newObject,
		model.Set:           (*libraryCall).setFields,
		model.Setter:        (*libraryCall).newSetter,
		model.Pass:          (*libraryCall).wrap,
		model.Put:           (*libraryCall).put,
		model.Get:           (*libraryCall).get,
		model.Inert:         (*libraryCall).inert,
		model.Opaque:        (*libraryCall).opaque,
		model.Context:       (*libraryCall).callThrough,
		model.Each:          (*libraryCall).forEach,
		model.Iterator:      (*libraryCall).iterator,
		model.Pull:          (*libraryCall).pull,
		model.Collect:       (*libraryCall).collect,
		model.Provide:       (*libraryCall).provide,
		model.Supply:        (*libraryCall).supply,
		model.Decorate:      (*libraryCall).decorate,
		model.Invoke:        (*libraryCall).injectInto,
		model.Annotated:     (*libraryCall).annotated,
		model.Assemble:      (*libraryCall).assemble,
		model.Resolve:       (*libraryCall).resolveType,
		model.ParamStruct:   (*libraryCall).inert,
		model.ResultStruct:  (*libraryCall).inert,
		model.ContainerType: (*libraryCall).inert,
		model.Command:       (*libraryCall).runCommand,
		model.Grammar:       (*libraryCall).grammar,
		model.CommandType:   (*libraryCall).inert,
		model.FlagType:      (*libraryCall).inert,
		model.Sub:           (*libraryCall).addCommands,
	}
}

// library calls a function without a body: as its row says, else with the least
// that it must be assumed to do.
func (f *frame) library(c *libraryCall) []setID {
	row := f.models.Row(c.name)
	if row == nil {
		row = c.bySignature()
	}
	if row == nil {
		return c.unmodelled()
	}
	return c.act(row)
}

// act does what a row says.
func (c *libraryCall) act(row *model.Row) []setID {
	if c.kind == goEdge && waits(row.Kind) {
		return nil // on a goroutine of its own, which nobody waits for
	}
	before := len(c.c.effects)
	results := c.actions[row.Kind](c, row)
	for i := range c.c.effects[before:] {
		c.c.effects[before+i].spawned = c.kind == goEdge
	}
	return results
}

// callables returns the functions of a set, in interfaces and slices too.
func (c *libraryCall) callables(s setID) []value {
	var out []value
	for _, x := range c.opened(s) {
		switch {
		case x.kind == funcValue:
			out = append(out, x)
		case x.kind == refValue && c.object(x.n).fn != nil:
			out = append(out, x)
		}
	}
	return out
}

// opened returns the values of a set, interfaces opened.
func (f *frame) opened(s setID) []value {
	xs := f.values.members(s)
	for i, x := range xs {
		for x.kind == ifaceValue {
			x = f.all[x.n]
		}
		xs[i] = x
	}
	return xs
}

// isMethod reports whether the function has a receiver.
func (c *libraryCall) isMethod() bool { return strings.HasPrefix(c.name, "(") }

// givesReceiver reports whether the result of a method is of its receiver's type.
func (c *libraryCall) givesReceiver() bool {
	return c.isMethod() && strings.HasPrefix(c.name, "("+c.in.Type+").")
}

// receiver returns the receiver, bottom if there is none.
func (c *libraryCall) receiver() setID {
	if c.isMethod() && len(c.args) > 0 {
		return c.args[0]
	}
	return c.standIn()
}

// argument returns the argument with the given index, the receiver not counted.
func (c *libraryCall) argument(i int) setID {
	if c.isMethod() {
		i++
	}
	if i < len(c.args) {
		return c.args[i]
	}
	return bottom
}

// arg returns what stands in a role: bottom if the row does not say.
func (c *libraryCall) arg(row *model.Row, role model.Role) setID {
	if text, ok := row.Const[role]; ok {
		return c.textSet(text)
	}
	loc, ok := row.Args[role]
	if !ok {
		return bottom
	}
	return c.locate(loc)
}

func (c *libraryCall) locate(loc model.Locator) setID {
	var s setID
	switch loc.Base {
	case model.Nowhere:
		return bottom
	case model.Receiver:
		s = c.whole(c.receiver(), loc.Field)
	default:
		s = c.argument(loc.Arg)
	}
	if loc.Each {
		s = c.element
	}
	if loc.Variadic {
		return c.elements(s)
	}
	if method, ok := strings.CutSuffix(loc.Field, "()"); ok {
		return c.ask(s, method)
	}
	if loc.Field == "" {
		return s
	}
	return c.anyField(s, loc)
}

// elements returns the elements of a slice, all together.
func (c *libraryCall) elements(s setID) setID {
	out := bottom
	for _, x := range c.opened(s) {
		switch x.kind {
		case refValue, structValue:
			o := c.object(x.n)
			for _, e := range c.elementSteps(o, x.path, 0, false) {
				out = c.join(out, c.loadFrom(o, c.below(x.path, e), ir.Interface))
			}
		case requestValue, unknownValue:
			out = c.join(out, c.one(x))
		}
	}
	return out
}

// list returns the elements of a variadic argument in order.
func (c *libraryCall) list(s setID) []setID {
	var out []setID
	for _, x := range c.opened(s) {
		if x.kind != refValue && x.kind != structValue {
			continue
		}
		o := c.object(x.n)
		for _, e := range c.orderedElements(o, x.path) {
			out = append(out, c.loadFrom(o, c.below(x.path, e), ir.Interface))
		}
		break
	}
	return out
}

// fieldsOf returns a field of what the values of a set point to. Dots lead through
// structs, and through pointers, slices and interfaces.
func (c *libraryCall) fieldsOf(s setID, name string) setID {
	at := c.opened(s)
	parts := strings.Split(name, ".")
	for _, part := range parts[:len(parts)-1] {
		at = c.stepInto(at, part)
	}
	out := bottom
	for _, x := range at {
		switch x.kind {
		case refValue, structValue:
			out = c.join(out, c.fieldOf(x, parts[len(parts)-1]))
		case configValue:
			out = c.join(out, c.configured(x, parts, ir.Interface))
		case requestValue, unknownValue:
			out = c.join(out, c.one(x))
		}
	}
	return out
}

// setField writes a field of what the values of a set point to.
func (c *libraryCall) setField(s setID, name string, val setID) {
	for _, x := range c.opened(s) {
		if x.kind == refValue {
			c.write(c.object(x.n), c.below(x.path, name), val)
		}
	}
}

// make returns the object that a library call makes, one a tag.
func (c *libraryCall) make(role, tag string) *object {
	s := c.here(role + " " + tag)
	if c.fn == nil {
		s = site{tag: role + " " + tag, ctx: c.c.id}
	} else if o := c.sameSite(s); o != nil && (role == "router" || role == "strip" || tag == "copy") {
		return o // what wraps or groups may do so again and again
	}
	o, fresh := c.heap.at(s)
	if fresh {
		o.lib = role
	}
	return o
}

// inert does nothing that matters.
func (c *libraryCall) inert(row *model.Row) []setID {
	c.fillIn(row)
	return c.resultsOf(c.one(c.origin()), bottom)
}

// fillIn fills the variables whose addresses are in dst with what is not known.
func (c *libraryCall) fillIn(row *model.Row) {
	if dst := c.arg(row, model.RoleDst); dst != bottom {
		c.passed([]setID{dst}, value{kind: unknownValue})
	}
}

// applyReceiver calls the function that the receiver is.
func (c *libraryCall) applyReceiver(row *model.Row) []setID {
	fn, args := c.receiver(), c.args[min(1, len(c.args)):]
	if _, ok := row.Args[model.RoleFunc]; ok {
		fn, args = c.arg(row, model.RoleFunc), nil
	}
	var results []setID
	for _, x := range c.opened(fn) {
		results = c.joinResults(results, c.applyAs(x, args, edge{kind: c.kind, labels: c.labels}))
	}
	return results
}
