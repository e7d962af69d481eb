package interp

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// funcID numbers function names, with or without a body.
func (m *machine) funcID(name string) int64 { return int64(m.below(0, "func "+name)) }

// funcName is the inverse of funcID.
func (m *machine) funcName(id int64) string { return m.paths[id].step[len("func "):] }

// call evaluates a call, go or defer.
func (f *frame) call(in *ir.Instr) {
	kind := callEdge
	if in.Op == ir.Go {
		kind = goEdge
	}
	switch in.Callee {
	case ir.Builtin:
		f.builtin(in)
	case ir.Static:
		f.finish(in, f.static(in, in.Sym, f.arguments(in.Args), kind))
	case ir.Invoke:
		f.finish(in, f.invoke(in, f.arguments(in.Args), kind))
	case ir.Dynamic:
		f.finish(in, f.dynamic(in, f.value(in.Args[0]), f.arguments(in.Args[1:]), kind))
	}
}

func (f *frame) arguments(ops []ir.Operand) []setID {
	args := make([]setID, len(ops))
	for i, o := range ops {
		args[i] = f.value(o)
	}
	return args
}

// finish gives the results of a call to its register.
func (f *frame) finish(in *ir.Instr, results []setID) {
	if in.Class == ir.Tuple {
		parts := make([]setID, max(len(in.Results), len(results)))
		for i := range parts {
			parts[i] = resultAt(results, i)
		}
		f.defineTuple(in.Dst, parts)
		return
	}
	f.define(in.Dst, resultAt(results, 0))
}

func resultAt(results []setID, i int) setID {
	if i < len(results) {
		return results[i]
	}
	return unknown
}

// static calls a function by name.
func (f *frame) static(in *ir.Instr, name string, args []setID, kind edgeKind) []setID {
	if fn := f.funcs[name]; fn != nil && f.models.Row(name) == nil {
		if !fn.relevant {
			return nil
		}
		return f.enterAt(fn, args, kind)
	}
	return f.library(&libraryCall{frame: f, in: in, name: name, args: args, kind: kind})
}

// enterAt enters a function with a body and keeps the edge.
func (f *frame) enterAt(fn *function, args []setID, kind edgeKind) []setID {
	return f.edgeTo(fn, nil, args, edge{kind: kind}).results
}

// edgeTo enters a function with a body; e says what kind of edge leads there.
func (f *frame) edgeTo(fn *function, bind *object, args []setID, e edge) *context {
	callee := f.enter(caller{f.c, f.c.serving || e.kind != callEdge}, fn, bind, args)
	e.instr, e.callee, e.routers = f.at, callee.id, nil
	if f.fn == nil {
		e.instr = -1
	}
	f.c.edges = append(f.c.edges, e)
	return callee
}

// apply calls a function value.
func (f *frame) apply(x value, args []setID, kind edgeKind) []setID {
	return f.applyAs(x, args, edge{kind: kind})
}

func (f *frame) applyAs(x value, args []setID, e edge) []setID {
	switch x.kind {
	case ifaceValue:
		if f.isHandlerObject(x) {
			f.serveOne(x, request, e)
			return nil
		}
		return f.applyAs(f.all[x.n], args, e)
	case refValue, structValue: // of a library: its methods may have value receivers
		o := f.object(x.n)
		if o.fn != nil {
			return f.edgeTo(o.fn, o, args, e).results
		}
		switch o.lib {
		case "director":
			f.pointRequest(o, args)
		case iteratorLib:
			f.yieldAll(o, args, e)
		case yieldLib:
			return f.keepYielded(o, args)
		case nextLib:
			return f.nextOf(o)
		case callerLib:
			if e.kind == serveEdge {
				f.serveCaller(o, e)
				return nil
			}
			return f.callLate(o, args, e)
		case procedureLib:
			f.serveProcedure(o, request, e)
		case wrapperLib:
			return f.wrapLate(o, args)
		case proxyLib, sequenceLib, methodLib, handlerLib, "router", "strip":
			f.serveOne(x, request, e)
		}
	case funcValue:
		name := f.funcName(x.n)
		if fn := f.funcs[name]; fn != nil && f.models.Row(name) == nil {
			return f.edgeTo(fn, nil, args, e).results
		}
		return f.library(&libraryCall{frame: f, in: &ir.Instr{}, name: name, args: args, kind: e.kind})
	case unknownValue, requestValue:
		f.passed(args, x)
	}
	return nil
}

