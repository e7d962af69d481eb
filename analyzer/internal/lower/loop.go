package lower

import (
	"golang.org/x/tools/go/ssa"
)

func isRangeBody(fn *ssa.Function) bool { return fn.Synthetic == "range-over-func yield" }

func (f *function) loops() {}
