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
		model.Serve:         (*libraryCall).serve,
		model.Dispatch:      (*libraryCall).dispatch,
		model.Apply:         (*libraryCall).applyReceiver,
		model.Server:        (*libraryCall).newServer,
		model.Register:      (*libraryCall).register,
		model.Methods:       (*libraryCall).registerMethods,
		model.Annotate:      (*libraryCall).annotate,
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
		model.Socket:        (*libraryCall).openSocket,
		model.Proxy:         (*libraryCall).proxy,
		model.NewProxy:      (*libraryCall).newProxy,
		model.Interceptor:   (*libraryCall).newOption,
		model.Publish:       (*libraryCall).publish,
		model.Consume:       (*libraryCall).consume,
		model.Receive:       (*libraryCall).receive,
		model.Bind:          (*libraryCall).bind,
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
		model.Pass:          (*libraryCall).wrap,
		model.Put:           (*libraryCall).put,
		model.Get:           (*libraryCall).get,
		model.Inert:         (*libraryCall).inert,
		model.Context:       (*libraryCall).callThrough,
		model.Each:          (*libraryCall).forEach,
		model.Iterator:      (*libraryCall).iterator,
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
	if row := f.models.Row(c.name); row != nil {
		if c.kind == goEdge && waits(row.Kind) {
			return nil // on a goroutine of its own, which nobody waits for
		}
		before := len(f.c.effects)
		results := f.actions[row.Kind](c, row)
		for i := range f.c.effects[before:] {
			f.c.effects[before+i].spawned = c.kind == goEdge
		}
		return results
	}
	return c.unmodelled()
}

// unmodelled is a call of a function that nobody described. Its result is unknown,
// but for arguments that it may return: wrappers. Functions among the other
// arguments are called there and then.
func (c *libraryCall) unmodelled() []setID {
	origin := c.origin()
	passed := bottom
	for _, i := range c.in.Pass {
		if int(i) < len(c.args) {
			passed = c.join(passed, c.args[i])
		}
	}
	if c.builds() {
		passed = c.join(passed, c.receiver())
	}
	c.callBack(c.args, c.in.Pass)
	c.passed(c.args, origin)
	if c.builds() {
		return []setID{passed}
	}
	return c.resultsOf(c.one(origin), passed)
}

// resultsOf shapes the results of an unmodelled call: other, and for interfaces and
// functions also what was passed through.
func (c *libraryCall) resultsOf(other, passed setID) []setID {
	if c.in.Class != ir.Tuple {
		return []setID{c.resultOf(c.in.Class, other, passed)}
	}
	out := make([]setID, len(c.in.Results))
	for i, r := range c.in.Results {
		out[i] = c.resultOf(r.Class, other, passed)
	}
	return out
}

func (c *libraryCall) resultOf(class ir.Class, other, passed setID) setID {
	if class == ir.Interface || class == ir.FuncValue {
		return c.join(passed, other)
	}
	return other
}

// callBack calls the functions among the arguments, but those that are passed through.
func (c *libraryCall) callBack(args []setID, pass []int32) {
	through := make(map[int]bool)
	for _, i := range pass {
		through[int(i)] = true
	}
	for i, a := range args {
		if through[i] {
			continue
		}
		for _, x := range c.members(a) {
			if x.kind == funcValue || x.kind == refValue && c.object(x.n).fn != nil {
				before := len(c.c.edges)
				for _, s := range c.apply(x, nil, c.kind) {
					c.handedOut[s] = true
				}
				c.markBody(c.c.edges[before:], nil)
			}
		}
	}
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

// receiver returns the receiver, bottom if there is none.
func (c *libraryCall) receiver() setID {
	if c.isMethod() && len(c.args) > 0 {
		return c.args[0]
	}
	return bottom
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
		s = c.receiver()
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
			out = c.join(out, c.loadFrom(c.object(x.n), c.below(x.path, parts[len(parts)-1]), ir.Interface))
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
func (c *libraryCall) inert(*model.Row) []setID { return c.resultsOf(c.one(c.origin()), bottom) }

// origin is what an unknown result is: data of a request or an answer if an argument is.
func (c *libraryCall) origin() value {
	for _, a := range c.args {
		if x, ok := c.foreign(a); ok {
			return x
		}
	}
	return value{kind: unknownValue}
}

// wrap returns the argument that the result stands for.
func (c *libraryCall) wrap(row *model.Row) []setID {
	s := c.locate(row.Pass)
	if strip := c.arg(row, model.RoleStrip); strip != bottom {
		s = c.stripped(s, strip)
	}
	return []setID{s}
}

// newObject makes an object with a field for each role.
func (c *libraryCall) newObject(row *model.Row) []setID {
	o := c.make("object", c.name)
	o.typ = strings.TrimPrefix(c.in.Type, "*")
	for _, role := range row.Roles() {
		c.write(o, c.below(0, string(role)), c.arg(row, role))
	}
	if component(c.in, 0) == ir.Struct {
		return c.shaped(c.one(value{kind: structValue, n: int64(o.id)}))
	}
	return c.shaped(c.ref(o, 0))
}

// setFields sets fields of the receiver, which is also the result.
func (c *libraryCall) setFields(row *model.Row) []setID {
	for _, role := range row.Roles() {
		c.setField(c.receiver(), string(role), c.arg(row, role))
	}
	return []setID{c.receiver()}
}

// callThrough calls the func argument and returns what that returns.
func (c *libraryCall) callThrough(row *model.Row) []setID {
	var results []setID
	for _, x := range c.callables(c.arg(row, model.RoleFunc)) {
		results = c.joinResults(results, c.apply(x, c.with(row), c.kind))
	}
	c.callMethods(row)
	return results
}

// applyReceiver calls the function that the receiver is.
func (c *libraryCall) applyReceiver(*model.Row) []setID {
	var results []setID
	for _, x := range c.opened(c.receiver()) {
		results = c.joinResults(results, c.applyAs(x, c.args[1:], edge{kind: c.kind, labels: c.labels}))
	}
	return results
}
