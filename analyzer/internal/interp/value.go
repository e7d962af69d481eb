package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A valueKind is the kind of an abstract value.
type valueKind uint8

const (
	unknownValue valueKind = iota // anything
	requestValue                  // anything that came from another program: n is inboundData or answerData
	configValue                   // anything that was decoded from configuration; n is the path with the keys that lead to it
	nilValue                      // nil of any type
	boolValue                     // n is 0 or 1
	intValue                      // n
	stringValue                   // n is a template
	funcValue                     // n is a function without captured variables
	refValue                      // the address path of object n; for a closure, the closure
	structValue                   // the struct, array or tuple at path of object n
	ifaceValue                    // an interface that holds the value n of type typ
)

// A valueID names an interned value, a setID an interned set of values.
type (
	valueID int32
	setID   int32
)

// A value is an abstract value: one of the alternatives in a set.
type value struct {
	kind valueKind
	typ  typeID
	path pathID
	n    int64
}

// maxSet bounds the alternatives of one value. Beyond it a set is widened: it is
// replaced by the unknown value, which absorbs what would be added later.
const maxSet = 384

// tooManyValues says that a set is beyond that. Functions may be among what is dropped.
const tooManyValues = "too many values to tell apart"

// maxStrings bounds the strings of one set likewise.
const maxStrings = 48

// The sets that need no interning.
const (
	bottom  setID = 0 // no value: not reached, or not yet known
	unknown setID = 1
	request setID = 2
	nilSet  setID = 3
	answer  setID = 4
)

// What a requestValue came with.
const (
	inboundData = iota // an inbound request
	answerData         // the answer to an outbound one
)

// values interns values, sets of them, templates and paths.
type values struct {
	all     []value
	ids     map[value]valueID
	sets    [][]valueID
	setIDs  map[string]setID
	joins   map[[2]setID]setID
	widened func(what string)        // is told when something is widened: what, in the plural
	written func(p pathID) []hop.Key // tells how else a key of the configuration is written

	templates   []hop.Template
	templateIDs map[string]int64
	paths       []pathStep
	pathIDs     map[pathStep]pathID
}

func newValues() *values {
	v := &values{
		widened:     func(string) {},
		written:     func(pathID) []hop.Key { return nil },
		ids:         make(map[value]valueID),
		setIDs:      make(map[string]setID),
		joins:       make(map[[2]setID]setID),
		templateIDs: make(map[string]int64),
		pathIDs:     make(map[pathStep]pathID),
	}
	v.set(nil)
	v.one(value{kind: unknownValue})
	v.one(value{kind: requestValue})
	v.one(value{kind: nilValue})
	v.one(value{kind: requestValue, n: answerData})
	v.paths = append(v.paths, pathStep{})
	return v
}

// id interns a value.
func (v *values) id(x value) valueID {
	if id, ok := v.ids[x]; ok {
		return id
	}
	id := valueID(len(v.all))
	v.all = append(v.all, x)
	v.ids[x] = id
	return id
}

// set interns a set of sorted, distinct values.
func (v *values) set(ids []valueID) setID {
	key := setKey(ids)
	if id, ok := v.setIDs[key]; ok {
		return id
	}
	id := setID(len(v.sets))
	v.sets = append(v.sets, slices.Clone(ids))
	v.setIDs[key] = id
	return id
}

func setKey(ids []valueID) string {
	b := make([]byte, 0, 4*len(ids))
	for _, id := range ids {
		b = append(b, byte(id), byte(id>>8), byte(id>>16), byte(id>>24))
	}
	return string(b)
}

// one returns the set that holds just x.
func (v *values) one(x value) setID { return v.set([]valueID{v.id(x)}) }

// of returns the set of the given values, in any order.
func (v *values) of(xs []value) setID {
	ids := make([]valueID, len(xs))
	for i, x := range xs {
		ids[i] = v.id(x)
	}
	slices.Sort(ids)
	return v.widen(slices.Compact(ids))
}

// members returns the values of a set. The order is that of first interning, which is
// the same in every run.
func (v *values) members(s setID) []value {
	xs := make([]value, len(v.sets[s]))
	for i, id := range v.sets[s] {
		xs[i] = v.all[id]
	}
	return xs
}

// join returns the union of two sets, widened if it grew too large.
func (v *values) join(a, b setID) setID {
	switch {
	case a == b || b == bottom:
		return a
	case a == bottom:
		return b
	case a > b:
		a, b = b, a
	}
	if s, ok := v.joins[[2]setID{a, b}]; ok {
		return s
	}
	ids := slices.Concat(v.sets[a], v.sets[b])
	slices.Sort(ids)
	s := v.widen(slices.Compact(ids))
	v.joins[[2]setID{a, b}] = s
	return s
}

// widen interns a set, after replacing what is too much of it by an unknown. The
// widened string swallows every other one, else the set would grow again.
func (v *values) widen(ids []valueID) setID {
	wide := v.id(value{kind: stringValue, n: v.template(widenedTemplate)})
	strings := 0
	for _, id := range ids {
		if v.all[id].kind == stringValue {
			strings++
		}
	}
	if _, was := slices.BinarySearch(ids, wide); strings > 1 && (was || strings > maxStrings) {
		if !was {
			v.widened("too many strings to tell apart")
		}
		ids = slices.DeleteFunc(ids, func(id valueID) bool { return v.all[id].kind == stringValue })
		ids = addID(ids, wide)
	}
	all := v.id(value{kind: unknownValue, n: 1})
	if _, was := slices.BinarySearch(ids, all); was || len(ids) > maxSet {
		if !was {
			v.widened(tooManyValues)
		}
		return v.set([]valueID{all})
	}
	return v.set(ids)
}

func addID(ids []valueID, id valueID) []valueID {
	i, ok := slices.BinarySearch(ids, id)
	if ok {
		return ids
	}
	return slices.Insert(ids, i, id)
}

// contains reports whether the set holds a value of the kind.
func (v *values) contains(s setID, kind valueKind) bool {
	for _, id := range v.sets[s] {
		if v.all[id].kind == kind {
			return true
		}
	}
	return false
}

// boolean returns the set of a bool constant.
func (v *values) boolean(b bool) setID {
	if b {
		return v.one(value{kind: boolValue, n: 1})
	}
	return v.one(value{kind: boolValue})
}
