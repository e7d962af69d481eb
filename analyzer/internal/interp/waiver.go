package interp

import (
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
