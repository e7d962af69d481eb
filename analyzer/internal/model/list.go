package model

import (
	"maps"
	"slices"
)

// List returns where the list is for each element of which the row holds, and whether
// there is one.
func (r *Row) List() (Locator, bool) {
	for _, role := range slices.Sorted(maps.Keys(r.Args)) {
		if loc := r.Args[role]; loc.Each {
			return Locator{Base: loc.Base, Arg: loc.Arg}, true
		}
	}
	return Locator{}, false
}
