package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// lookAway notes a call through an interface of the program's own of which no value
// is known, although some type of the program has the method and what that does
// matters: such a call may hide another. It is not guessed which type it is.
func (f *frame) lookAway(in *ir.Instr, receivers []value) {
	for _, x := range receivers {
		if x.kind > configValue {
			return
		}
	}
	if len(receivers) > 0 && f.fn != nil && f.implemented(in.Sym, in.Method) {
		f.c.blind = append(f.c.blind, f.at)
	}
}

// opaque notes a call of a library function that calls what is not seen.
func (c *libraryCall) opaque(*model.Row) []setID {
	if c.fn != nil {
		c.c.blind = append(c.c.blind, c.at)
	}
	return c.unmodelled()
}

// implemented reports whether a type of the program has a method that matters and
// that an interface of the program asks for.
func (m *machine) implemented(sym, method string) bool {
	key := sym + " " + method
	found, ok := m.implements[key]
	if !ok {
		found = m.ownInterface(sym) && m.hasMethod(method)
		m.implements[key] = found
	}
	return found
}

// ownInterface reports whether "(pkg.Iface).Method" is declared in the program.
func (m *machine) ownInterface(sym string) bool {
	name, ok := strings.CutPrefix(sym, "(")
	if !ok {
		return false
	}
	iface, _, _ := strings.Cut(name, ")")
	iface, _, _ = strings.Cut(iface, "[")
	i := strings.LastIndexByte(iface, '.')
	return i >= 0 && m.packages[iface[:i]]
}

// hasMethod reports whether a type that the program converts to an interface has a
// method of that name that matters.
func (m *machine) hasMethod(method string) bool {
	for _, t := range m.types.types {
		for _, have := range t.Methods {
			if fn := m.funcs[have.Func]; have.Name == method && fn != nil && fn.relevant {
				return true
			}
		}
	}
	return false
}

// blindSpots notes where a region calls what is not known.
func (r *region) blindSpots() {
	seen := make(map[contextID]bool)
	for _, s := range r.states {
		c := r.contexts[s.ctx]
		if seen[s.ctx] || c.fn == nil {
			continue
		}
		seen[s.ctx] = true
		for _, i := range c.blind {
			in := c.fn.instr(i)
			r.note(c.fn, in.Pos, "calls "+in.Sym+" on a value that is not known: what that calls is not seen")
		}
	}
}
