package interp

import "github.com/hoplint/hoplint/analyzer/internal/model"

const (
	yieldLib = "yield" // functions that keep what an iterator hands them
	nextLib  = "next"  // functions that give what was kept
)

// pull runs iterators there and then, and makes a function that gives what they yield.
func (c *libraryCall) pull(row *model.Row) []setID {
	yield, next := c.make(yieldLib, c.name), c.make(nextLib, c.name)
	c.write(next, c.below(0, overField), c.ref(yield, 0))
	for _, x := range c.opened(c.arg(row, model.RoleOver)) {
		c.apply(x, []setID{c.ref(yield, 0)}, c.kind)
	}
	return []setID{c.ref(next, 0), unknown}
}

// keepYielded keeps the values of one turn, each at its place.
func (f *frame) keepYielded(o *object, args []setID) []setID {
	for i, arg := range args {
		f.write(o, f.below(0, "["+itoa(int64(i))+"]"), arg)
	}
	return []setID{unknown}
}

// nextOf returns what was yielded, and that there may have been no more.
func (f *frame) nextOf(o *object) []setID {
	var out []setID
	for _, x := range f.members(f.setAt(o, f.below(0, overField))) {
		kept := f.object(x.n)
		for _, step := range f.orderedElements(kept, 0) {
			out = append(out, f.setAt(kept, f.below(0, step)))
		}
	}
	return append(out, unknown)
}
