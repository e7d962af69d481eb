package interp

import "strings"

// A pathID is an interned path of fields and elements below an object; 0 is the
// object itself.
type pathID int32

// A pathStep is a step below another path: the name of a field, or an element as
// "[3]", "[\"key\"]" or anyElement.
type pathStep struct {
	parent pathID
	step   string
}

// anyElement is the element that stands for all whose index or key is not known.
const anyElement = "[*]"

// maxDepth bounds how many steps a path has: deeper places fall together.
const maxDepth = 12

// below returns the path one step below p.
func (v *values) below(p pathID, step string) pathID {
	key := pathStep{p, step}
	if id, ok := v.pathIDs[key]; ok {
		return id
	}
	if len(v.steps(p)) >= maxDepth {
		return p
	}
	id := pathID(len(v.paths))
	v.paths = append(v.paths, key)
	v.pathIDs[key] = id
	return id
}

// steps returns the steps of a path from the object down.
func (v *values) steps(p pathID) []string {
	n := 0
	for q := p; q != 0; q = v.paths[q].parent {
		n++
	}
	steps := make([]string, n)
	for q := p; q != 0; q = v.paths[q].parent {
		n--
		steps[n] = v.paths[q].step
	}
	return steps
}

// dotted writes a path as a configuration key: its fields and constant keys,
// without indexes.
func (v *values) dotted(p pathID) string {
	var names []string
	for _, s := range v.steps(p) {
		if name := stepName(s); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ".")
}

func stepName(step string) string {
	if !isElement(step) {
		return step
	}
	if key, ok := strings.CutPrefix(step, `["`); ok {
		return strings.TrimSuffix(key, `"]`)
	}
	return ""
}

func isElement(step string) bool { return strings.HasPrefix(step, "[") }
