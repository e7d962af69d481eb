package interp

import (
	"maps"
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// Constructors put right what they were given, c.url += "/" if that is not there. Where
// control always comes by such a store before the new object is given back, nobody else
// reads what the field held before.

// coverText notes which texts of a field a store replaces.
func (f *frame) coverText(flow *storeFlow, in *ir.Instr, w writer) {
	addrs := f.members(f.value(in.Args[0]))
	if len(addrs) != 1 || addrs[0].kind != refValue {
		return
	}
	o := f.object(addrs[0].n)
	pl := f.placeAt(o, addrs[0].path)
	if pl == nil {
		return
	}
	i := slices.IndexFunc(pl.own, func(o ownWrite) bool { return o.writer == w })
	if i < 0 {
		return
	}
	holds := f.of(slices.DeleteFunc(f.members(pl.own[i].holds), func(x value) bool { return x.kind == stringValue }))
	if !f.goesAround(in) {
		holds = f.join(holds, f.replacedBy(flow, w.instr, pl.own[i].set))
	}
	if holds != pl.own[i].holds {
		pl.own[i].holds = holds
		f.notify(&o.root, f.steps(addrs[0].path))
	}
}

// replacedBy returns the texts that a store is made of, but for those that it writes.
func (f *frame) replacedBy(flow *storeFlow, store int32, written setID) setID {
	var out []value
	for _, load := range slices.Sorted(maps.Keys(flow.later)) {
		if !slices.Contains(flow.later[load], store) {
			continue
		}
		for _, x := range f.members(f.value(ir.Operand(f.fn.instr(load).Dst))) {
			if x.kind == stringValue && !slices.Contains(f.members(written), x) {
				out = append(out, x)
			}
		}
	}
	return f.of(out)
}

// goesAround reports whether control may give back the object that a store writes to, or
// another may have got it, without coming by the store.
func (f *frame) goesAround(store *ir.Instr) bool {
	slot, ok := f.fn.slotOf(store.Args[0])
	if def := f.fn.definition(slot.root); !ok || slot.root < 0 || def == nil || def.Op != ir.Alloc || f.fn.isKept(slot.root) {
		return true
	}
	made := f.opened(f.value(slot.root))
	seen := map[int32]bool{f.fn.where[f.at].block: true}
	queue := []int32{0}
	for len(queue) > 0 {
		b := queue[0]
		queue = queue[1:]
		if seen[b] {
			continue
		}
		seen[b] = true
		if f.givesBack(b, made) {
			return true
		}
		for _, s := range f.fn.Blocks[b].Succs {
			if f.ever[arc{b, s}] {
				queue = append(queue, s)
			}
		}
	}
	return false
}

// givesBack reports whether a block returns an object.
func (f *frame) givesBack(b int32, made []value) bool {
	for i := range f.fn.Blocks[b].Instrs {
		in := &f.fn.Blocks[b].Instrs[i]
		if in.Op != ir.Return {
			continue
		}
		for _, a := range in.Args {
			if slices.ContainsFunc(f.opened(f.value(a)), func(x value) bool {
				return (x.kind == refValue || x.kind == structValue) && slices.ContainsFunc(made, func(m value) bool { return m.n == x.n })
			}) {
				return true
			}
		}
	}
	return false
}

// isKept reports whether a function puts an object where others find it.
func (f *function) isKept(root ir.Operand) bool {
	for i := range f.where {
		switch in := f.instr(int32(i)); in.Op {
		case ir.Store, ir.MapUpdate, ir.Send:
			if slices.Contains(in.Args[1:], root) {
				return true
			}
		case ir.Go, ir.Closure:
			if slices.Contains(in.Args, root) {
				return true
			}
		}
	}
	return false
}
