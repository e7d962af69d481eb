package interp

import "github.com/hoplint/hoplint/analyzer/internal/ir"

// scatter stores a value in an element that is not known of slices that were made with
// some length: beside the elements that were written to so far it may be any other.
func (f *frame) scatter(addr ir.Operand, s setID) {
	def := f.fn.definition(addr)
	if def == nil || def.Op != ir.IndexAddr || f.indexed(def) != nil {
		return
	}
	if _, known := f.constIndex(f.value(def.Args[1])); known {
		return
	}
	for _, x := range f.members(f.value(def.Args[0])) {
		if x.kind != refValue {
			continue
		}
		o := f.object(x.n)
		if made := o.site; made.fn != nil && made.instr >= 0 && x.path == 0 && made.fn.instr(made.instr).Op == ir.Make {
			f.write(o, f.below(0, anyElement), s)
		}
	}
}
