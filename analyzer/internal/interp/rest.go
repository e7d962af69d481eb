package interp

import "github.com/hoplint/hoplint/analyzer/internal/ir"

// maxRest bounds the lists whose rest is a list of its own.
const maxRest = 64

// rest returns slices without their first elements. Of a list of texts it is a new one,
// as programs take the rest of the command line or of what they split; what is written
// to its elements is seen there only. Others stay as they are, as do those of functions
// that call themselves with ever less.
func (f *frame) rest(s setID, first int64) setID {
	if f.isRecursive(f.c) {
		return s
	}
	out := bottom
	for _, x := range f.members(s) {
		if texts := f.textsOf(x); len(texts) > 0 {
			x = value{kind: refValue, n: int64(f.shifted(texts, first).id)}
		}
		out = f.join(out, f.one(x))
	}
	return out
}

// shifted makes a list of all but the first of some texts.
func (f *frame) shifted(texts []setID, first int64) *object {
	o, _ := f.heap.at(f.here("rest"))
	for i, text := range texts {
		if to := int64(i) - first; to >= 0 {
			f.write(o, f.below(0, "["+itoa(to)+"]"), text)
		}
	}
	return o
}

// textsOf returns the elements of a list that holds nothing but texts at known places.
func (f *frame) textsOf(x value) []setID {
	if x.kind != refValue || f.object(x.n).fn != nil {
		return nil
	}
	o := f.object(x.n)
	steps := f.orderedElements(o, x.path)
	if len(steps) > maxRest {
		return nil
	}
	var out []setID
	for i, step := range steps {
		text := f.loadFrom(o, f.below(x.path, step), ir.String)
		if n, ok := stepIndex(step); !ok || n != int64(i) || !f.areTexts(text) {
			return nil
		}
		out = append(out, text)
	}
	return out
}

func (f *frame) areTexts(s setID) bool {
	for _, x := range f.members(s) {
		if x.kind != stringValue {
			return false
		}
	}
	return s != bottom
}
