package interp

import (
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// The keys of a map in the configuration are not known, but those that matter are: the
// program asks for them by name. A loop over such a map gets a turn for each key that
// somebody asks for, in what the loop fills or by a comparison, and one for all others.

// otherKey is what unknown values have as n that are keys of a map in the configuration:
// any but those that are asked for. The path is that of the map.
const otherKey = 2

// othersStep begins the element that other keys mean; its number is the path of the map.
const othersStep = "[others "

// maxAsked bounds the keys that are told apart in one map of the configuration.
const maxAsked = 32

func isOthers(step string) bool { return strings.HasPrefix(step, othersStep) }

func isOtherKey(x value) bool { return x.kind == unknownValue && x.n == otherKey }

// isOpen reports whether a step may mean more than one element.
func isOpen(step string) bool { return step == anyElement || isOthers(step) }

// othersOf returns the step that the other keys of a map in the configuration mean.
func othersOf(section pathID) string { return othersStep + itoa(int64(section)) + "]" }

// sectionOf returns the map that an othersStep is of.
func sectionOf(step string) (pathID, bool) {
	number, ok := strings.CutPrefix(step, othersStep)
	n, err := strconv.Atoi(strings.TrimSuffix(number, "]"))
	return pathID(n), ok && err == nil
}

// askedOf returns the object below which the keys lie that are asked for in a map of the
// configuration.
func (h *heap) askedOf(section pathID) *object {
	o, _ := h.at(site{tag: "asked " + itoa(int64(section))})
	return o
}

// ask notes that a key is asked for, so that the loops over the map get a turn for it. It
// reports false if there are too many.
func (h *heap) ask(section pathID, key string) bool {
	o, step := h.askedOf(section), keyStep(key)
	if o.root.children[step] == nil && len(o.root.elements()) > maxAsked { // that of all keys is one
		return false
	}
	h.write(o, h.below(0, step), unknown)
	return true
}

// askBelow asks for a key in the maps of the configuration whose keys are those of a map
// of the program. It returns the elements that may be the key's besides its own.
func (f *frame) askBelow(o *object, p pathID, key string) []string {
	pl := f.placeAt(o, p)
	if pl == nil {
		return nil
	}
	var rest []string
	for _, step := range pl.order {
		if section, ok := sectionOf(step); ok && !f.ask(section, key) {
			rest = append(rest, step)
		}
	}
	return rest
}

// sectionTurns returns the turns of a loop over a map in the configuration: first that of
// the keys that nobody asks for, so that the others keep their numbers.
func (f *frame) sectionTurns(loop int32, over value, first int) []turn {
	section := pathID(over.n)
	turns := []turn{{loop: loop, number: first, over: over, step: othersOf(section)}}
	for _, step := range f.orderedElements(f.askedOf(section), 0) {
		turns = append(turns, turn{loop: loop, number: first + len(turns), over: over, step: step})
	}
	return turns
}

// goesOverMap reports whether a loop takes its elements from an iterator.
func (f *function) goesOverMap(loop int32) bool {
	for b := range f.Blocks {
		if f.Blocks[b].Loop != loop || !f.isHeader(int32(b), loop) {
			continue
		}
		for i := range f.Blocks[b].Instrs {
			if f.Blocks[b].Instrs[i].Op == ir.Next {
				return true
			}
		}
	}
	return false
}

// element returns what a loop over a map gets in a turn.
func (f *frame) element(t *turn, class ir.Class) setID {
	switch {
	case t.over.kind != configValue:
		return f.loadFrom(f.object(t.over.n), f.below(t.over.path, t.step), class)
	case isOthers(t.step):
		return f.elementOf(t.over)
	}
	return f.boundTo(f.configured(t.over, []string{t.step}, class), class)
}

// anyKey returns a key of something that is not an object.
func anyKey(f *frame, x value) setID {
	if x.kind == configValue {
		return f.one(value{kind: unknownValue, n: otherKey, path: pathID(x.n)})
	}
	return unknownOr(x)
}

// equalsOther returns whether a key that nobody asks for is a constant: whoever compares
// asks for that.
func (f *frame) equalsOther(key, constant value) setID {
	if constant.kind == stringValue {
		if text, ok := literal(f.settled(f.templates[constant.n])); ok && f.ask(key.path, text) {
			return f.boolean(false)
		}
	}
	return unknown
}
