package analyzer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/rule"
)

// Compare returns head's report as that of a change: with the status of findings that base
// has, too, and with what the change made of the others and of chains. The reports stay as
// they are. The name is what base is called.
//
// What a manifest allowed in base is not known before: a change that takes the exception
// away makes a finding of it. Where head is incomplete, nothing is said to be gone.
func Compare(base, head *hop.Report, name string) *hop.Report {
	r := *head
	r.Findings = known(base.Findings, head.Findings)
	r.Changes = &hop.Changes{
		Base:   name,
		Fixed:  fixed(base.Findings, head.Findings),
		Chains: chainChanges(&base.System, &head.System),
	}
	for _, s := range base.Coverage.Skipped {
		if s.Incomplete {
			r.Changes.Incomplete = append(r.Changes.Incomplete, s)
		}
	}
	if incomplete(head) {
		r.Changes.Fixed = []hop.Finding{}
		r.Changes.Chains = slices.DeleteFunc(r.Changes.Chains, func(c hop.ChainChange) bool { return !c.Longer() })
	}
	return &r
}

// known returns head's findings with the status that they have in view of base's. What an
// earlier comparison said of them does not count.
func known(base, head []hop.Finding) []hop.Finding {
	had := fingerprints(base, func(f hop.Finding) bool { return f.Status != hop.StatusAllowed })
	out := slices.Clone(head)
	for i := range out {
		f := &out[i]
		if f.Status != hop.StatusNew && f.Status != hop.StatusKnown {
			continue
		}
		f.Status = hop.StatusNew
		if len(f.Fingerprints) > 0 && !slices.ContainsFunc(f.Fingerprints, func(p string) bool { return !had[p] }) {
			f.Status = hop.StatusKnown
		}
	}
	return out
}

// fixed returns the findings of base of which nothing is left in head, in base's order.
func fixed(base, head []hop.Finding) []hop.Finding {
	has := fingerprints(head, func(hop.Finding) bool { return true })
	gone := []hop.Finding{}
	for _, f := range base {
		if f.Status == hop.StatusAllowed || len(f.Fingerprints) == 0 {
			continue
		}
		if !slices.ContainsFunc(f.Fingerprints, func(p string) bool { return has[p] }) {
			gone = append(gone, f)
		}
	}
	return gone
}

func fingerprints(findings []hop.Finding, keep func(hop.Finding) bool) map[string]bool {
	all := make(map[string]bool)
	for _, f := range findings {
		if keep(f) {
			for _, p := range f.Fingerprints {
				all[p] = true
			}
		}
	}
	return all
}

// chainChanges returns the endpoints whose longest chain has another number of hops, by
// service and endpoint.
func chainChanges(base, head *hop.System) []hop.ChainChange {
	before, after := rule.NewLengths(base), rule.NewLengths(head)
	ends := slices.Concat(before.Ends(), after.Ends())
	slices.SortFunc(ends, compareFrom)
	changes := []hop.ChainChange{}
	for _, end := range slices.Compact(ends) {
		c := hop.ChainChange{Service: end.Service, Endpoint: end.Endpoint, Before: before.Hops(end), After: after.Hops(end)}
		switch {
		case c.Before == c.After:
			continue
		case c.Longer():
			c.Chain = after.Chain(end)
		default:
			c.Chain = before.Chain(end)
		}
		changes = append(changes, c)
	}
	return changes
}

func compareFrom(a, b hop.From) int {
	return cmp.Or(strings.Compare(a.Service, b.Service), strings.Compare(a.Endpoint, b.Endpoint))
}
