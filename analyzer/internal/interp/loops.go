package interp

import (
	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// sharesLoop reports whether two instructions lie in a common loop, or the first in none.
func sharesLoop(fn *function, a, b int32) bool {
	return fn.loop(a) < 0 || commonLoop(fn, a, b) >= 0
}

func loopOf(k ir.LoopKind) hop.Loop {
	switch k {
	case ir.RangeLoop:
		return hop.LoopRange
	case ir.RetryLoop:
		return hop.LoopRetry
	case ir.PagesLoop:
		return hop.LoopPages
	}
	return hop.LoopFor
}

var loopRank = map[hop.Loop]int{hop.NoLoop: 0, hop.LoopRetry: 1, hop.LoopPages: 2, hop.LoopFor: 3, hop.LoopRange: 4}

// worse returns the loop that makes more calls.
func worse(a, b hop.Loop) hop.Loop {
	if loopRank[b] > loopRank[a] {
		return b
	}
	return a
}
