package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A writer is a store in a context, whose value is made of what was there before. The
// zero writer is anybody.
type writer struct {
	fn    *function
	instr int32
	ctx   contextID
}

// An ownWrite is what a writer wrote to a place.
type ownWrite struct {
	writer
	set   setID
	holds setID // of what else is in the place: what is reached through the set
}

// attribute keeps who wrote what to a place.
func (h *heap) attribute(pl *place, s setID, w writer) {
	if w.fn == nil {
		pl.others = h.join(pl.others, s)
		return
	}
	i := slices.IndexFunc(pl.own, func(o ownWrite) bool { return o.writer == w })
	if i < 0 {
		i = len(pl.own)
		pl.own = append(pl.own, ownWrite{writer: w})
	}
	pl.own[i].set = h.join(pl.own[i].set, s)
}

// visible returns what the read that is going on sees of a place, and what it does not
// see of others that stand for the same.
func (h *heap) visible(pl *place) (seen, held setID) {
	if len(pl.own) == 0 {
		return pl.set, bottom
	}
	out, held := pl.others, bottom
	for i := range pl.own {
		if o := &pl.own[i]; !h.isLater(pl, o) {
			out, held = h.join(out, o.set), h.join(held, o.holds)
		}
	}
	return h.uncovered(out, held), held
}

// storeAt evaluates a store. What is overwritten before anybody looks never gets to the
// heap.
func (f *frame) storeAt(in *ir.Instr) {
	flow, s := f.storeFlow(f.fn), f.value(in.Args[1])
	f.keep(access{instr: f.at}, s)
	if flow.hidden[f.at] {
		return
	}
	w := writer{}
	if flow.remade[f.at] {
		w = f.writer(f.at)
	}
	f.store(f.value(in.Args[0]), s, w)
	if flow.remade[f.at] {
		f.cover(f.value(in.Args[0]), s, w)
		f.coverText(flow, in, w)
	}
}

// keep keeps what this function wrote to a field.
func (f *frame) keep(at access, s setID) {
	if f.stored == nil {
		f.stored = make(map[access]setID)
	}
	f.stored[at] = f.join(f.stored[at], s)
}

func (f *frame) writer(instr int32) writer { return writer{f.fn, instr, f.c.id} }

// loadAt evaluates a load: what this function stored there last, as far as that is known.
func (f *frame) loadAt(in *ir.Instr) setID {
	flow := f.storeFlow(f.fn)
	reach, known := flow.reach[f.at]
	if !known {
		return f.load(f.value(in.Args[0]), in.Class)
	}
	out := bottom
	for _, i := range reach {
		if i != elsewhere {
			out = f.join(out, f.stored[f.fn.access(i, f.fn.definition(in.Args[0]).Sym)])
			continue
		}
		for _, s := range flow.later[f.at] {
			f.without = append(f.without, f.writer(s))
		}
		out = f.join(out, f.load(f.value(in.Args[0]), in.Class))
		f.without = nil
	}
	return out
}
