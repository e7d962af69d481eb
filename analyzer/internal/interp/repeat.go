package interp

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A maker is where something is made or put somewhere: an instruction in a context.
type maker struct {
	ctx   contextID
	instr int32
}

func addMaker(makers []maker, k maker) []maker {
	if slices.Contains(makers, k) {
		return makers
	}
	return append(makers, k)
}

// A bounded loop is one that turns at most once for each of some parts that are known:
// the elements of slices, arrays and maps, or the objects of a linked structure.
type bounded struct {
	parts []valueID // addresses
	open  bool      // there may be others
}

// A turning is where something turns: a loop of a context, or an instruction in it that
// has a library turn, for loop -1.
type turning struct {
	ctx   contextID
	loop  int32
	instr int32
}

// isCounted reports whether the program says how often a loop of the context turns, so
// that no data multiplies what it does: once for each of the parts that are known, none
// of which stands for more than one.
func (m *machine) isCounted(c *context, loop int32) bool {
	t := turning{c.id, loop, -1}
	if counted, ok := m.counts[t]; ok {
		return counted
	}
	m.counts[t] = true // while it depends on itself
	counted := false
	if c.isBody(loop) {
		counted = !c.body.handed && (c.body.called || len(c.body.parts) > 0) && !m.multiplied(c.body.parts, t)
	} else if b, ok := c.bounded[loop]; ok {
		counted = !b.open && !m.multiplied(b.parts, t)
	}
	m.counts[t] = counted
	return counted
}

// isIterated reports likewise of the loop that a library makes around a call.
func (m *machine) isIterated(c *context, e *edge) bool {
	return len(e.parts) > 0 && !m.multiplied(e.parts, turning{c.id, -1, e.instr})
}

// multiplied reports whether one of the parts stands for any number of them.
func (m *machine) multiplied(parts []valueID, t turning) bool {
	for _, id := range parts {
		for _, k := range m.makersOf(m.all[id]) {
			if m.isRepeated(k, t) {
				return true
			}
		}
	}
	return false
}

// makersOf returns where the part at an address comes from, if it may stand for several:
// an element that was appended, for where that was done again; an object, for where it
// and others like it were made.
func (m *machine) makersOf(x value) []maker {
	if x.path == 0 {
		return m.object(x.n).allMakers()
	}
	step := m.paths[x.path].step
	if src := appendedFrom(step); src >= 0 {
		return m.objects[src].again
	}
	if id, ok := strings.CutPrefix(step, objectKey); ok {
		n, err := strconv.Atoi(strings.TrimSuffix(id, "]"))
		key := m.all[n]
		for key.kind == ifaceValue {
			key = m.all[key.n]
		}
		if err == nil && key.kind == refValue {
			return m.object(key.n).allMakers()
		}
	}
	return nil
}

// allMakers returns where the object and those that it stands for were made.
func (o *object) allMakers() []maker {
	if o.site.fn == nil {
		return nil
	}
	return append([]maker{{o.site.ctx, o.site.instr}}, o.makers...)
}

// appendedFrom returns the object that an appended element comes from, -1 if the step is
// none of an appended element.
func appendedFrom(step string) objectID {
	id, _, ok := strings.Cut(strings.TrimPrefix(step, "["), "@")
	n, err := strconv.Atoi(id)
	if !ok || err != nil {
		return -1
	}
	return objectID(n)
}

// isRepeated reports whether the maker runs any number of times before something turns,
// or while it does: a loop lies around the maker, or a request is served there, that
// does not also lie around what turns.
func (m *machine) isRepeated(k maker, t turning) bool {
	around := m.ancestors(t.ctx)
	seen := map[maker]bool{k: true}
	for work := []maker{k}; len(work) > 0; work = work[1:] {
		k := work[0]
		if m.loopsAround(k, t, around) {
			return true
		}
		if around[k.ctx] {
			continue
		}
		if rec := m.recursive[k.ctx]; rec != nil && rec.loop != hop.LoopRetry {
			return true
		}
		for _, in := range m.incoming()[k.ctx] {
			e := in.edge
			if e.kind != callEdge && e.kind != goEdge || len(e.labels) > 0 || e.loop != hop.NoLoop && e.loop != hop.LoopRetry {
				return true
			}
			if up := (maker{in.from, e.instr}); !seen[up] {
				seen[up] = true
				work = append(work, up)
			}
		}
	}
	return false
}

// loopsAround reports whether the maker lies in a loop of its context that does not lie
// around what turns too.
func (m *machine) loopsAround(k maker, t turning, around map[contextID]bool) bool {
	c := m.contexts[k.ctx]
	if c.fn == nil || k.instr < 0 {
		return false
	}
	for l := c.fn.loop(k.instr); l >= 0; l = c.fn.Loops[l].Parent {
		own := k.ctx == t.ctx && l == t.loop
		if loopOf(c.fn.Loops[l].Kind) == hop.LoopRetry || !own && m.isCounted(c, l) {
			continue
		}
		if own || !around[k.ctx] || !m.liesAround(c, l, t, around) {
			return true
		}
	}
	return false
}

// liesAround reports whether what turns lies in the loop of a context, or is reached from there.
func (m *machine) liesAround(c *context, loop int32, t turning, around map[contextID]bool) bool {
	if c.id == t.ctx {
		at := t.loop
		if at < 0 {
			at = c.fn.loop(t.instr)
		} else {
			at = c.fn.Loops[at].Parent
		}
		return c.fn.encloses(loop, at)
	}
	return slices.ContainsFunc(c.edges, func(e edge) bool {
		return e.callee != noContext && around[e.callee] && e.instr >= 0 && c.fn.encloses(loop, c.fn.loop(e.instr))
	})
}

// encloses reports whether a loop is another one or lies around it.
func (f *function) encloses(outer, inner int32) bool {
	for l := inner; l >= 0; l = f.Loops[l].Parent {
		if l == outer {
			return true
		}
	}
	return false
}

// A way is an edge with the context that it comes from.
type way struct {
	from contextID
	edge *edge
}

// incoming returns the edges into each context. All runs are over when it is first
// asked for, so that it is the same from then on.
func (m *machine) incoming() map[contextID][]way {
	if m.ways == nil {
		m.ways = make(map[contextID][]way)
		for _, c := range m.contexts {
			for i := range c.edges {
				if e := &c.edges[i]; e.callee != noContext {
					m.ways[e.callee] = append(m.ways[e.callee], way{c.id, e})
				}
			}
		}
	}
	return m.ways
}

// ancestors returns the contexts from which another one is reached, and that one.
func (m *machine) ancestors(id contextID) map[contextID]bool {
	if m.above[id] == nil {
		above := map[contextID]bool{id: true}
		for work := []contextID{id}; len(work) > 0; work = work[1:] {
			for _, in := range m.incoming()[work[0]] {
				if !above[in.from] {
					above[in.from] = true
					work = append(work, in.from)
				}
			}
		}
		m.above[id] = above
	}
	return m.above[id]
}
