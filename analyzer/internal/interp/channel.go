package interp

import "github.com/hoplint/hoplint/analyzer/internal/ir"

// wait notes that the activity waits for the channels or groups of a set.
func (f *frame) wait(s setID) {
	for _, id := range f.sets[s] {
		if f.all[id].kind == refValue {
			f.c.waits = append(f.c.waits, syncPoint{instr: f.at, on: id})
			f.await(objectID(f.all[id].n))
		}
	}
}

// signal notes that the activity ends a wait for the channels or groups of a set.
func (f *frame) signal(s setID) {
	for _, id := range f.sets[s] {
		if f.all[id].kind == refValue {
			f.c.signals = append(f.c.signals, id)
		}
	}
}

// receive takes what was sent on a channel.
func (f *frame) receive(in *ir.Instr) {
	s := f.received(f.value(in.Args[0]), component(in, 0))
	f.drain(in, f.value(in.Args[0]))
	if in.CommaOk {
		f.defineTuple(in.Dst, []setID{s, unknown})
		return
	}
	f.define(in.Dst, s)
}

func (f *frame) received(channels setID, class ir.Class) setID {
	out := bottom
	for _, id := range f.sets[channels] {
		x := f.all[id]
		if x.kind == refValue {
			if s, ok := f.takes(id); ok {
				out = f.join(out, s)
				continue
			}
			f.wait(f.one(x))
		}
		switch {
		case f.isLibrary(x) && f.object(x.n).lib == messagesLib:
			out = f.join(out, f.message(f.object(x.n), class))
		case x.kind == refValue:
			out = f.join(out, f.loadFrom(f.object(x.n), f.below(x.path, anyElement), class))
		case x.kind == requestValue, x.kind == unknownValue:
			out = f.join(out, f.one(x))
		}
	}
	return out
}

// selectCase evaluates all cases: any may be taken. One with a default does not wait,
// unless it is tried again.
func (f *frame) selectCase(in *ir.Instr) {
	if in.Int == 1 && !f.fn.spins(f.at) {
		before := len(f.c.waits)
		defer func() { f.c.waits = f.c.waits[:before] }()
	}
	parts := []setID{unknown, unknown}
	for i, a := range in.Args {
		if i < len(in.States) && f.sends(in.States[i]) {
			f.send(f.value(a), f.value(in.States[i]))
			continue
		}
		before := len(f.c.waits)
		parts = append(parts, f.received(f.value(a), component(in, len(parts))))
		for j := range f.c.waits[before:] {
			f.c.waits[before+j].selected = int32(i) + 1
		}
	}
	f.defineTuple(in.Dst, parts)
}

// sends reports whether a select state is that of a sending case.
func (f *frame) sends(o ir.Operand) bool {
	return o >= 0 || f.fn.Consts[^o].Kind != ir.UnknownConst
}

// send puts a value on a channel. A function that is sent is called by whoever
// receives it: that is a worker pool, and the sender is the one who wants the call.
func (f *frame) send(channels, s setID) {
	f.signal(channels)
	f.deposit(channels)
	for _, id := range f.sets[channels] {
		f.publishTo(id, s)
		f.c.sends = append(f.c.sends, sending{f.at, id, s})
		if x := f.all[id]; x.kind == refValue {
			f.write(f.object(x.n), f.below(x.path, anyElement), s)
			f.giveJobs(id, s)
		}
	}
	for _, x := range f.members(s) {
		if x.kind == funcValue || x.kind == refValue && f.object(x.n).fn != nil {
			f.applyAs(x, nil, edge{kind: goEdge, over: f.sets[channels]})
		}
	}
}
