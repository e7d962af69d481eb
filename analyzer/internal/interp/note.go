package interp

import (
	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// note keeps where and why the analysis lost precision: things are told less apart, or
// lie behind a value that is not known, as is said of the call on it.
func (m *machine) note(fn *function, pos ir.Pos, reason string) {
	m.keepNote(fn, pos, hop.Note{Reason: reason})
}

// keepNote keeps a note. It is incomplete where the analysis stopped before all was
// said, or dropped values that functions may be among: calls may be lost without a trace.
func (m *machine) keepNote(fn *function, pos ir.Pos, n hop.Note) {
	if fn != nil {
		n.Func = fn.Name
		n.Pos = m.pos(fn, pos)
	}
	m.notes[n] = true
}
