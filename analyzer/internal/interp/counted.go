package interp

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A boundedLoop is a loop over elements that are known: the program says how often it
// turns, unless one of them was itself made in a loop over data.
type boundedLoop struct {
	loop int32
	from []*object // that elements were appended from
}

// boundLoop notes a loop whose elements are known. A single one may be all that is known
// of a slice that a library filled.
func (f *frame) boundLoop(loop int32, turns []turn) {
	if len(turns) == 0 || len(turns) == 1 && f.isFilled(turns[0].over) {
		return
	}
	b := boundedLoop{loop: loop}
	for _, t := range turns {
		if src := f.elementSource(t.step); src != nil {
			b.from = append(b.from, src)
		}
	}
	f.c.bounded = append(f.c.bounded, b)
}

// isFilled reports whether a library, or data, may have added elements to a place.
func (f *frame) isFilled(x value) bool {
	pl := &f.object(x.n).root
	for _, step := range f.steps(x.path) {
		if pl.filled != bottom || pl.children[step] == nil {
			return pl.filled != bottom
		}
		pl = pl.children[step]
	}
	return pl.filled != bottom
}

// elementSource returns the slice that an element was appended from, nil if it was not.
func (f *frame) elementSource(step string) *object {
	id, _, ok := strings.Cut(strings.TrimPrefix(step, "["), "@")
	if n, err := strconv.Atoi(id); ok && err == nil && n < len(f.objects) {
		return f.objects[n]
	}
	return nil
}

// maxSources bounds how many slices are followed that were each filled in a loop over
// the one before.
const maxSources = 6

// isCounted reports whether the program says how often a loop of the context turns.
func (m *machine) isCounted(c *context, loop int32, depth int) bool {
	l := &c.fn.Loops[loop]
	if c.counted && l.Kind == ir.RangeLoop && l.Parent < 0 && c.fn.Blocks[0].Loop == loop {
		return true
	}
	i := slices.IndexFunc(c.bounded, func(b boundedLoop) bool { return b.loop == loop })
	return i >= 0 && !slices.ContainsFunc(c.bounded[i].from, func(o *object) bool { return m.isRepeated(o, depth-1) })
}

// isRepeated reports whether an object stands for many, which a loop over data made.
func (m *machine) isRepeated(o *object, depth int) bool {
	if o == nil || o.site.fn == nil || depth == 0 {
		return false
	}
	fn := o.site.fn
	for l := fn.loop(o.site.instr); l >= 0; l = fn.Loops[l].Parent {
		if !m.isCounted(m.contexts[o.site.ctx], l, depth) {
			return true
		}
	}
	return false
}
