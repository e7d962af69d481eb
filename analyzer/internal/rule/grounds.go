package rule

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// grounds are why calls are allowed.
type grounds struct {
	manifest []*manifest.Allow
	code     []*waiver
}

func groundsOf(calls []*hop.Call, entries map[string][]*manifest.Allow, comments []*waiver) grounds {
	var g grounds
	for _, c := range calls {
		if a := permitIn(entries, c); a != nil {
			g.manifest = append(g.manifest, a)
		}
		g.code = append(g.code, holding(comments, c)...)
	}
	return g
}

func (g grounds) none() bool { return len(g.manifest) == 0 && len(g.code) == 0 }

// texts says where each of the grounds stands, its state, and what it says. The manifest is
// one place.
func (g grounds) texts(state string) []string {
	var entries, comments []string
	for _, a := range g.manifest {
		entries = append(entries, ground(a.Reason, a.Owner, string(a.Until)))
	}
	slices.Sort(entries)
	var out []string
	if entries = slices.Compact(entries); len(entries) > 0 {
		out = append(out, "in hoplint.yaml"+state+": "+strings.Join(entries, "; "))
	}
	code := slices.Clone(g.code)
	slices.SortFunc(code, func(a, b *waiver) int { return comparePos(a.Pos, b.Pos) })
	for _, w := range slices.Compact(code) {
		comments = append(comments, fmt.Sprintf("at %s:%d%s: %s", w.file, w.first, state, ground(w.reason, "", w.until)))
	}
	return append(out, comments...)
}

func ground(reason, owner, until string) string {
	var terms []string
	if owner != "" {
		terms = append(terms, owner)
	}
	if until != "" {
		terms = append(terms, "until "+until)
	}
	if len(terms) == 0 {
		return reason
	}
	return fmt.Sprintf("%s (%s)", reason, strings.Join(terms, ", "))
}
