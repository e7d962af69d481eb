package interp

import (
	"os"
	"strings"
)

// expand replaces $NAME and ${NAME} by what a function gives for the name.
func (c *libraryCall) expand() setID {
	text, ok := c.single(c.argument(0))
	if !ok {
		return c.derived()
	}
	const mark = "\x00"
	marked := os.Expand(text, func(name string) string { return mark + name + mark })
	out := c.textSet("")
	for i, piece := range strings.Split(marked, mark) {
		s := c.textSet(piece)
		if i%2 == 1 {
			s = bottom
			for _, fn := range c.callables(c.argument(1)) {
				s = c.join(s, resultAt(c.apply(fn, []setID{c.textSet(piece)}, c.kind), 0))
			}
		}
		out = c.concat(out, s)
	}
	return out
}
