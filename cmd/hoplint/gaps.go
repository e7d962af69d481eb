package main

import (
	"fmt"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// gaps says what keeps a run without findings from being a success, a gap a string.
func gaps(r *hop.Report) []string {
	var gaps []string
	if names := incomplete(r.Coverage.Skipped); len(names) > 0 {
		gaps = append(gaps, "incomplete: calls may be missing from "+strings.Join(names, ", "))
	}
	if r.Coverage.Endpoints == 0 && len(r.System.Endpoints) == 0 {
		gaps = append(gaps, "no endpoint found: "+emptiness(r))
	}
	return gaps
}

func incomplete(skipped []hop.Skipped) []string {
	var names []string
	for _, s := range skipped {
		if s.Incomplete {
			names = append(names, s.Package)
		}
	}
	return names
}

// emptiness says what the likely cause is of there being no endpoint at all.
func emptiness(r *hop.Report) string {
	analysed := analysedServices(r.System.Services)
	switch {
	case r.Coverage.Packages == 0 && len(r.Coverage.Skipped) > 0:
		return "all packages were skipped; the first, " + r.Coverage.Skipped[0].Package + ", because " + r.Coverage.Skipped[0].Reason
	case r.Coverage.Packages == 0:
		return "there is no Go package to analyse"
	case len(analysed) == 0:
		return "no service starts in the packages analysed; check a package main, or name the roots in hoplint.yaml"
	default:
		return fmt.Sprintf("nothing that %s registers is known to be one; "+
			"describe the router under models in hoplint.yaml, or the endpoints under serves", strings.Join(analysed, ", "))
	}
}

func analysedServices(services []hop.Service) []string {
	var names []string
	for _, s := range services {
		if s.Analysed {
			names = append(names, s.Name)
		}
	}
	return names
}
