package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// Which keys a map of the configuration has is not known. But programs that make
// something for each of its entries, such as a client, ask for some of them by name
// later. A loop over such a map turns once for each name that was asked for, and once
// for all the others.

// maxAsked bounds the names that count.
const maxAsked = 64

// asked are the keys that are asked for by name, in maps that were filled in a loop over
// configuration.
type asked struct {
	steps   []string    // in order of first use
	readers []contextID // whose loops turn for them
}

// ask notes the keys that are looked up in a map with entries for keys of the
// configuration.
func (f *frame) ask(o *object, p pathID, steps []string) {
	if !slices.ContainsFunc(f.elementsOf(o, p, f.c.id), f.isConfigured) {
		return
	}
	for _, step := range steps {
		if !strings.HasPrefix(step, textKey) || slices.Contains(f.asked.steps, step) || len(f.asked.steps) == maxAsked {
			continue
		}
		f.asked.steps = append(f.asked.steps, step)
		for _, reader := range f.asked.readers {
			f.enqueue(reader)
		}
	}
}

// isConfigured reports whether an element's key is one of the configuration's.
func (f *frame) isConfigured(step string) bool {
	for _, x := range f.members(f.keyOf(step)) {
		if x.kind == configValue {
			return true
		}
	}
	return false
}

// configTurns returns the turns of a loop over a map of the configuration: first the one
// for all the keys that nobody asks for.
func (f *frame) configTurns(loop int32, over value) []turn {
	if !f.fn.iterates(f.fn.Loops[loop].Over) {
		return nil
	}
	if !slices.Contains(f.asked.readers, f.c.id) {
		f.asked.readers = append(f.asked.readers, f.c.id)
	}
	turns := []turn{{loop: loop, over: over, step: anyElement}}
	for _, step := range f.asked.steps {
		turns = append(turns, turn{loop: loop, number: len(turns), over: over, step: step})
	}
	return turns
}

// iterates reports whether an operand is a map that a loop goes over.
func (f *function) iterates(o ir.Operand) bool {
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			if in := &f.Blocks[b].Instrs[i]; in.Op == ir.Range && in.Args[0] == o {
				return true
			}
		}
	}
	return false
}

// configEntry returns the key and the element of an entry of a map of the configuration.
func (f *frame) configEntry(x value, step string, class ir.Class) (key, elem setID) {
	if step == anyElement {
		return f.one(value{kind: configValue, n: int64(f.below(pathID(x.n), configuredKey))}), f.elementOf(x)
	}
	return f.keyOf(step), f.boundTo(f.configured(x, []string{step}, class), class)
}

// configuredKey stands for a key of a map of the configuration.
const configuredKey = "*"
