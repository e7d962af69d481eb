package interp

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// Elements of maps are told apart by constant keys and by keys that are objects.
const (
	textKey   = `["`
	objectKey = "[&"
)

// keyStep returns the element of a map that a constant key means.
func keyStep(key string) string { return textKey + key + `"]` }

// stepOf returns the element of a map that a key means, anyElement if that is not known.
func (f *frame) stepOf(key value) string {
	switch key.kind {
	case unknownValue:
		if isOtherKey(key) {
			return othersOf(key.path)
		}
	case stringValue, intValue:
		if text, ok := literal(f.settled(f.templateOf(key))); ok {
			return keyStep(text)
		}
	case ifaceValue:
		if inner := f.all[key.n]; isOtherKey(inner) || inner.kind == stringValue || inner.kind == intValue {
			return f.stepOf(inner)
		}
		return objectKey + itoa(int64(f.id(key))) + "]"
	case refValue, funcValue:
		return objectKey + itoa(int64(f.id(key))) + "]"
	}
	return anyElement
}

// keySteps returns the elements of a map that a key may mean.
func (f *frame) keySteps(key setID, o *object, p pathID) []string {
	var steps []string
	for _, x := range f.members(key) {
		step := f.stepOf(x)
		if step == anyElement {
			return f.elementSteps(o, p, 0, false)
		}
		steps = append(steps, step)
		if key, ok := strings.CutPrefix(step, textKey); ok {
			steps = append(steps, f.askBelow(o, p, strings.TrimSuffix(key, `"]`))...)
		}
	}
	return steps
}

// keyOf returns the key of an element of a map.
func (f *frame) keyOf(step string) setID {
	if key, ok := strings.CutPrefix(step, textKey); ok {
		return f.textSet(strings.TrimSuffix(key, `"]`))
	}
	if section, ok := sectionOf(step); ok {
		return f.one(value{kind: unknownValue, n: otherKey, path: section})
	}
	if key, ok := strings.CutPrefix(step, objectKey); ok {
		id, err := strconv.Atoi(strings.TrimSuffix(key, "]"))
		if err == nil {
			return f.set([]valueID{valueID(id)})
		}
	}
	return unknown
}

func (f *frame) mapUpdate(in *ir.Instr) {
	val := f.value(in.Args[2])
	for _, x := range f.members(f.value(in.Args[0])) {
		if x.kind != refValue {
			continue
		}
		for _, key := range f.members(f.value(in.Args[1])) {
			f.write(f.object(x.n), f.below(x.path, f.stepOf(key)), val)
		}
	}
}

// entriesField holds what libraries store under keys.
const entriesField = "$entries"

// put stores a value under a key of the receiver: a concurrent map, a cache.
func (c *libraryCall) put(row *model.Row) []setID {
	c.putIn(c.receiver(), row)
	if row.Pass.Base != model.Nowhere {
		return []setID{c.locate(row.Pass)}
	}
	return c.resultsOf(unknown, bottom)
}

func (c *libraryCall) putIn(objects setID, row *model.Row) {
	val := c.arg(row, model.RoleValue)
	keyed := slices.Contains(row.Roles(), model.RoleKey)
	for _, x := range c.opened(objects) {
		if x.kind != refValue {
			continue
		}
		if !keyed {
			c.putAll(x, val)
			continue
		}
		for _, key := range c.members(c.arg(row, model.RoleKey)) {
			c.write(c.object(x.n), c.below(c.below(x.path, entriesField), c.stepOf(key)), val)
		}
	}
}

// get loads what is stored under a key of the receiver. With a value, that is stored
// if there is nothing.
func (c *libraryCall) get(row *model.Row) []setID {
	if row.Args[model.RoleValue].Base != model.Nowhere {
		c.put(row)
	}
	out := c.stored(row)
	if row.Args[model.RoleDst].Base != model.Nowhere {
		return c.giveFound(row, out)
	}
	if out == bottom {
		out = c.one(c.origin())
	}
	return c.shaped(out)
}

// calledBy returns the functions that a row calls: an argument, or what was put under a
// key of the receiver.
func (c *libraryCall) calledBy(row *model.Row) []value {
	if _, ok := row.Args[model.RoleKey]; ok {
		return c.callables(c.stored(row))
	}
	return c.callables(c.arg(row, model.RoleFunc))
}

// stored returns what was put under a key of the receiver.
func (c *libraryCall) stored(row *model.Row) setID {
	out := bottom
	for _, x := range c.opened(c.receiver()) {
		if x.kind != refValue {
			continue
		}
		o, p := c.object(x.n), c.below(x.path, entriesField)
		for _, step := range c.keySteps(c.arg(row, model.RoleKey), o, p) {
			out = c.join(out, c.loadFrom(o, c.below(p, step), ir.Interface))
		}
	}
	return out
}

// giveFound gives what was found to who asked for it, and says whether there was something.
func (c *libraryCall) giveFound(row *model.Row, found setID) []setID {
	for _, x := range c.pointees(c.arg(row, model.RoleDst)) {
		c.write(x.object, x.path, found)
	}
	return []setID{c.boolean(found != bottom)}
}
