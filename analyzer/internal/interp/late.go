package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A caller is a context that enters another one, and whether that may run after the
// program has started to serve.
type caller struct {
	*context
	serving bool
}

// entered notes by whom a context that is known already is entered.
func (m *machine) entered(c *context, by caller) *context {
	if by.serving && !c.serving {
		c.serving = true
		m.enqueue(c.id)
	}
	return c.calledBy(by.context)
}

// writtenLate notes of a place that it is written while the program serves, other than
// where its object is made, and reports whether that is new. Until then it held its
// zero value: a breaker was closed, a token was not fetched. Who asks for it may find
// either. What is written before the program serves is not read before.
func (h *heap) writtenLate(o *object, pl *place) bool {
	if pl.late || h.running == nil || !h.running.serving || o.lib != "" || o.site.ctx == h.running.id {
		return false
	}
	pl.late = true
	return true
}

// emptyOf returns the zero value of a class, but for strings: those are parts of
// addresses, so that only comparisons see it.
func (h *heap) emptyOf(class ir.Class) setID {
	switch class {
	case ir.String, ir.Other, ir.Struct, ir.Array, ir.Tuple:
		return bottom
	}
	return h.zeroOf(class)
}

// compared returns what an operand may be where it is compared: also the empty string,
// for a variable that is written late and for an element of a map that may be missing.
func (f *frame) compared(o ir.Operand) []value {
	s := f.value(o)
	def := f.fn.definition(o)
	if def == nil || s == bottom || def.Class != ir.String {
		return f.members(s)
	}
	empty := false
	switch def.Op {
	case ir.Load:
		from := f.members(f.value(def.Args[0]))
		if slices.ContainsFunc(from, f.hidesScheme) {
			return f.members(unknown)
		}
		empty = slices.ContainsFunc(from, f.isLate)
	case ir.Lookup:
		empty = f.misses(def.Args[1])
	}
	if empty {
		s = f.join(s, f.textSet(""))
	}
	return f.members(s)
}

// hidesScheme reports whether a place is the scheme of a URL that comes whole from
// elsewhere: rendered it is left out, compared it may be any.
func (f *frame) hidesScheme(x value) bool {
	if x.kind != refValue || f.paths[x.path] != (pathStep{step: "Scheme"}) {
		return false
	}
	texts := f.templatesOf(f.setAt(f.object(x.n), f.below(0, textField)))
	return slices.ContainsFunc(texts, func(t hop.Template) bool {
		return len(t) > 0 && t[0].Kind != hop.PartText && !isInboundURL(t)
	})
}

// isLate reports whether a place is written while the program serves.
func (f *frame) isLate(x value) bool {
	if x.kind != refValue {
		return false
	}
	r := &reading{heap: f.heap, reader: f.c.id, seen: make(map[visited]bool)}
	r.walk(&f.object(x.n).root, f.steps(x.path))
	return r.late
}

// misses reports whether a map may have no element of a key: one that is not known.
func (f *frame) misses(key ir.Operand) bool {
	return slices.ContainsFunc(f.members(f.value(key)), func(x value) bool { return f.stepOf(x) == anyElement })
}
