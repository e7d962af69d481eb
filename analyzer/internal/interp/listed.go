package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// fillListed fills the variables whose addresses a list of anything holds, as what reads
// a row of a table gets it. Structs of the program's own are rather printed.
func (f *frame) fillListed(o *object, p pathID, s setID) {
	if p != 0 || !strings.HasPrefix(o.typ, "[") || !strings.HasSuffix(o.typ, "]any") {
		return
	}
	for _, x := range f.members(f.setAt(o, f.below(p, anyElement))) {
		if x.kind == ifaceValue && f.all[x.n].kind == refValue && !f.ownStruct(f.types.name(x.typ)) {
			f.fillFrom(f.all[x.n], s)
		}
	}
}

// ownStruct reports whether a pointer is to a struct that the program declares.
func (f *frame) ownStruct(pointer string) bool {
	name := strings.TrimPrefix(pointer, "*")
	typ := f.types.types[name]
	return typ != nil && typ.Class == ir.Struct && f.packages[model.PackageOf(name)]
}
