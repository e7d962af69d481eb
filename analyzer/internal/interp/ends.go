package interp

import (
	"os"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

func (c *libraryCall) hasPrefix() setID {
	return c.tested(strings.HasPrefix, func(t hop.Template) hop.Part { return t[0] })
}

func (c *libraryCall) hasSuffix() setID {
	return c.tested(strings.HasSuffix, func(t hop.Template) hop.Part { return t[len(t)-1] })
}

// tested says whether strings begin or end in a literal, if the text at that end tells
// and they agree.
func (c *libraryCall) tested(holds func(s, end string) bool, end func(hop.Template) hop.Part) setID {
	want, ok := c.single(c.argument(1))
	if !ok {
		return unknown
	}
	out := bottom
	for _, t := range c.templatesOf(c.argument(0)) {
		text, lit := literal(t)
		if !lit {
			p := end(t)
			if p.Kind != hop.PartText || len(p.Text) < len(want) {
				return unknown
			}
			text = p.Text
		}
		out = c.join(out, c.boolean(holds(text, want)))
	}
	if len(c.sets[out]) != 1 {
		return unknown
	}
	return out
}

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
