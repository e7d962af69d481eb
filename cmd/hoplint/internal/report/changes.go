package report

import (
	"fmt"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// changes writes what a change did to chains and to findings of before, and a line that
// counts it. The chains that are shown are the longer ones: of those that have become
// shorter, what they were.
func (t *text) changes(r *hop.Report) {
	c := r.Changes
	if c == nil {
		return
	}
	for _, change := range c.Chains {
		t.chainChange(change)
	}
	for _, f := range c.Fixed {
		fmt.Fprintf(t.w, "%s %s (%s)", t.label("fixed:"), Escape(f.Message), Escape(f.Rule))
		if f.Pos != "" {
			fmt.Fprintf(t.w, ", which was at %s", Escape(f.Pos))
		}
		fmt.Fprintln(t.w)
	}
	for _, s := range c.Incomplete {
		fmt.Fprintf(t.w, "%s %s of %s is incomplete: %s; what is new may have been there before\n",
			t.severity(string(hop.Warning), "warning:"), Escape(s.Package), Escape(c.Base), Escape(s.Reason))
	}
	fmt.Fprintf(t.w, "%s %s, compared with %s\n", t.label("changes:"), changeCounts(r), Escape(c.Base))
}

// chainChange writes how long a chain was and is: "POST /checkout of basket: 2 -> 3 hops".
func (t *text) chainChange(c hop.ChainChange) {
	which := "shorter:"
	if c.Longer() {
		which = "longer:"
	}
	fmt.Fprintf(t.w, "%s %s: %d -> %s\n", t.label(which), Escape(endName(c.Service, c.Endpoint)), c.Before, Count(c.After, "hop"))
	t.chain(c.Chain)
}

// changeCounts counts what is new, fixed, longer and shorter.
func changeCounts(r *hop.Report) string {
	found := 0
	for _, f := range r.Findings {
		if IsNew(f) {
			found++
		}
	}
	longer := 0
	for _, c := range r.Changes.Chains {
		if c.Longer() {
			longer++
		}
	}
	parts := []string{Count(found, "new finding"), fmt.Sprintf("%d fixed", len(r.Changes.Fixed))}
	parts = append(parts, Count(longer, "longer chain"), fmt.Sprintf("%d shorter", len(r.Changes.Chains)-longer))
	return strings.Join(parts, ", ")
}
