package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// A target is what a library calls of what it was given: a function, or a method of an
// object.
type target struct {
	value
	method *function // if set, the value is its receiver
}

// targets returns what a library calls of what stands in a role: functions and, of
// objects, the method that the row names.
func (c *libraryCall) targets(row *model.Row, role model.Role) []target {
	return c.targetsIn(c.arg(row, role), row)
}

func (c *libraryCall) targetsIn(s setID, row *model.Row) []target {
	var out []target
	for _, x := range c.members(s) {
		if fn := c.methodOf(x, row.Const[model.RoleMethod]); fn != nil {
			out = append(out, target{x, fn})
			continue
		}
		for _, fn := range c.callables(c.one(x)) {
			out = append(out, target{value: fn})
		}
	}
	return out
}

// methodOf returns the method of an object in an interface, nil if it has no body: that
// of a function type calls the function.
func (c *libraryCall) methodOf(x value, method string) *function {
	if x.kind != ifaceValue || method == "" {
		return nil
	}
	return c.funcs[c.types.method(x.typ, method)]
}

// run calls a target and returns its results.
func (c *libraryCall) run(t target, args []setID, e edge) []setID {
	if t.method == nil {
		return c.applyAs(t.value, args, e)
	}
	return c.edgeTo(t.method, nil, append([]setID{c.one(c.all[t.n])}, args...), e).results
}

// params returns the parameters of a target but its receiver, nil if they are not known.
func (c *libraryCall) params(t target) []ir.Param {
	if t.method != nil {
		return t.method.Params[1:]
	}
	if fn := c.functionOf(t.value); fn != nil {
		return fn.Params
	}
	return nil
}

// maxDelivered is how many arguments those get that are a message or part of one, where
// the parameters are not known.
const maxDelivered = 4

// delivered returns the arguments that a target is called with for messages of a
// subscription: as the row says, or the message in each parameter that may be one.
func (c *libraryCall) delivered(row *model.Row, o *object, t target) []setID {
	params := c.params(t)
	words := strings.Fields(row.Const[model.RoleYields])
	if len(words) == 0 {
		words = slices.Repeat([]string{model.DeliverMessage}, max(len(params), maxDelivered))
	}
	args := make([]setID, len(words))
	for i, word := range words {
		switch word {
		case model.DeliverMessages:
			args[i] = c.ref(o, 0)
		case model.DeliverMessage:
			args[i] = c.messageFor(params, i, o)
		default:
			args[i] = unknown
		}
	}
	return args
}

// messageFor returns the message of a subscription as a parameter.
func (c *libraryCall) messageFor(params []ir.Param, i int, o *object) setID {
	if i >= len(params) || params[i].Type == "context.Context" {
		return request
	}
	return c.message(o, params[i].Class)
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
