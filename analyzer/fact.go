package analyzer

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// A packageFact is what importing packages need to know of a package: its ir and,
// since facts travel one import only under some drivers, that of all first-party
// packages below it, each once.
type packageFact struct {
	Packages []packedPackage // sorted by path
}

// A packedPackage is the compressed ir of a package.
type packedPackage struct {
	Path  string
	Dir   string
	Data  []byte
	Fault string // why there is no ir, if there is none
}

func (*packageFact) AFact() {}

func (f *packageFact) String() string {
	var paths []string
	for _, p := range f.Packages {
		paths = append(paths, p.Path)
	}
	return "ir of " + strings.Join(paths, ", ")
}

func pack(p *ir.Package, dir string) (packedPackage, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return packedPackage{}, err
	}
	if _, err := w.Write(ir.Encode(p)); err != nil {
		return packedPackage{}, err
	}
	if err := w.Close(); err != nil {
		return packedPackage{}, err
	}
	return packedPackage{Path: p.Path, Dir: dir, Data: b.Bytes()}, nil
}

// maxPacked bounds the ir of one package, in bytes.
const maxPacked = 1 << 28

func unpack(p packedPackage) (*ir.Package, error) {
	data, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(p.Data)), maxPacked))
	if err != nil {
		return nil, fmt.Errorf("%s: damaged fact: %v", p.Path, err)
	}
	return ir.Decode(data)
}

// closed returns the packages of several facts, each once, sorted by path.
func closed(lists ...[]packedPackage) []packedPackage {
	all := slices.Concat(lists...)
	slices.SortStableFunc(all, func(a, b packedPackage) int { return strings.Compare(a.Path, b.Path) })
	return slices.CompactFunc(all, func(a, b packedPackage) bool { return a.Path == b.Path })
}
