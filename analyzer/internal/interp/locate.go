package interp

import "slices"

// stepInto returns the places one step below others: where pointers, slices or interfaces
// are stored, what they lead to.
func (c *libraryCall) stepInto(at []value, part string) []value {
	var out []value
	for _, x := range at {
		if x.kind != refValue && x.kind != structValue {
			out = append(out, x)
			continue
		}
		o, steps := c.object(x.n), []string{part}
		if part == anyElement {
			steps = c.elementSteps(o, x.path, 0, false)
		}
		for _, step := range steps {
			p := c.below(x.path, step)
			out = append(out, c.behind(value{kind: refValue, n: x.n, path: p})...)
		}
	}
	return out
}

// behind returns what a variable leads to: itself unless a pointer is stored in it.
func (c *libraryCall) behind(x value) []value {
	stored := c.opened(c.setAt(c.object(x.n), x.path))
	if slices.ContainsFunc(stored, func(y value) bool { return y.kind == refValue }) {
		return slices.DeleteFunc(stored, func(y value) bool { return y.kind == nilValue })
	}
	return []value{x}
}

// ask returns what a method gives of the objects in a set, or in a field of these.
func (c *libraryCall) ask(s setID, method string) setID {
	if field, last, ok := cutLast(method, "."); ok {
		s, method = c.fieldsOf(s, field), last
	}
	out := bottom
	for _, x := range c.members(s) {
		if fn := c.methodOf(x, method); fn != nil {
			results := c.enterAt(fn, []setID{c.set([]valueID{valueID(x.n)})}, callEdge)
			out = c.join(out, resultAt(results, 0))
		}
	}
	return out
}
