package main

import (
	"strings"

	"github.com/agext/levenshtein"
)

// unknown returns the error for a name that is none of the valid ones: with the one
// that was probably meant, or else with all of them.
func unknown(kind, name string, valid []string) error {
	if n := nearest(name, valid); n != "" {
		return usagef("unknown %s %q (did you mean %q?)", kind, name, n)
	}
	return usagef("unknown %s %q (want %s)", kind, name, strings.Join(valid, ", "))
}

// nearest returns the name that s is probably a misspelling of, or "". Less than half
// of a name may be wrong, and no more than three characters.
func nearest(s string, names []string) string {
	best, bestDistance := "", 0
	for _, name := range names {
		d := levenshtein.Distance(s, name, nil)
		if d <= min(3, (len(name)-1)/2) && (best == "" || d < bestDistance) {
			best, bestDistance = name, d
		}
	}
	return best
}
