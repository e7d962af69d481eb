package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A recursion is what the contexts that call one another in a circle have in common.
type recursion struct {
	loop hop.Loop
	// calls are the instructions of each context that go round.
	calls map[contextID][]int32
}

// recursions finds the functions that call themselves, for as long as data says: a loop.
// Where they do so only after a call has failed it is a retry.
//
// A circle of contexts is none if it is there only because objects of one site are not
// told apart (decorators, handlers that hold the next): they are entered once each.
type recursions struct {
	*machine
	circle []int32 // of each context, by any calls; 0 for none
}

// recursionOf returns the recursion that a context is part of, or nil.
func (m *machine) recursionOf(id contextID) *recursion {
	if m.recursive == nil {
		r := &recursions{machine: m}
		r.circle = r.circles(func(*context, *edge) bool { return true })
		m.recursive = r.find()
		clear(m.counts)
		m.recursive = r.find() // with the structures that a recursion makes
		clear(m.counts)
	}
	return m.recursive[id]
}

// circles numbers the circles that edges of the wanted kind make, from 1.
func (r *recursions) circles(wanted func(*context, *edge) bool) []int32 {
	return circles(len(r.contexts), func(n int32, yield func(int32)) {
		c := r.contexts[n]
		for i := range c.edges {
			e := &c.edges[i]
			if (e.kind == callEdge || e.kind == goEdge) && e.callee != noContext && len(e.labels) == 0 && wanted(c, e) {
				yield(int32(e.callee))
			}
		}
	})
}

func (r *recursions) find() map[contextID]*recursion {
	round := make(map[*edge]bool)
	in := r.circles(func(c *context, e *edge) bool {
		round[e] = r.circle[c.id] != 0 && r.circle[c.id] == r.circle[e.callee] && r.goesRound(c, e)
		return round[e]
	})
	regardless := r.circles(func(c *context, e *edge) bool {
		return round[e] && c.fn.instr(e.instr).Int == 0
	})
	byCircle := make(map[int32]*recursion)
	moving := make(map[int32]bool)
	for _, c := range r.contexts {
		for i := range c.edges {
			e := &c.edges[i]
			n := in[c.id]
			if n == 0 || !round[e] || in[e.callee] != n {
				continue
			}
			moving[n] = moving[n] || r.moves(c, e)
			if byCircle[n] == nil {
				byCircle[n] = &recursion{loop: hop.LoopRetry, calls: make(map[contextID][]int32)}
			}
			k := byCircle[n]
			k.calls[c.id] = append(k.calls[c.id], e.instr)
			if regardless[c.id] != 0 {
				k.loop = hop.LoopFor
			}
		}
	}
	found := make(map[contextID]*recursion)
	for id, n := range in {
		if k := byCircle[n]; k != nil && moving[n] {
			found[contextID(id)] = k
		}
	}
	return found
}

// goesRound reports whether an edge of a circle may be taken any number of times: it is
// of a function that is named, or held by a variable, and hands on data, but no object
// that stands for several of the program's wiring.
func (r *recursions) goesRound(p *context, e *edge) bool {
	q := r.contexts[e.callee]
	if p.fn == nil || q.fn == nil || e.instr < 0 || q.bind != nil && q.bind.isMerged() {
		return false
	}
	in := p.fn.instr(e.instr)
	args := in.Args
	switch in.Callee {
	case ir.Dynamic:
		args = args[1:]
		fallthrough
	case ir.Invoke:
		if !p.fn.isVariable(in.Args[0]) {
			return false
		}
	case ir.Static:
		if in.Sym != q.fn.Name {
			return r.madeWithin(q.bind, p) // a function that a library calls
		}
	}
	return r.takesData(p, q) && !r.movesOn(p, q, args)
}

// isMerged reports whether the object stands for several.
func (o *object) isMerged() bool {
	if o.site.fn == nil {
		return false
	}
	return len(o.makers) > 0 || o.site.fn.loop(o.site.instr) >= 0 && !strings.Contains(o.site.tag, "#")
}

// isVariable reports whether an operand is a parameter or a variable of its own, as
// opposed to a part of a structure.
func (f *function) isVariable(o ir.Operand) bool {
	for o >= ir.Operand(len(f.Params)+len(f.Free)) {
		def := f.definition(o)
		if def == nil {
			return false
		}
		switch def.Op {
		case ir.Alloc, ir.Closure:
			return true
		case ir.Load, ir.Convert, ir.ToInterface:
			o = def.Args[0]
		default:
			return false
		}
	}
	return true
}

