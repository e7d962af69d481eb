package report

import (
	"encoding/xml"
	"io"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A checkstyle is the root of a report in the format of Checkstyle, which has no schema:
// its readers agree on these elements.
type checkstyle struct {
	XMLName xml.Name          `xml:"checkstyle"`
	Version string            `xml:"version,attr"`
	Files   []*checkstyleFile `xml:"file"`

	byName map[string]*checkstyleFile
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr,omitempty"`
	Column   int    `xml:"column,attr,omitempty"` // in bytes, as Go tools count there
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// writeCheckstyle writes the findings and the gaps, by file.
func writeCheckstyle(w io.Writer, r *hop.Report, o Options) error {
	h, c := newHosted(r, o), &checkstyle{Version: "5.0", byName: map[string]*checkstyleFile{}}
	for _, g := range listGaps(r) {
		c.add(h.gapAt(g), checkstyleError{Severity: "error", Message: Escape(g.text), Source: toolName + ".incomplete"})
	}
	for _, f := range h.new() {
		c.add(h.at(f), checkstyleError{
			Severity: bySeverity(f.Severity, "error", "warning", "info"),
			Message:  strings.Join(h.statement(f), "\n"), Source: Escape(toolName + "." + f.Rule),
		})
	}
	return writeXML(w, c)
}

func (c *checkstyle) add(at place, e checkstyleError) {
	e.Line, e.Column = at.line, at.col
	name := Escape(at.file)
	f := c.byName[name]
	if f == nil {
		f = &checkstyleFile{Name: name}
		c.byName[name] = f
		c.Files = append(c.Files, f)
	}
	f.Errors = append(f.Errors, e)
}

func writeXML(w io.Writer, document any) error {
	text, err := xml.MarshalIndent(document, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+string(text)+"\n")
	return err
}
