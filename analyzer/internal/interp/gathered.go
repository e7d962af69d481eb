package interp

import (
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// What an iteration gathered: its items, the results of the function for each, and the
// addresses of the elements where they are known.
type gathered struct {
	items []item
	given [][]setID
	parts []valueID
}

// iterated returns the results of a call for each element: what was gone over, a new
// slice or map of what the function gave, or what is known of neither.
func (c *libraryCall) iterated(row *model.Row, over setID, g gathered) []setID {
	out := c.resultsOf(c.one(c.origin()), bottom)
	if len(out) == 0 {
		return out
	}
	switch row.Const[model.RoleResult] {
	case model.ResultOver:
		out[0] = over
	case model.ResultGiven:
		out[0] = c.sliceOf(g)
	case model.ResultKeyed, model.ResultPairs, model.ResultGroups:
		out[0] = c.mapOf(g, row.Const[model.RoleResult])
	}
	return out
}

// sliceOf makes a slice of what the function gave for each element or, where a map
// comes out, a map with that under the same keys.
func (c *libraryCall) sliceOf(g gathered) setID {
	o := c.make("strings", c.name)
	for i, results := range g.given {
		step := anyElement
		switch {
		case i >= len(g.parts):
		case component(c.in, 0) == ir.Map:
			step = c.paths[c.all[g.parts[i]].path].step
		default:
			step = c.gatheredStep(g.parts[i], i)
		}
		c.write(o, c.below(0, step), resultAt(results, 0))
	}
	return c.ref(o, 0)
}

// mapOf makes a map by the keys that the function gave: of the elements, of what else
// it gave, or of slices of the elements.
func (c *libraryCall) mapOf(g gathered, result string) setID {
	o := c.make("strings", c.name)
	for i, results := range g.given {
		val := g.items[i].value
		if result == model.ResultPairs {
			val = resultAt(results, 1)
		}
		for _, key := range c.members(resultAt(results, 0)) {
			p := c.below(0, c.stepOf(key))
			if result == model.ResultGroups {
				list := c.make("group", c.stepOf(key))
				c.write(list, c.below(0, anyElement), val)
				c.write(o, p, c.ref(list, 0))
				continue
			}
			c.write(o, p, val)
		}
	}
	return c.ref(o, 0)
}
