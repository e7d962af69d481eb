package interp

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// Waivers returns the comments of a package that speak to hoplint. The directory is that of
// the package, as positions show it.
func Waivers(p *ir.Package, dir string) []hop.Waiver {
	var out []hop.Waiver
	for _, w := range p.Waivers {
		if w.Pos.File < 0 || int(w.Pos.File) >= len(p.Files) {
			continue
		}
		file := &p.Files[w.Pos.File]
		out = append(out, hop.Waiver{Package: p.Path, Pos: positionIn(file, dir, w.Pos), Last: int(w.Last), Text: w.Text})
	}
	return out
}

// passedWaivers are the waivers that a way through the code passes, by their numbers.
type passedWaivers string

// A waivedFile names a source file of a package.
type waivedFile struct{ pkg, name string }

// waivedLines are the lines of files that waivers hold for.
type waivedLines map[waivedFile][]waivedRange

type waivedRange struct {
	first, last int32
	number      int
}

func waivedLinesOf(packages []*ir.Package) waivedLines {
	lines := make(waivedLines)
	n := 0
	for _, p := range packages {
		for _, w := range p.Waivers {
			if w.Pos.File < 0 || int(w.Pos.File) >= len(p.Files) {
				continue
			}
			key := waivedFile{p.Path, p.Files[w.Pos.File].Name}
			lines[key] = append(lines[key], waivedRange{w.Pos.Line, w.Last, n})
			n++
		}
	}
	return lines
}

// maxPassed bounds the sets of waivers by which the ways of one activity are told apart.
const maxPassed = 64

// passing adds the waivers that hold for the line of an instruction to those passed before.
func (r *region) passing(before passedWaivers, fn *function, instr int32) passedWaivers {
	if len(r.waived) == 0 || fn == nil || fn.Wrapper {
		return before
	}
	after := r.waived.add(before, fn, fn.at(instr))
	if after != before && !r.waiverSets[after] {
		if len(r.waiverSets) == maxPassed {
			return before
		}
		r.waiverSets[after] = true
	}
	return after
}

func (lines waivedLines) add(before passedWaivers, fn *function, p ir.Pos) passedWaivers {
	file := fn.file(p)
	if file == nil {
		return before
	}
	numbers := strings.Fields(string(before))
	for _, w := range lines[waivedFile{cmp.Or(file.Package, fn.pkg.Path), file.Name}] {
		if number := strconv.Itoa(w.number); w.first <= p.Line && p.Line <= w.last && !slices.Contains(numbers, number) {
			numbers = append(numbers, number)
		}
	}
	slices.Sort(numbers)
	return passedWaivers(strings.Join(numbers, " "))
}
