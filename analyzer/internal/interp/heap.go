package interp

import (
	"maps"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

type objectID int32

// An object is what one site makes in one context.
type object struct {
	id   objectID
	site site
	// typ is the name of its type, "" if not known.
	typ string
	// lib is the role that a model gave it: "router", "request", …; "" for the program's own.
	lib string
	// fn is the function of a closure.
	fn   *function
	root place
	// makers are where other objects are made that it stands for, and again is where its
	// elements are appended to what they may have been appended to before.
	makers, again []maker
}

// A site is where an object comes from.
type site struct {
	fn    *function
	instr int32
	ctx   contextID
	tag   string // tells several objects of one instruction apart, and names globals
}

// A place is a variable within an object: the object itself, a field, an element.
type place struct {
	set    setID      // what was stored here; it only grows
	own    []ownWrite // of that, what stores wrote that are made of what was here before
	others setID      // and the rest, where there are such stores
	filled setID      // what a library may have written at and below it
	growth int32
	// appended is set if an element stands below that was appended: its index is not known.
	appended bool
	late     bool // it is written while the program serves: see [heap.writtenLate]
	// readers are the contexts that read this place or something below it, in order.
	readers  []contextID
	children map[string]*place
	order    []string // keys of children, by first use
}

// maxGrowth is how often a place may grow before its strings are widened.
const maxGrowth = 48

// A heap holds all objects of one program. It is flow-insensitive: what is ever
// stored at a place is what every load may see.
type heap struct {
	*values
	objects []*object
	sites   map[site]objectID
	grown   func(reader contextID) // called for each reader of a place that grew
	without []writer               // what the read that is going on does not see
	running *context               // that writes now
}

func newHeap(v *values) *heap {
	return &heap{values: v, sites: make(map[site]objectID)}
}

func (h *heap) object(id int64) *object { return h.objects[id] }

// at returns the object of a site, and whether it is new.
func (h *heap) at(s site) (*object, bool) {
	if id, ok := h.sites[s]; ok {
		return h.objects[id], false
	}
	o := &object{id: objectID(len(h.objects)), site: s}
	h.objects = append(h.objects, o)
	h.sites[s] = o.id
	return o, true
}

// ref returns the set of the address of path p in o.
func (h *heap) ref(o *object, p pathID) setID {
	return h.one(value{kind: refValue, n: int64(o.id), path: p})
}

// child returns the place one step below pl, making it if need be.
func (pl *place) child(step string) *place {
	c := pl.children[step]
	if c == nil {
		c = &place{}
		if pl.children == nil {
			pl.children = make(map[string]*place)
		}
		pl.children[step] = c
		pl.order = append(pl.order, step)
	}
	return c
}

// elements returns the element steps below pl, by first use.
func (pl *place) elements() []string {
	var out []string
	for _, step := range pl.order {
		if isElement(step) {
			out = append(out, step)
		}
	}
	return out
}

func (pl *place) watch(reader contextID) {
	if !slices.Contains(pl.readers, reader) {
		pl.readers = append(pl.readers, reader)
	}
}

// placeAt returns the place that a path leads to, nil if nobody used it yet.
func (h *heap) placeAt(o *object, p pathID) *place {
	pl := &o.root
	for _, step := range h.steps(p) {
		if pl = pl.children[step]; pl == nil {
			return nil
		}
	}
	return pl
}

// watchedAt returns the place that a path leads to, making it if need be, and has the
// reader watch those on the way.
func (h *heap) watchedAt(o *object, p pathID, reader contextID) *place {
	pl := &o.root
	for _, step := range h.steps(p) {
		pl.watch(reader)
		pl = pl.child(step)
	}
	return pl
}

// write adds a set to a place.
func (h *heap) write(o *object, p pathID, s setID) { h.writeAs(o, p, s, writer{}) }

// writeAs adds a set to a place on behalf of a store that is made of what was there, if
// the writer is one.
func (h *heap) writeAs(o *object, p pathID, s setID, w writer) {
	if s == bottom {
		return
	}
	steps := h.steps(p)
	pl := &o.root
	for _, step := range steps {
		pl.appended = pl.appended || isAppended(step)
		pl = pl.child(step)
	}
	h.attribute(pl, s, w)
	joined := h.join(pl.set, s)
	if late := h.writtenLate(o, pl); joined == pl.set && !late {
		return
	}
	if pl.growth++; pl.growth > maxGrowth && h.contains(joined, stringValue) {
		h.widened("strings that grow and grow in a variable")
		joined = h.join(joined, h.one(value{kind: stringValue, n: h.template(widenedTemplate)}))
	}
	pl.set = joined
	h.notify(&o.root, steps)
}

// fill notes that a library may have written s at and below p.
func (h *heap) fill(o *object, p pathID, s setID) {
	steps := h.steps(p)
	pl := &o.root
	for _, step := range steps {
		pl = pl.child(step)
	}
	if joined := h.join(pl.filled, s); joined != pl.filled {
		pl.filled = joined
		h.notify(&o.root, steps)
	}
}

// notify tells the readers of the place that the steps lead to. Who read all
// elements counts as a reader of each.
func (h *heap) notify(pl *place, steps []string) {
	if len(steps) == 0 {
		for _, r := range pl.readers {
			h.grown(r)
		}
		return
	}
	if c := pl.children[steps[0]]; c != nil {
		h.notify(c, steps[1:])
	}
	if isElement(steps[0]) && steps[0] != anyElement {
		if c := pl.children[anyElement]; c != nil {
			h.notify(c, steps[1:])
		}
	}
}

// maxAlias bounds how many structs may stand for one another in a row.
const maxAlias = 8

// maxVisited bounds how many structs one read of the heap looks into: those that stand for
// one another many ways, as in messages that describe messages, have more than can be read.
const maxVisited = 1_000

// A reading is one read of the heap.
type reading struct {
	*heap
	reader contextID
	depth  int
	set    setID    // what was stored
	held   setID    // what of that is not seen
	filled setID    // what a library may have written, nearest the place
	below  []string // the steps from there to the place
	within bool     // the place lies within an element,
	made   bool     // which exists
	late   bool     // the place is written late
	seen   map[visited]bool
}

// visited is a place with the steps that were still to go.
type visited struct {
	place *place
	rest  string
}

// read returns what may be stored at p. A struct is its place, not a copy; a place
// that nobody wrote to holds the zero value of its class.
func (h *heap) read(o *object, p pathID, class ir.Class, reader contextID) setID {
	if class == ir.Struct || class == ir.Array {
		return h.one(value{kind: structValue, n: int64(o.id), path: p})
	}
	r := &reading{heap: h, reader: reader, seen: make(map[visited]bool)}
	r.walk(&o.root, h.steps(p))
	r.set = h.uncovered(r.set, r.held)
	switch {
	case r.set != bottom && r.late:
		return h.join(r.set, h.emptyOf(class))
	case r.set != bottom:
		return r.set
	case r.filled != bottom:
		return h.fromLibrary(r.filled, r.below, class)
	}
	return h.zero(class, o, r.within && !r.made)
}

// walk follows the steps below a place, through all elements that they may mean and
// through the structs that were stored as a whole on the way.
func (r *reading) walk(pl *place, steps []string) {
	pl.watch(r.reader)
	if pl.filled != bottom {
		r.filled, r.below = pl.filled, steps
	}
	if len(steps) == 0 {
		seen, held := r.visible(pl)
		r.set, r.held = r.join(r.set, seen), r.join(r.held, held)
		r.late = r.late || pl.late
		return
	}
	r.alias(pl, steps)
	step := steps[0]
	if !isElement(step) {
		r.walk(pl.child(step), steps[1:])
		return
	}
	r.within = true
	pl.child(anyElement).watch(r.reader)
	for _, e := range pl.elements() {
		if e == step || e == anyElement || step == anyElement {
			r.made = r.made || len(steps) > 1 && pl.child(e).used()
			r.walk(pl.child(e), steps[1:])
		}
	}
	if step != anyElement {
		pl.child(step).watch(r.reader)
	}
}

// alias reads the steps below the structs that were stored at pl as a whole.
func (r *reading) alias(pl *place, steps []string) {
	here := visited{pl, strings.Join(steps, "\x00")}
	if pl.set == bottom || r.depth >= maxAlias || r.seen[here] {
		return
	}
	if len(r.seen) >= maxVisited {
		r.widened(tooManyValues)
		r.filled, r.below = unknown, steps
		return
	}
	r.depth++
	r.seen[here] = true
	for _, x := range r.members(pl.set) {
		switch x.kind {
		case structValue:
			r.walk(&r.objects[x.n].root, append(r.steps(x.path), steps...))
		case unknownValue, requestValue, configValue:
			r.filled, r.below = r.one(x), steps
		}
	}
	r.depth--
}

// zero returns the zero value of what nobody wrote to. An element that nobody wrote
// does not exist: it is nothing or, since a library may have made it, unknown.
func (h *heap) zero(class ir.Class, o *object, element bool) setID {
	switch {
	case o.lib != "":
		return unknown
	case element && (class == ir.String || class == ir.Other):
		return unknown
	case element:
		return bottom
	}
	return h.zeroOf(class)
}

// zeroOf returns the zero value of a class.
func (h *heap) zeroOf(class ir.Class) setID {
	switch class {
	case ir.String:
		return h.textSet("")
	case ir.Bool:
		return h.boolean(false)
	case ir.Int:
		return h.one(value{kind: intValue})
	case ir.FuncValue, ir.Interface, ir.Pointer, ir.Slice, ir.Map, ir.Chan:
		return nilSet
	}
	return unknown
}

// elementsOf returns the element steps below p that something was written to, sorted.
func (h *heap) elementsOf(o *object, p pathID, reader contextID) []string {
	return h.elementsWithin(o, p, reader, maxAlias)
}

func (h *heap) elementsWithin(o *object, p pathID, reader contextID, depth int) []string {
	if depth == 0 {
		return nil
	}
	pl := h.watchedAt(o, p, reader)
	pl.watch(reader)
	pl.child(anyElement).watch(reader)
	found := make(map[string]bool)
	for _, e := range pl.elements() {
		found[e] = e != anyElement || pl.child(e).used()
	}
	for _, x := range h.members(pl.set) {
		if x.kind == structValue && (int64(o.id) != x.n || x.path != p) {
			for _, e := range h.elementsWithin(h.objects[x.n], x.path, reader, depth-1) {
				found[e] = true
			}
		}
	}
	maps.DeleteFunc(found, func(_ string, used bool) bool { return !used })
	return slices.Sorted(maps.Keys(found))
}

// used reports whether anything was written at or below the place.
func (pl *place) used() bool {
	if pl.set != bottom || pl.filled != bottom {
		return true
	}
	for _, c := range pl.children {
		if c.used() {
			return true
		}
	}
	return false
}

// isAppended reports whether the step names an element by where it was appended from.
func isAppended(step string) bool { return isElement(step) && strings.Contains(step, "@") }

// hasAppended reports whether elements were appended below p, so that an index may
// mean any of them.
func (h *heap) hasAppended(o *object, p pathID, reader contextID) bool {
	pl := h.placeAt(o, p)
	if pl == nil {
		return false
	}
	if pl.set != bottom {
		return slices.ContainsFunc(h.elementsOf(o, p, reader), isAppended)
	}
	pl.watch(reader)
	return pl.appended
}
