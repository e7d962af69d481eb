package interp

import (
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// unmodelled is a call of a function that nobody described. Its result is unknown,
// but for arguments that it may return: wrappers. Functions among the other
// arguments are called there and then.
func (c *libraryCall) unmodelled() []setID {
	c.reachInfrastructure()
	origin := c.origin()
	c.callBack(c.args, c.in.Pass)
	c.passed(c.args, origin)
	return c.resultsOf(c.one(origin), c.passedThrough())
}

// bySignature returns what the signature of a function without a row says of it, or nil.
// Infrastructure is known by its packages.
func (c *libraryCall) bySignature() *model.Row {
	if c.name != "" && c.models.Reaches(c.name) != "" {
		return nil
	}
	return c.models.Shaped(c.in.Takes, c.resultTypes())
}

// resultTypes returns the types of the results.
func (c *libraryCall) resultTypes() []string {
	if c.in.Class != ir.Tuple {
		if c.in.Type == "" {
			return nil
		}
		return []string{c.in.Type}
	}
	var out []string
	for _, r := range c.in.Results {
		out = append(out, r.Type)
	}
	return out
}

// passedThrough returns the arguments that the result may be.
func (c *libraryCall) passedThrough() setID {
	passed := c.fluent()
	for _, i := range c.in.Pass {
		if int(i) < len(c.args) {
			passed = c.join(passed, c.args[i])
		}
	}
	return passed
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
	switch {
	case class == ir.Interface, class == ir.FuncValue:
		return c.join(passed, other)
	case class == ir.Pointer && passed != bottom && passed == c.fluent():
		return passed
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

// origin is what an unknown result is: data of a request or an answer if an argument is.
func (c *libraryCall) origin() value {
	for _, a := range c.args {
		if x, ok := c.foreign(a); ok {
			return x
		}
	}
	return value{kind: unknownValue}
}
