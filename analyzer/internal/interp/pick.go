package interp

// A verdict is what a function said of the elements of an iteration, one by one.
type verdict struct {
	yes   []int // elements of which it may have said yes
	sure  bool  // of one of them it did
	known bool  // there are no others
}

// judge adds what the function said of an element.
func (v *verdict) judge(f *frame, element int, said setID) {
	switch said {
	case f.boolean(false):
	case f.boolean(true):
		v.sure = true
		fallthrough
	default:
		v.yes = append(v.yes, element)
	}
}

// any returns whether the function said yes of an element.
func (v *verdict) any(f *frame) setID {
	switch {
	case v.known && v.sure:
		return f.boolean(true)
	case v.known && len(v.yes) == 0:
		return f.boolean(false)
	}
	return unknown
}

// index returns the index of the element that it said yes of: -1 if there may be none.
func (v *verdict) index(f *frame, parts []valueID) setID {
	if !v.known {
		return unknown
	}
	var out []value
	for _, i := range v.yes {
		n, ok := stepIndex(f.paths[f.all[parts[i]].path].step)
		if !ok {
			return unknown
		}
		out = append(out, value{kind: intValue, n: n})
	}
	if !v.sure {
		out = append(out, value{kind: intValue, n: -1})
	}
	return f.of(out)
}

// found returns the element that it said yes of.
func (v *verdict) found(f *frame, items []item) setID {
	out := bottom
	for _, i := range v.yes {
		out = f.join(out, items[i].value)
	}
	if out == bottom {
		return unknown
	}
	return out
}
