package interp

import (
	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// A relevance says which functions can matter to endpoints and calls. Calls of the
// others are skipped, with an unknown result: validation, logging, arithmetic.
//
// A function matters if it returns what may carry a string, a function or an object;
// if it writes to memory that it did not make itself, uses channels, starts
// goroutines, or calls what it does not name; if a model says something of a
// library function that it calls, or that function may call back or fill a
// variable; or if a function that it calls matters.
type relevance struct {
	funcs   map[string]*function
	models  *model.View
	callers map[string][]*function
}

// markRelevant sets relevant of the functions that matter.
func markRelevant(funcs map[string]*function, models *model.View) {
	r := &relevance{funcs: funcs, models: models, callers: make(map[string][]*function)}
	var work []*function
	for _, f := range funcs {
		f.relevant = r.matters(f)
		if f.relevant {
			work = append(work, f)
		}
	}
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		for _, caller := range r.callers[f.Name] {
			if !caller.relevant {
				caller.relevant = true
				work = append(work, caller)
			}
		}
	}
}

// matters reports whether a function matters by itself, and notes whom it calls.
func (r *relevance) matters(f *function) bool {
	relevant := false
	for _, p := range f.Results {
		relevant = relevant || carries(p.Class)
	}
	for i := range f.where {
		in := f.instr(int32(i))
		if in.Callee == ir.Static && r.funcs[in.Sym] != nil {
			r.callers[in.Sym] = append(r.callers[in.Sym], f)
			relevant = relevant || in.Op == ir.Go
			continue
		}
		relevant = relevant || r.acts(f, in)
	}
	return relevant
}

// carries reports whether values of the class may hold what matters.
func carries(c ir.Class) bool { return c != ir.Other && c != ir.Bool && c != ir.Int }

// acts reports whether an instruction may have an effect outside of its function.
func (r *relevance) acts(f *function, in *ir.Instr) bool {
	switch in.Op {
	case ir.Store, ir.MapUpdate:
		return !f.ownVariable(in.Args[0])
	case ir.Send, ir.Recv, ir.Select, ir.Go, ir.Closure:
		return true
	case ir.Call, ir.Defer:
		return r.callActs(in)
	}
	return false
}

func (r *relevance) callActs(in *ir.Instr) bool {
	switch in.Callee {
	case ir.Builtin:
		return in.Sym == "close" || in.Sym == "copy"
	case ir.Dynamic:
		return true
	case ir.Invoke:
		// What an interface of the program's own means only running it tells.
		return true
	}
	if row := r.models.Row(in.Sym); row != nil {
		return row.Kind != model.Inert && row.Kind != model.String && row.Kind != model.URL && row.Kind != model.Test
	}
	for _, a := range in.Args {
		if a >= 0 {
			return true // may be called back or filled
		}
	}
	return false
}

// ownVariable reports whether an address is that of a variable that the function
// itself made, or of a part of it.
func (f *function) ownVariable(o ir.Operand) bool {
	for o >= 0 {
		def := f.definition(o)
		if def == nil {
			return false
		}
		switch def.Op {
		case ir.Alloc, ir.Make:
			return true
		case ir.FieldAddr, ir.IndexAddr, ir.Subslice, ir.Convert:
			o = def.Args[0]
		default:
			return false
		}
	}
	return false
}
