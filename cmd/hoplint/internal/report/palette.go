package report

import (
	"github.com/fatih/color"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A palette colours parts of the text report. Without colours its functions
// return what they are given.
type palette struct {
	pos, faint, label func(...any) string
	bySeverity        map[string]func(...any) string
}

func newPalette(on bool) palette {
	return palette{
		pos:   style(on, color.Bold),
		faint: style(on, color.Faint),
		label: style(on, color.FgGreen),
		bySeverity: map[string]func(...any) string{
			string(hop.Error):   style(on, color.FgRed, color.Bold),
			string(hop.Warning): style(on, color.FgYellow, color.Bold),
			string(hop.Info):    style(on, color.FgCyan, color.Bold),
		},
	}
}

// severity colours s, escaped by the caller, as befits a severity.
func (p palette) severity(severity, s string) string {
	if paint, ok := p.bySeverity[severity]; ok {
		return paint(s)
	}
	return p.faint(s)
}

// style decides about colours for itself: color.NoColor would decide by standard output.
func style(on bool, attributes ...color.Attribute) func(...any) string {
	c := color.New(attributes...)
	if on {
		c.EnableColor()
	} else {
		c.DisableColor()
	}
	return c.SprintFunc()
}
