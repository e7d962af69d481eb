// Package report writes a [hop.Report], a file a format.
//
// The formats differ in shape, never in what they know: each is a function of the
// report alone, and what a terminal or a pipe asks for comes in as [Options].
package report

import (
	"io"
	"maps"
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// Options says how a report is written where the report itself leaves it open.
type Options struct {
	Color   bool   // the writer is a terminal that shows colours
	Verbose bool   // the text leaves nothing out
	Version string // of hoplint
	// Prefix is the slash-separated path of the checked directory below the root of the
	// repository, "" for the root itself. The formats for code hosts name files from there.
	Prefix string
	// ReadFile reads a file that positions of the report name. Columns are counted in it,
	// and lines are recognised by their text; a file that cannot be read is done without.
	ReadFile func(name string) ([]byte, error)
}

// A Format writes a report. Its error is the writer's.
type Format func(io.Writer, *hop.Report, Options) error

// Default is the name of the format for people.
const Default = "text"

// Formats are the formats by name.
var Formats = map[string]Format{
	Default:      writeText,
	"checkstyle": writeCheckstyle,
	"github":     writeGitHub,
	"gitlab":     writeGitLab,
	"json":       writeJSON,
	"junit":      writeJUnit,
	"markdown":   writeMarkdown,
	"rdjsonl":    writeRDJSONL,
	"sarif":      writeSARIF,
}

// Names lists the names of the formats, sorted.
func Names() []string {
	return slices.Sorted(maps.Keys(Formats))
}

// IsNew reports whether a finding still asks for something to be done: the manifest does
// not allow it, the baseline does not hold it, and what the system is compared with does
// not have it.
func IsNew(f hop.Finding) bool {
	return f.Status != hop.StatusAllowed && f.Status != hop.StatusBaseline && f.Status != hop.StatusKnown
}
