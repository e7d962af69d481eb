package rule

import "github.com/hoplint/hoplint/analyzer/hop"

// Terms are what a judgement goes by besides the system and its manifest.
type Terms struct {
	// Today (YYYY-MM-DD) decides which exceptions are over: those whose last day lies
	// before it. If it is "", none is.
	Today string
	// Waivers are the comments in the code of services, by service, in any order.
	Waivers map[string][]hop.Waiver
	// Service says how much is known of a service, and Waiver of what a comment could hold
	// for; everything, if they are nil.
	Service func(name string) Knowledge
	Waiver  func(hop.Waiver) Knowledge
	// Alone is true if other programs of the system were not looked at: chains through
	// them are not known, and neither are targets that only their code tells.
	Alone bool
}

// Knowledge is how much is known where a waiver is judged.
type Knowledge int

const (
	// Everything: a waiver that holds for no finding is of no use.
	Everything Knowledge = iota
	// Part: there may be findings that were not made.
	Part
	// Elsewhere: the waiver is judged by another run.
	Elsewhere
)

func (t *Terms) service(name string) Knowledge {
	if t.Service == nil {
		return Everything
	}
	return t.Service(name)
}

func (t *Terms) waiver(w hop.Waiver) Knowledge {
	if t.Waiver == nil {
		return Everything
	}
	return t.Waiver(w)
}
