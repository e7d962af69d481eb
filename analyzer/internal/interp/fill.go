package interp

import (
	"maps"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// What fills a place is done once, however often somebody asks: a token that is fetched
// when there is none yet, or when it has expired. An instruction fills a place, a field
// below a parameter or a package variable, if
//
//   - a branch leads around the instruction to a return, because the place is not empty or
//     in order to return what is there;
//   - neither what decides that nor what the instruction is given comes from a parameter,
//     but from the one that the place lies below: not from what is asked for;
//   - after the instruction something is stored in the place, here or in the function
//     that the instruction calls.
//
// An element of a map or slice is no such place: there is one for each key.

// A filling is an instruction that fills a place.
type filling struct {
	param int32 // the parameter that the place lies below, -1 for a package variable
	guard int32 // the block that ends in the branch around the instruction
}

// filling returns whether an instruction fills a place, and how.
func (m *machine) filling(fn *function, instr int32) (filling, bool) {
	if known, ok := fn.fillings[instr]; ok {
		return known, known.guard >= 0
	}
	if fn.fillings == nil {
		fn.fillings = make(map[int32]filling)
	}
	found := filling{guard: -1}
	if places := m.storedAfter(fn, instr); len(places) > 0 {
		given := fn.sourcesOf(fn.instr(instr).Args)
		for _, place := range slices.Sorted(maps.Keys(places)) {
			if found.guard < 0 && given.only(rootOf(place)) {
				found = fn.guardOf(fn.where[instr].block, place)
			}
		}
	}
	fn.fillings[instr] = found
	return found, found.guard >= 0
}

// guardOf returns the filling of a place by a block: its guard is -1 if no branch leads
// around the block as it should.
func (f *function) guardOf(block int32, place string) filling {
	root := rootOf(place)
	param := f.paramOf(root)
	if param < 0 && root[0] != '/' {
		return filling{guard: -1}
	}
	idom := dominators(f.Blocks, f.order)
	for d := block; idom[d] >= 0 && idom[d] != d; {
		d = idom[d]
		if f.guards(d, block, place) {
			return filling{param, d}
		}
	}
	return filling{guard: -1}
}

// guards reports whether the branch at the end of a block leads around another one where
// a place is filled already.
func (f *function) guards(d, block int32, place string) bool {
	last := len(f.Blocks[d].Instrs) - 1
	if last < 0 || f.Blocks[d].Instrs[last].Op != ir.If {
		return false
	}
	cond := f.Blocks[d].Instrs[last].Args[0]
	if !f.sourcesOf([]ir.Operand{cond}).only(rootOf(place)) {
		return false
	}
	if f.returnedAround(d, block)[place] {
		return true
	}
	full, ok := f.testsFull(cond, place)
	return ok && f.Blocks[d].Succs[full] != block && f.returnedAround(f.Blocks[d].Succs[full], block) != nil
}

// testsFull reports whether a condition compares what is in a place with nothing, and
// which way control takes where there is something.
func (f *function) testsFull(cond ir.Operand, place string) (succ int, ok bool) {
	def := f.definition(cond)
	switch {
	case def == nil:
		return 0, false
	case def.Op == ir.Not:
		succ, ok = f.testsFull(def.Args[0], place)
		return 1 - succ, ok
	case def.Op != ir.Equal && def.Op != ir.NotEqual:
		return 0, false
	}
	if def.Op == ir.Equal {
		succ = 1
	}
	x, y := def.Args[0], def.Args[1]
	if x < 0 {
		x, y = y, x
	}
	return succ, x >= 0 && f.isEmpty(y) && f.sourcesOf([]ir.Operand{x}).places[place]
}

// isEmpty reports whether an operand is nil or the empty string.
func (f *function) isEmpty(o ir.Operand) bool {
	if o >= 0 {
		return false
	}
	c := f.Consts[^o]
	return c.Kind == ir.NilConst || c.Kind == ir.StringConst && c.Text == ""
}

// sources are what a value is made of: places that are read, and parameters that carry
// something, as contexts do not.
type sources struct {
	places map[string]bool
	roots  map[string]bool
	seen   map[ir.Operand]bool
}

// only reports whether no parameter but one is among the sources.
func (s *sources) only(root string) bool {
	for r := range s.roots {
		if r != root {
			return false
		}
	}
	return true
}

func (f *function) sourcesOf(args []ir.Operand) *sources {
	s := &sources{make(map[string]bool), make(map[string]bool), make(map[ir.Operand]bool)}
	for _, a := range args {
		f.addSources(s, a)
	}
	return s
}

func (f *function) addSources(s *sources, o ir.Operand) {
	if s.seen[o] {
		return
	}
	s.seen[o] = true
	if key := f.pointee(o); key != "" {
		if i := f.paramOf(rootOf(key)); rootOf(key)[0] != '/' && (i < 0 || f.Params[i].Class != ir.Other) {
			s.roots[rootOf(key)] = true
		}
		return
	}
	def := f.definition(o)
	if def == nil {
		return
	}
	if def.Op == ir.Load {
		if key := f.pointee(def.Args[0]); key != "" {
			s.places[key] = true
			f.addSources(s, def.Args[0])
			return
		}
	}
	for _, a := range def.Args {
		f.addSources(s, a)
	}
}

// pointee names the place that an operand is the address of: "0.token" is the field
// token of what the first parameter points to, "0.conf*.url" is reached through another
// pointer, "/pkg.Name" is a package variable; "" for other places, such as elements.
func (f *function) pointee(o ir.Operand) string {
	if o < 0 {
		if c := f.Consts[^o]; c.Kind == ir.GlobalConst {
			return "/" + c.Text
		}
		return ""
	}
	if int(o) < len(f.Params)+len(f.Free) {
		return itoa(int64(o))
	}
	def := f.definition(o)
	if def == nil || def.Op != ir.FieldAddr && def.Op != ir.Load {
		return ""
	}
	base := f.pointee(def.Args[0])
	switch {
	case base == "":
		return ""
	case def.Op == ir.FieldAddr:
		return base + "." + def.Sym
	case def.Class == ir.Pointer:
		return base + "*"
	}
	return ""
}

// rootOf returns the parameter or variable that a place lies below.
func rootOf(place string) string {
	if place[0] == '/' {
		return place
	}
	if i := strings.IndexAny(place, ".*"); i >= 0 {
		return place[:i]
	}
	return place
}

// paramOf returns the index of a parameter by its name in places, -1 for a variable.
func (f *function) paramOf(root string) int32 {
	for i := range f.Params {
		if root == itoa(int64(i)) {
			return int32(i)
		}
	}
	return -1
}

// returnedAround returns the places that are read for returns which a block leads to, but
// not through another one: nil if there is no such return.
func (f *function) returnedAround(from, without int32) map[string]bool {
	var out map[string]bool
	seen := map[int32]bool{from: true, without: true}
	var given []ir.Operand
	for work := []int32{from}; len(work) > 0; work = work[1:] {
		b := &f.Blocks[work[0]]
		if n := len(b.Instrs); n > 0 && b.Instrs[n-1].Op == ir.Return {
			out = make(map[string]bool)
		}
		given = append(given, f.givenIn(b)...)
		for _, s := range b.Succs {
			if !seen[s] {
				seen[s] = true
				work = append(work, s)
			}
		}
	}
	if out != nil {
		out = f.sourcesOf(given).places
	}
	return out
}

// givenIn returns what a block returns, or stores in a variable of a result: there it
// stands where calls are deferred.
func (f *function) givenIn(b *ir.Block) []ir.Operand {
	var out []ir.Operand
	for i := range b.Instrs {
		switch in := &b.Instrs[i]; in.Op {
		case ir.Return:
			out = append(out, in.Args...)
		case ir.Store:
			if def := f.definition(in.Args[0]); def != nil && def.Op == ir.Alloc {
				out = append(out, in.Args[1])
			}
		}
	}
	return out
}

// storedAfter returns the places that something is stored in after an instruction has
// begun: by the function that it calls, too.
func (m *machine) storedAfter(fn *function, instr int32) map[string]bool {
	out := make(map[string]bool)
	at := fn.where[instr]
	in := fn.instr(instr)
	if callee := m.funcs[in.Sym]; callee != nil && in.Op == ir.Call && in.Callee == ir.Static {
		for place := range callee.fills() {
			i := callee.paramOf(rootOf(place))
			if i < 0 || int(i) >= len(in.Args) {
				continue
			}
			if base := fn.pointee(in.Args[i]); base != "" {
				out[base+strings.TrimPrefix(place, rootOf(place))] = true
			}
		}
	}
	if len(fn.fills()) > 0 {
		maps.Copy(out, fn.storedIn(fn.after(at.block), at))
	}
	return out
}

// fills returns the places that a function stores something in.
func (f *function) fills() map[string]bool {
	if f.filled == nil {
		f.filled = f.storedIn(nil, spot{})
	}
	return f.filled
}

// after returns the blocks that control gets to from the end of a block.
func (f *function) after(block int32) map[int32]bool {
	seen := make(map[int32]bool)
	for work := []int32{block}; len(work) > 0; work = work[1:] {
		for _, s := range f.Blocks[work[0]].Succs {
			if !seen[s] {
				seen[s] = true
				work = append(work, s)
			}
		}
	}
	return seen
}

// storedIn returns the places below parameters and in package variables that blocks store
// something in: all blocks, if within is nil, else also what follows an instruction.
func (f *function) storedIn(within map[int32]bool, after spot) map[string]bool {
	out := make(map[string]bool)
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			in := &f.Blocks[b].Instrs[i]
			if in.Op != ir.Store || in.Args[1] < 0 {
				continue // a constant empties the place
			}
			here := within == nil || within[int32(b)] || int32(b) == after.block && int32(i) > after.index
			if place := f.pointee(in.Args[0]); here && strings.ContainsAny(place, "./") {
				out[place] = true
			}
		}
	}
	return out
}

// isFilling reports whether an instruction of a context fills a place that was there
// before the activity began, so that loops around it do not multiply what it does; and
// the block that leads around it.
func (r *region) isFilling(c *context, instr int32) (guard int32, ok bool) {
	fill, ok := r.filling(c.fn, instr)
	if !ok || fill.param >= int32(len(c.args)) {
		return -1, false
	}
	if fill.param < 0 {
		return fill.guard, true
	}
	for _, x := range r.members(c.args[fill.param]) {
		if x.kind != refValue || r.object(x.n).site.fn == nil || r.ancestors(r.object(x.n).site.ctx)[r.start] {
			return -1, false
		}
	}
	return fill.guard, true
}
