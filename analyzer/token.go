package analyzer

import (
	"fmt"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// report reports a finding where it stands, which may be a file of another package.
func (u *unit) report(f hop.Finding) {
	d := analysis.Diagnostic{Category: f.Rule, Message: f.Message + " (" + f.Rule + ")"}
	d.Pos = u.token(f.Pos)
	if u.cfg.OneLine {
		d.Message += u.way(f)
		u.Report(d)
		return
	}
	for _, frame := range f.Path {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: u.token(frame.Pos), Message: frame.Func})
	}
	u.Report(d)
}

// token returns a position within the pass's files for "file:line:col". Of a file of
// another package only that line is known.
func (u *unit) token(pos string) token.Pos {
	file, line, col, err := splitPos(pos)
	if err != nil {
		return u.Files[0].Package
	}
	file = filepath.Clean(file) // a generated file may lie apart from its package
	var found *token.File
	u.Fset.Iterate(func(f *token.File) bool {
		if f.Name() == file {
			found = f
		}
		return found == nil
	})
	if found == nil || line > found.LineCount() || !reaches(found, line, col) {
		found = u.addFile(file, line)
	}
	return found.LineStart(line) + token.Pos(col-1)
}

// reaches reports whether a line of a file is so wide. The files that the importer
// makes up have lines of one byte.
func reaches(f *token.File, line, col int) bool {
	at := f.LineStart(line) + token.Pos(col-1)
	return int(at) <= f.Base()+f.Size() && f.Line(at) == line
}

// addFile makes up a file with lines of a width that any column fits in.
func (u *unit) addFile(name string, line int) *token.File {
	const width = 1000
	f := u.Fset.AddFile(name, -1, width*(line+1))
	lines := make([]int, line+1)
	for i := range lines {
		lines[i] = i * width
	}
	f.SetLines(lines)
	return f
}

func splitPos(pos string) (file string, line, col int, err error) {
	parts := strings.Split(pos, ":")
	if len(parts) < 3 {
		return "", 0, 0, fmt.Errorf("no position: %q", pos)
	}
	n := len(parts)
	line, err = strconv.Atoi(parts[n-2])
	if err != nil {
		return "", 0, 0, err
	}
	col, err = strconv.Atoi(parts[n-1])
	return strings.Join(slices.Clip(parts[:n-2]), ":"), line, col, err
}
