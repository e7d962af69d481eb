package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// elsewhere stands for what a slot held before the function ran, or what others wrote.
const elsewhere int32 = -1

// A storeFlow says of the fields that a function writes which of its stores a load may
// see. The heap knows no order; this is the order within one function, where fields are
// put right step by step: c.url = strings.TrimRight(c.url, "/").
type storeFlow struct {
	reach  map[int32][]int32 // by load: the stores that it may see, elsewhere among them
	later  map[int32][]int32 // by load: the stores that are made of it, which it does not see
	remade map[int32]bool    // these stores
	hidden map[int32]bool    // stores that are overwritten before anybody looks

	before  map[access][]int32 // by pointing: the stores that it may see
	pointed map[access]bool    // pointings, and whether they are hidden like stores
}

// An access is what an instruction does to a field: calls write several, stores one,
// which needs no name.
type access struct {
	instr int32
	field string
}

func (f *function) access(i int32, field string) access {
	if f.instr(i).Op == ir.Store {
		return access{instr: i}
	}
	return access{i, field}
}

// storeFlow returns the storeFlow of a function.
func (m *machine) storeFlow(f *function) *storeFlow {
	if f.stores == nil {
		f.stores = m.newStoreFlow(f)
	}
	return f.stores
}

// maxSlots bounds the fields of one function that are followed.
const maxSlots = 200

func (m *machine) newStoreFlow(f *function) *storeFlow {
	flow := &storeFlow{reach: make(map[int32][]int32), later: make(map[int32][]int32), remade: make(map[int32]bool), hidden: make(map[int32]bool),
		before: make(map[access][]int32), pointed: make(map[access]bool)}
	a := &flowAnalysis{machine: m, fn: f, flow: flow, at: make(map[int32]slot), pointings: make(map[int32]pointing)}
	for i := range f.where {
		a.note(int32(i))
	}
	if len(a.slots) == 0 || len(a.slots) > maxSlots {
		return flow
	}
	for _, s := range a.slots {
		a.follow(s)
	}
	return flow
}

// A flowAnalysis makes the storeFlow of a function.
type flowAnalysis struct {
	*machine
	fn    *function
	flow  *storeFlow
	slots []slot         // that something is stored in
	at    map[int32]slot // of loads and stores

	pointings map[int32]pointing
}

// note keeps the slot of a load or store.
func (a *flowAnalysis) note(i int32) {
	in := a.fn.instr(i)
	if p, ok := a.pointing(i); ok {
		a.pointings[i] = p
		return
	}
	if in.Op != ir.Load && in.Op != ir.Store {
		return
	}
	s, ok := a.fn.slotOf(in.Args[0])
	if !ok {
		return
	}
	a.at[i] = s
	known := slices.ContainsFunc(a.slots, func(t slot) bool { return t.name == s.name })
	if in.Op == ir.Store && !known {
		a.slots = append(a.slots, s)
	}
}

// A slotState is what a slot may hold where control is: stores, or what is elsewhere.
type slotState []int32

// follow finds out which stores of one slot reach which loads.
func (a *flowAnalysis) follow(s slot) {
	w := &slotWalk{flowAnalysis: a, slot: s, escapes: a.fn.escapes(s.root), seen: make(map[int32]bool), reach: make(map[int32][]int32), before: make(map[int32][]int32)}
	out := make([]slotState, len(a.fn.Blocks))
	for changed := true; changed; {
		changed = false
		for _, b := range a.fn.order {
			state := slotState{elsewhere}
			if b != 0 {
				state = nil
			}
			for _, p := range a.fn.Blocks[b].Preds {
				state = union(state, out[p])
			}
			if state = w.through(b, state); !slices.Equal(state, out[b]) {
				out[b], changed = state, true
			}
		}
	}
	w.conclude()
}

