package rule

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A Doc is what the documentation of a rule says, for help, SARIF and the README.
type Doc struct {
	Name     string
	Severity hop.Severity
	Max      int    // 0 for rules that do not count
	Summary  string // one line
	Text     string // Markdown, without the heading and the summary
}

// Docs returns the documentation of all rules, in the order of [All].
func Docs() []Doc {
	docs := make([]Doc, len(All))
	for i, r := range All {
		_, body, _ := strings.Cut(r.Doc, "\n\n")
		summary, text, _ := strings.Cut(body, "\n\n")
		docs[i] = Doc{
			Name:     r.Name,
			Severity: r.Severity,
			Max:      r.Max,
			Summary:  summary,
			Text:     strings.TrimSpace(text) + "\n",
		}
	}
	return docs
}
