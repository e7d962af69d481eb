package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// A test compares two strings.
type test struct {
	holds func(s, t string) bool
	// end returns the part of the first that decides, nil if that is all of it.
	end func(hop.Template) hop.Part
}

// tests are the operations of the kind test; model.Tests lists their names.
var tests = map[string]test{
	"contains":  {holds: strings.Contains},
	"equalFold": {holds: strings.EqualFold},
	"hasPrefix": {strings.HasPrefix, func(t hop.Template) hop.Part { return t[0] }},
	"hasSuffix": {strings.HasSuffix, func(t hop.Template) hop.Part { return t[len(t)-1] }},
}

// test compares strings, as far as they are known.
func (c *libraryCall) test(row *model.Row) []setID {
	return []setID{c.compared(c.argument(0), c.argument(1), tests[row.Op])}
}

func (c *libraryCall) compared(a, b setID, by test) setID {
	out := bottom
	as, bs := c.templatesOf(a), c.templatesOf(b)
	if len(as)*len(bs) > maxPairs {
		return unknown
	}
	for _, x := range as {
		for _, y := range bs {
			t, okT := literal(c.settled(y))
			s, okS := by.deciding(c.settled(x), t)
			if !okS || !okT {
				return unknown
			}
			out = c.join(out, c.boolean(by.holds(s, t)))
		}
	}
	if out == bottom {
		return unknown
	}
	return out
}

// deciding returns what of a string decides whether the test holds: all of it or, where
// there are holes, the text at its end if that is long enough.
func (by test) deciding(t hop.Template, other string) (string, bool) {
	text, ok := literal(t)
	if ok || by.end == nil {
		return text, ok
	}
	p := by.end(t)
	return p.Text, p.Kind == hop.PartText && len(p.Text) >= len(other)
}
