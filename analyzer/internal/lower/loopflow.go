package lower

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// sources are the calls in the loop that v is made from: those whose results, or
// parts of them, v is, and those that gave what these were called on.
func (l *natural) sources(v ssa.Value) map[*ssa.Call]bool {
	s := slicer{loop: l, seen: make(map[ssa.Value]bool), calls: make(map[*ssa.Call]bool)}
	s.visit(v)
	return s.calls
}

// changes reports whether an operand of the call differs from one iteration to
// the next.
func (l *natural) changes(call *ssa.Call) bool {
	s := slicer{loop: l, seen: make(map[ssa.Value]bool), calls: make(map[*ssa.Call]bool)}
	for _, p := range call.Operands(nil) {
		s.visit(*p)
		if s.carried || l.updates(*p) {
			return true
		}
	}
	return false
}

// updates reports whether the loop stores something where v, a pointer to a
// variable, points, or into a part of it.
func (l *natural) updates(v ssa.Value) bool {
	a, ok := v.(*ssa.Alloc)
	if !ok || l.computes(a) {
		return false
	}
	for i := range l.instrs {
		if s, ok := i.(*ssa.Store); ok && base(s.Addr) == a {
			return true
		}
	}
	return false
}

// A slicer goes backward from a value to what it is made from, within a loop.
type slicer struct {
	loop  *natural
	seen  map[ssa.Value]bool
	calls map[*ssa.Call]bool
	// carried is true if a variable that the loop changes was met.
	carried bool
}

func (s *slicer) visit(v ssa.Value) {
	if v == nil || s.seen[v] || !s.loop.computes(v) {
		return
	}
	s.seen[v] = true
	switch v := v.(type) {
	case *ssa.Call:
		s.calls[v] = true
		s.operands(v)
	case *ssa.Phi:
		counter := s.loop.limit() != nil && s.loop.isCounter(v)
		s.carried = s.carried || v.Block() == s.loop.header && !counter
		s.operands(v)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			s.load(v.X)
		}
		s.visit(v.X)
	case *ssa.Slice:
		s.load(v.X) // the arguments of a variadic call
		s.operands(v)
	case *ssa.IndexAddr:
		s.visit(v.X) // which element it is does not matter
	case *ssa.Index:
		s.visit(v.X)
	case *ssa.Lookup:
		s.visit(v.X)
	case ssa.Instruction:
		s.operands(v)
	}
}

func (s *slicer) operands(i ssa.Instruction) {
	for _, p := range i.Operands(nil) {
		s.visit(*p)
	}
}

// load goes on at what the loop stores in the variable that addr belongs to, and at the
// calls in it that may fill the variable: they get its address, as a decoder does.
func (s *slicer) load(addr ssa.Value) {
	v := base(addr)
	for i := range s.loop.instrs {
		switch i := i.(type) {
		case *ssa.Store:
			if base(i.Addr) == v {
				s.carried = s.carried || !s.loop.computes(v)
				s.visit(i.Val)
			}
		case *ssa.Call:
			if fills(i, v) {
				s.carried = s.carried || !s.loop.computes(v)
				s.visit(i)
			}
		}
	}
}

// fills reports whether a call gets the address of v, a variable of the function, or of
// a part of it.
func fills(call *ssa.Call, v ssa.Value) bool {
	if _, ok := v.(*ssa.Alloc); !ok {
		return false
	}
	for _, a := range call.Call.Args {
		if m, ok := a.(*ssa.MakeInterface); ok {
			a = m.X
		}
		if base(a) == v {
			return true
		}
	}
	return false
}

// base is the variable that addr is the address of a part of.
func base(addr ssa.Value) ssa.Value {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		default:
			return addr
		}
	}
}
