package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// callThrough calls the functions in the role func there and then, in the loop that the
// row names, and those in the role fallback, and returns what they return. Without any
// in func the function is what it would be called with. Of objects in func the methods
// that the row names are called.
func (c *libraryCall) callThrough(row *model.Row) []setID {
	args := c.with(row)
	called := c.calledBy(row)
	if c.callMethods(row); len(called) == 0 && len(args) > 0 && row.Const[model.RoleMethod] == "" {
		called, args = c.callables(args[0]), nil
	}
	results := c.through(called, args, edge{kind: c.kind, loop: hop.Loop(row.Const[model.RoleLoop])})
	return c.joinResults(results, c.fallBack(row, edge{kind: c.kind}))
}

// fallBack calls the functions in the role fallback.
func (c *libraryCall) fallBack(row *model.Row, e edge) []setID {
	return c.through(c.callables(c.arg(row, model.RoleFallback)), nil, e)
}

// through calls functions.
func (c *libraryCall) through(called []value, args []setID, e edge) []setID {
	var results []setID
	for _, x := range called {
		results = c.joinResults(results, c.fitted(x, c.applyAs(x, args, e)))
	}
	return results
}

// fitted returns those of a function's results that a call which returns them has too:
// where it rather tells whether the function succeeded, its result is unknown.
func (c *libraryCall) fitted(x value, results []setID) []setID {
	fn := c.functionOf(x)
	if fn == nil || c.in.Op == ir.Nop {
		return results
	}
	if len(fn.Results) == 0 {
		return nil
	}
	out := make([]setID, max(len(c.in.Results), 1))
	for i := range out {
		if out[i] = unknown; i < len(fn.Results) && mayReturn(fn.Results[i].Class, component(c.in, i)) {
			out[i] = resultAt(results, i)
		}
	}
	return out
}

// mayReturn reports whether a call may return what a function returns: the same, or an object
// that stands for a function.
func mayReturn(result, called ir.Class) bool {
	return result == called || result == ir.FuncValue && called == ir.Pointer
}

// whole returns the objects that a row made instead of parts of them that they embed,
// where these do not have a field of their own.
func (c *libraryCall) whole(s setID, field string) setID {
	var out []value
	for _, x := range c.members(s) {
		if x.kind == refValue && x.path != 0 && field != "" && c.object(x.n).lib == "object" {
			if first, _, _ := strings.Cut(field, "."); c.setAt(c.object(x.n), c.below(x.path, first)) == bottom {
				x.path = 0
			}
		}
		out = append(out, x)
	}
	return c.of(out)
}
