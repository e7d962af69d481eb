package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// A pointing is a call that has a URL lead to another host: it reads and writes fields of
// the URL like the stores around it, which put right what it wrote.
type pointing struct {
	url     string // as slots name it
	request string // the proxy's request that the URL belongs to, "" if there is none
	sure    bool   // the call does so; else it calls a function that may be a Director
}

// pointing returns what a call does if it points a URL. One that is made again and again
// is left to the heap, as what it writes is made of what it wrote.
func (a *flowAnalysis) pointing(i int32) (pointing, bool) {
	in := a.fn.instr(i)
	switch {
	case in.Op != ir.Call || a.fn.again(i):
		return pointing{}, false
	case in.Callee == ir.Dynamic && len(in.Args) == 2:
		return pointing{url: a.fn.nameSlot(in.Args[1], 0).name + ".URL*"}, true
	case in.Callee == ir.Static && len(in.Args) > 0:
		row := a.models.Row(in.Sym)
		if row == nil || row.Kind != model.URL || row.Op != "setURL" {
			return pointing{}, false
		}
		name := a.fn.nameSlot(in.Args[0], 0).name
		return pointing{url: name + ".Out*.URL*", request: name, sure: true}, true
	}
	return pointing{}, false
}

// again reports whether control may come back to an instruction.
func (f *function) again(i int32) bool {
	home := f.where[i].block
	queue := slices.Clone(f.Blocks[home].Preds)
	for n := 0; n < len(queue); n++ {
		if queue[n] == home {
			return true
		}
		for _, p := range f.Blocks[queue[n]].Preds {
			if !slices.Contains(queue, p) {
				queue = append(queue, p)
			}
		}
	}
	return false
}

// points reports whether a pointing writes the slot that is followed.
func (w *slotWalk) points(p pointing) bool {
	switch w.slot.field {
	case "Scheme", "Host", "Path":
		return w.slot.name == p.url+"."+w.slot.field
	}
	return false
}

// point returns what the slot may hold after a pointing.
func (w *slotWalk) point(i int32, p pointing, state slotState) slotState {
	w.before[i] = union(w.before[i], state)
	if p.sure {
		return slotState{i}
	}
	w.look(state)
	return union(state, slotState{i, elsewhere})
}

// made returns what the slot holds where the object that it starts from was made: new
// proxies have a Director, which programs put another in place of.
func (w *slotWalk) made(i int32) slotState {
	in := w.fn.instr(i)
	if in.Op != ir.Call || in.Callee != ir.Static || w.slot.name != itoa(int64(in.Dst))+"."+directorField {
		return slotState{elsewhere}
	}
	if row := w.models.Row(in.Sym); row == nil || row.Kind != model.NewProxy {
		return slotState{elsewhere}
	}
	w.before[i] = nil
	return slotState{i}
}

// apart reports whether another name lies in the request that a proxy received, and the
// slot in the one that it sends.
func (w *slotWalk) apart(other string) bool {
	for _, p := range w.pointings {
		if p.sure && strings.HasPrefix(other, p.request+".In*") && strings.HasPrefix(w.slot.name, p.request+".Out*") {
			return true
		}
	}
	return false
}

// pointedLater returns the pointings that are made of what a load gives, through the
// stores before them. They come after it: none is made again and again.
func (w *slotWalk) pointedLater(stores []int32) []int32 {
	var out []int32
	for i, before := range w.before {
		if slices.ContainsFunc(stores, func(s int32) bool { return slices.Contains(before, s) }) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// concludePointings keeps what was found out of the calls that write the slot.
func (w *slotWalk) concludePointings() {
	for i, before := range w.before {
		at := access{i, w.slot.field}
		w.flow.before[at], w.flow.pointed[at] = before, !w.seen[i]
	}
}

// point writes a field of the URLs that a call points elsewhere. What the function
// overwrites before anybody looks never gets to the heap.
func (c *libraryCall) point(urls setID, field string, s setID) {
	if c.fn == nil {
		c.setField(urls, field, s)
		return
	}
	at := access{c.at, field}
	hidden, followed := c.storeFlow(c.fn).pointed[at]
	if !followed {
		c.setField(urls, field, s)
		return
	}
	c.keep(at, s)
	if hidden {
		return
	}
	for _, x := range c.opened(urls) {
		if x.kind == refValue {
			c.writeAs(c.object(x.n), c.below(x.path, field), s, c.writer(c.at))
		}
	}
}

// pathBefore returns the paths that a URL may have which a call points elsewhere: what
// the function stored there, else its own.
func (c *libraryCall) pathBefore() []hop.Template {
	var out []hop.Template
	if c.fn != nil {
		for _, i := range c.storeFlow(c.fn).before[access{c.at, "Path"}] {
			if i == elsewhere {
				out = append(out, inboundParts.path)
				continue
			}
			out = append(out, c.templatesOf(c.frame.stored[c.fn.access(i, "Path")])...)
		}
	}
	if len(out) == 0 {
		return []hop.Template{inboundParts.path}
	}
	return out
}

// untouched reports whether a call of a library neither reads nor writes what it gets.
func (w *slotWalk) untouched(in *ir.Instr) bool {
	if in.Callee != ir.Static {
		return false
	}
	row := w.models.Row(in.Sym)
	return row != nil && row.Kind == model.Inert && len(row.Roles()) == 0
}