func union(a, b []int32) []int32 {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// A slotWalk follows one slot through the blocks of a function.
type slotWalk struct {
	*flowAnalysis
	slot    slot
	escapes bool
	stores  []int32
	seen    map[int32]bool    // stores that somebody may look at
	reach   map[int32][]int32 // as in storeFlow
	before  map[int32][]int32 // as in storeFlow
}

func (w *slotWalk) through(b int32, state slotState) slotState {
	for i := range w.fn.Blocks[b].Instrs {
		state = w.step(w.fn.first[b]+int32(i), state)
	}
	return state
}

// step returns what the slot may hold after an instruction.
func (w *slotWalk) step(i int32, state slotState) slotState {
	in := w.fn.instr(i)
	other, known := w.at[i]
	same := known && other.name == w.slot.name
	switch {
	case in.Dst >= 0 && ir.Operand(in.Dst) == w.slot.root:
		w.look(state)
		return w.made(i)
	case in.Op == ir.Store && same:
		if !slices.Contains(w.stores, i) {
			w.stores = append(w.stores, i)
		}
		return slotState{i}
	case in.Op == ir.Call && w.points(w.pointings[i]):
		return w.point(i, w.pointings[i], state)
	case in.Op == ir.Load && same && in.Class != ir.Struct && in.Class != ir.Array:
		w.reach[i] = union(w.reach[i], state)
		return state
	case in.Op == ir.Load:
		if w.mayRead(in, other, known) {
			w.look(state)
		}
		return state
	case in.Op == ir.Return, in.Op == ir.Panic:
		w.look(state)
		return state
	case w.disturbs(in, other, known):
		w.look(state)
		return union(state, slotState{elsewhere})
	}
	return state
}

// look notes that somebody may look at what the slot holds.
func (w *slotWalk) look(state slotState) {
	for _, i := range state {
		w.seen[i] = true
	}
}

// mayRead reports whether a load of another name may read the slot: a field of the same
// name, or a struct that the slot lies in.
func (w *slotWalk) mayRead(in *ir.Instr, other slot, known bool) bool {
	if known && other.field == w.slot.field {
		return !w.apart(other.name)
	}
	whole := in.Class == ir.Struct || in.Class == ir.Array
	return whole && w.slot.within(w.fn.nameSlot(in.Args[0], 0).name)
}

// disturbs reports whether an instruction may write to the slot or to what lies on the
// way to it, or hand it to somebody who does.
func (w *slotWalk) disturbs(in *ir.Instr, other slot, known bool) bool {
	switch in.Op {
	case ir.Store:
		return known && other.field == w.slot.field || w.slot.within(w.fn.nameSlot(in.Args[0], 0).name) ||
			slices.Contains(w.slot.regs, in.Args[1])
	case ir.Call, ir.Go, ir.Defer:
		if in.Callee == ir.Builtin {
			return false
		}
		if w.untouched(in) {
			return false
		}
		library := in.Callee == ir.Static && w.funcs[in.Sym] == nil
		return w.slot.mentions(in) || w.escapes && !library
	case ir.Closure, ir.Send, ir.MapUpdate, ir.ToInterface, ir.Phi, ir.Recv, ir.Select:
		return w.slot.mentions(in) || w.escapes && (in.Op == ir.Recv || in.Op == ir.Select)
	}
	return false
}

// conclude keeps what was found out. A slot of which a loop makes its own next value is
// left to the heap, which knows when that has no end; and so is one of slices, where who
// appends again and again shows in what was there before.
func (w *slotWalk) conclude() {
	for i := range w.reach {
		if w.fn.instr(i).Class == ir.Slice {
			return
		}
	}
	later := make(map[int32][]int32)
	for i, reach := range w.reach {
		for _, s := range w.stores {
			if !w.fn.madeOf(s, i) {
				continue
			}
			if slices.Contains(reach, s) {
				return
			}
			later[i] = append(later[i], s)
		}
		later[i] = append(later[i], w.pointedLater(later[i])...)
	}
	w.beforeRemade(later)
	for i, reach := range w.reach {
		w.flow.reach[i], w.flow.later[i] = reach, later[i]
		for _, s := range later[i] {
			w.flow.remade[s] = true
		}
	}
	for _, s := range w.stores {
		w.flow.hidden[s] = !w.seen[s]
	}
	w.concludePointings()
}

// beforeRemade adds to what loads do not see the stores that make something of what other
// loads give, where they come before these and the object is new.
func (w *slotWalk) beforeRemade(later map[int32][]int32) {
	if def := w.fn.definition(w.slot.root); w.slot.root < 0 || def == nil || def.Op != ir.Alloc {
		return
	}
	var remade []int32
	for _, stores := range later {
		remade = union(remade, stores)
	}
	for i, reach := range w.reach {
		for _, s := range remade {
			if !slices.Contains(reach, s) {
				later[i] = union(later[i], []int32{s})
			}
		}
	}
}

// maxMade bounds the search for what a value is made of.
const maxMade = 64

// madeOf reports whether what a store writes is computed from what a load gives.
func (f *function) madeOf(store, load int32) bool {
	from := ir.Operand(f.instr(load).Dst)
	whole := f.nameSlot(f.instr(load).Args[0], 0).root // whose parts are not asked for
	queue := []ir.Operand{f.instr(store).Args[1]}
	for i := 0; i < len(queue) && i < maxMade; i++ {
		if queue[i] == from {
			return true
		}
		for _, a := range f.madeFrom(queue[i]) {
			if a >= 0 && a != whole && !slices.Contains(queue, a) {
				queue = append(queue, a)
			}
		}
	}
	return false
}

// madeFrom returns what a register is computed from: for an object that the function makes,
// what it puts into it.
func (f *function) madeFrom(o ir.Operand) []ir.Operand {
	def := f.definition(o)
	switch {
	case o < 0 || def == nil:
		return nil
	case def.Op != ir.Alloc:
		return def.Args
	}
	var parts []ir.Operand
	for i := range f.where {
		if in := f.instr(int32(i)); in.Op == ir.Store && f.nameSlot(in.Args[0], 0).root == o {
			parts = append(parts, in.Args[1])
		}
	}
	return parts
}