// madeWithin reports whether an object is made in the circle of a context.
func (r *recursions) madeWithin(o *object, p *context) bool {
	return o != nil && o.site.fn != nil && r.circle[o.site.ctx] == r.circle[p.id]
}

// takesData reports whether a context gets any data. Without it, only what the program
// keeps could end a recursion: a token that has run out, say, is fetched once.
func (r *recursions) takesData(p, q *context) bool {
	if r.madeWithin(q.bind, p) {
		return true // it may hold some
	}
	for i, s := range q.args {
		if q.fn.Params[i].Class != ir.Other && r.isData(s, p) {
			return true
		}
	}
	return false
}

// isData reports whether a set holds what the program does not say itself, or what is
// made in the circle of a context.
func (r *recursions) isData(s setID, p *context) bool {
	for _, x := range r.members(s) {
		for x.kind == ifaceValue {
			x = r.all[x.n]
		}
		switch x.kind {
		case unknownValue, requestValue:
			return true
		case stringValue:
			for _, part := range r.templates[x.n] {
				if part.Kind == hop.PartRequest || part.Kind == hop.PartAnswer || part.Kind == hop.PartUnknown {
					return true
				}
			}
		case refValue, structValue:
			if o := r.object(x.n); o.lib == "" && !r.isWired(o, p) {
				return true
			}
		}
	}
	return false
}

// moves reports whether a call hands on other data than its caller got.
func (r *recursions) moves(p *context, e *edge) bool {
	q := r.contexts[e.callee]
	in := p.fn.instr(e.instr)
	args := in.Args
	if in.Callee == ir.Dynamic {
		args = args[1:]
	}
	if in.Callee == ir.Static && in.Sym != q.fn.Name {
		return true
	}
	for i, o := range args {
		if i < len(q.args) && q.fn.Params[i].Class != ir.Other && !p.fn.isParam(o) && r.isData(q.args[i], p) {
			return true
		}
	}
	return false
}

func (f *function) isParam(o ir.Operand) bool { return o >= 0 && int(o) < len(f.Params) }

// movesOn reports whether a call hands on, in the place of what its caller got, an
// object that stands for several that were there before: the next of a list.
func (r *recursions) movesOn(p, q *context, args []ir.Operand) bool {
	for i, o := range args {
		if i >= len(q.args) || p.fn.isParam(o) {
			continue
		}
		for _, x := range r.members(q.args[i]) {
			for x.kind == ifaceValue {
				x = r.all[x.n]
			}
			if x.kind != refValue && x.kind != structValue {
				continue
			}
			if o := r.object(x.n); o.isMerged() && r.isWired(o, p) {
				return true
			}
		}
	}
	return false
}

// isWired reports whether an object, and all that it stands for, is made once each, and
// not in the circle of a context.
func (r *recursions) isWired(o *object, p *context) bool {
	for _, k := range o.allMakers() {
		if r.circle[k.ctx] == r.circle[p.id] || r.isRepeated(k, turning{p.id, -1, 0}) {
			return false
		}
	}
	return true
}

// roundOf returns the loop that a recursion makes around an instruction that enters a
// context. Where it goes round itself, there is none: what is entered lies in it too.
func (m *machine) roundOf(c *context, instr int32, callee contextID) hop.Loop {
	k := m.recursionOf(c.id)
	if k == nil || callee != noContext && m.recursionOf(callee) == k || !k.isRound(c, instr) {
		return hop.NoLoop
	}
	return k.loop
}

// isRound reports whether an instruction of a context may run as often as a recursion
// goes round. What stands beside the one call that does, at the end of the recursion, runs
// once.
func (k *recursion) isRound(c *context, instr int32) bool {
	calls := k.calls[c.id]
	if len(calls) != 1 || c.fn.loop(calls[0]) >= 0 {
		return true
	}
	at, round := c.fn.where[instr].block, c.fn.where[calls[0]].block
	return at == round || c.fn.leadsTo(at, round) || c.fn.leadsTo(round, at)
}

// leadsTo reports whether control can get from one block to another.
func (f *function) leadsTo(from, to int32) bool {
	seen := map[int32]bool{from: true}
	for work := []int32{from}; len(work) > 0; work = work[1:] {
		for _, s := range f.Blocks[work[0]].Succs {
			if s == to {
				return true
			}
			if !seen[s] {
				seen[s] = true
				work = append(work, s)
			}
		}
	}
	return false
}
