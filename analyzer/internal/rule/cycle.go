package rule

import "slices"

// A cycleSearch finds shortest cycles within components of a graph, by breadth-first
// search from each member.
type cycleSearch struct {
	*graph
	// starts says by which steps the search may leave a member; all if nil. The cycles
	// found hold at least one of them.
	starts func(from int, s step) bool

	walk   int   // number of the search from one member
	seen   []int // the search that saw an end last
	before []int // the end that this search came from
	left   int   // steps that may still be taken for one component
}

// maxCycleSteps bounds the search for a cycle shorter than the first one in a component.
const maxCycleSteps = 1 << 24

func newCycleSearch(g *graph) *cycleSearch {
	return &cycleSearch{graph: g, seen: make([]int, len(g.ends)), before: make([]int, len(g.ends))}
}

// shortest returns a shortest cycle among the members of a component, each end once;
// nil if there is none with a step that may start it.
func (c *cycleSearch) shortest(members []int) []int {
	var best []int
	c.left = maxCycleSteps
	for _, v := range members {
		if best != nil && (len(best) == 1 || c.left <= 0) {
			break
		}
		if cycle := c.through(v, len(best)); cycle != nil {
			best = cycle
		}
	}
	return best
}

// through returns a shortest cycle through an end, but only one that is shorter than
// limit; 0 is no limit.
func (c *cycleSearch) through(v, limit int) []int {
	c.walk++
	layer := []int{v}
	for length := 1; len(layer) > 0 && (limit == 0 || length < limit); length++ {
		var next []int
		for _, from := range layer {
			for _, s := range c.out[from] {
				c.left--
				switch {
				case c.component[s.to] != c.component[v] || from == v && c.starts != nil && !c.starts(from, s):
				case s.to == v:
					return c.back(from, v)
				case c.seen[s.to] != c.walk:
					c.seen[s.to], c.before[s.to] = c.walk, from
					next = append(next, s.to)
				}
			}
		}
		layer = next
	}
	return nil
}

// back returns the cycle that a search from v has closed at last.
func (c *cycleSearch) back(last, v int) []int {
	cycle := []int{last}
	for last != v {
		last = c.before[last]
		cycle = append(cycle, last)
	}
	slices.Reverse(cycle)
	return cycle
}

// rotate returns the cycle such that it starts at the lowest end for which first holds.
func rotate(cycle []int, first func(end int) bool) []int {
	start := -1
	for i, end := range cycle {
		if first(end) && (start < 0 || end < cycle[start]) {
			start = i
		}
	}
	start = max(start, 0)
	return slices.Concat(cycle[start:], cycle[:start])
}
