package analyzer

import (
	"path/filepath"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// way tells, in one line, what a finding stands on: the path through the code, from the
// endpoint to the call, and the chain.
func (u *unit) way(f hop.Finding) string {
	var b strings.Builder
	for i, frame := range f.Path {
		b.WriteString(between(i, "; path: "))
		b.WriteString(u.shown(frame.Pos))
	}
	for i, h := range f.Chain {
		b.WriteString(between(i, "; chain: "))
		b.WriteString(strings.TrimPrefix(h.Endpoint+" of "+h.Service, " of "))
		if h.Pos != "" {
			b.WriteString(" (" + u.shown(h.Pos) + ")")
		}
	}
	return b.String()
}

func between(i int, first string) string {
	if i == 0 {
		return first
	}
	return " → "
}

// shown returns a position as reports show it: relative to the checked directory. What a
// driver's cache keeps is the same from wherever it is run.
func (u *unit) shown(pos string) string {
	if rel, err := filepath.Rel(u.cfg.Dir, pos); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(pos)
}