// dynamic calls whatever functions a value may hold.
func (f *frame) dynamic(in *ir.Instr, callee setID, args []setID, kind edgeKind) []setID {
	if f.fromChannel(in.Args[0]) {
		return nil // called where it was sent
	}
	var results []setID
	for _, x := range f.members(callee) {
		if x.kind == unknownValue || x.kind == requestValue {
			results = f.joinResults(results, f.callUnknown(in, x, args, kind))
			continue
		}
		before := len(f.c.edges)
		results = f.joinResults(results, f.apply(x, args, kind))
		f.markCalled(x, before)
	}
	return results
}

// fromChannel reports whether a register holds what was received from a channel.
func (f *frame) fromChannel(o ir.Operand) bool {
	for range 4 {
		def := f.fn.definition(o)
		if def == nil {
			return false
		}
		switch def.Op {
		case ir.Recv, ir.Select:
			return true
		case ir.Extract, ir.Convert:
			o = def.Args[0]
		default:
			return false
		}
	}
	return false
}

func (f *frame) joinResults(a, b []setID) []setID {
	if len(a) < len(b) {
		a, b = b, a
	}
	out := slices.Clone(a)
	for i, s := range b {
		out[i] = f.join(out[i], s)
	}
	return out
}

// invoke calls an interface method on the objects that flow there.
func (f *frame) invoke(in *ir.Instr, args []setID, kind edgeKind) []setID {
	var results []setID
	receivers := f.receivers(args[0])
	f.lookAway(in, receivers)
	for _, x := range receivers {
		r := f.invokeOn(x, in, args[1:], edge{kind: kind})
		results = f.joinResults(results, r)
	}
	return results
}

// receivers returns what a method may be called on: not nil, unless it is a nil
// pointer and there is nothing else.
func (f *frame) receivers(s setID) []value {
	var live, empty []value
	for _, x := range f.members(s) {
		switch {
		case x.kind == nilValue:
		case x.kind == ifaceValue && f.all[x.n].kind == nilValue:
			empty = append(empty, x)
		default:
			live = append(live, x)
		}
	}
	if len(live) > 0 {
		return live
	}
	return empty
}

// invokeOn calls the method on one receiver.
func (f *frame) invokeOn(x value, in *ir.Instr, args []setID, e edge) []setID {
	if inner := f.opened(f.one(x))[0]; in.Method == handlerMethod.Method && len(args) == 2 && (f.isLibrary(inner) || f.standsForHandler(x)) {
		f.serveOne(inner, args[1], e)
		return nil
	}
	recv := f.one(x)
	name := in.Sym
	if x.kind == ifaceValue {
		name = f.types.method(x.typ, in.Method)
		recv = f.set([]valueID{valueID(x.n)})
	}
	full := append([]setID{recv}, args...)
	if fn := f.funcs[name]; fn != nil && f.models.Row(name) == nil {
		e.transport = e.transport || f.relays(in.Sym)
		return f.edgeTo(fn, nil, full, e).results
	}
	if f.models.Row(name) == nil && (f.models.Row(in.Sym) != nil || f.models.Reaches(name) == "") {
		name = in.Sym // the interface's own method may have a model
	}
	return f.library(&libraryCall{frame: f, in: in, name: name, args: full, kind: e.kind, labels: e.labels})
}

func (f *frame) builtin(in *ir.Instr) {
	switch in.Sym {
	case "append":
		if in.Class == ir.String {
			f.define(in.Dst, f.concatAll(f.arguments(in.Args)))
			return
		}
		f.define(in.Dst, f.appendTo(in))
	case "close":
		f.signal(f.value(in.Args[0]))
	case "copy":
		for _, x := range f.members(f.value(in.Args[0])) {
			if x.kind == refValue && len(in.Args) > 1 {
				for _, y := range f.members(f.value(in.Args[1])) {
					f.copyElements(f.object(x.n), y)
				}
			}
		}
	default:
		f.define(in.Dst, unknown)
	}
}

// A libraryCall is a call of a function without a body.
type libraryCall struct {
	*frame
	in     *ir.Instr
	name   string // the function; for an unknown receiver, the interface's method
	args   []setID
	kind   edgeKind
	labels []*label
	// element is the one of a list that a row is applied to, if it holds for each.
	element setID
}

// passed follows functions that go where their body is not known: they are called
// there and then; variables whose address goes there may be filled.
func (f *frame) passed(args []setID, origin value) {
	s := unknown
	if origin.kind == requestValue {
		s = f.one(origin)
	}
	for _, a := range args {
		f.handedOut[a] = true
		for _, x := range f.members(a) {
			f.fillFrom(x, s)
		}
	}
}

func (f *frame) fillFrom(x value, s setID) {
	switch x.kind {
	case ifaceValue:
		f.fillFrom(f.all[x.n], s)
	case refValue:
		if o := f.object(x.n); o.fn == nil && o.lib == "" {
			f.fill(o, x.path, s)
			f.fillListed(o, x.path, s)
		}
	}
}
