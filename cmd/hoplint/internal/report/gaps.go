package report

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// Gaps says what keeps a run without findings from being a success, a gap a string.
func Gaps(r *hop.Report) []string {
	var gaps []string
	if names := incomplete(r.Coverage.Skipped); len(names) > 0 {
		gaps = append(gaps, "incomplete: calls may be missing from "+strings.Join(names, ", "))
	}
	return append(gaps, silence(r)...)
}

// silence says that nothing was found to look at, if that was so.
func silence(r *hop.Report) []string {
	if r.Coverage.Endpoints > 0 || servesNothing(r.System.Services) {
		return nil
	}
	return []string{"no endpoint found: " + emptiness(r)}
}

// A gap is something that may hide a call. Its position is "" where it has none.
type gap struct{ pos, text string }

// listGaps is [Gaps] with the reasons: what was not read to the end, one each, and silence.
func listGaps(r *hop.Report) []gap {
	var gaps []gap
	for _, s := range r.Coverage.Skipped {
		if s.Incomplete {
			gaps = append(gaps, gap{leadingPos.FindString(s.Reason), s.Package + " is incomplete: " + s.Reason})
		}
	}
	for _, text := range silence(r) {
		gaps = append(gaps, gap{"", text})
	}
	return gaps
}

// leadingPos is the position at which the message of a compiler begins.
var leadingPos = regexp.MustCompile(`^[^:\s]+:\d+:\d+`)

// servesNothing reports whether there is something to look at of which the manifest
// says that it has no endpoints.
func servesNothing(services []hop.Service) bool {
	analysed := 0
	for _, s := range services {
		if !s.Analysed || s.Repository != "" {
			continue
		}
		if analysed++; s.Guessed || s.Role != hop.RoleWorker && s.Role != hop.RoleTool && s.Role != hop.RoleClient {
			return false
		}
	}
	return analysed > 0
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
	switch skipped := r.Coverage.Skipped; {
	case len(analysed) > 0:
		return fmt.Sprintf("nothing that %s registers is known to be one; describe the router under models in hoplint.yaml",
			strings.Join(analysed, ", "))
	case len(skipped) > 0:
		return "no service could be analysed; the first, " + skipped[0].Package + ": " + skipped[0].Reason
	case len(r.System.Services) > 0:
		return "no service has a root; say in hoplint.yaml where they start"
	default:
		return "no service starts here, as there is no main package; name the functions at which services start as roots in hoplint.yaml"
	}
}

func analysedServices(services []hop.Service) []string {
	var names []string
	for _, s := range services {
		if s.Analysed && s.Repository == "" {
			names = append(names, s.Name)
		}
	}
	return names
}
