package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// writeGitHub writes a workflow command of GitHub Actions for each new finding and each
// gap, which become annotations of the run and of the lines.
func writeGitHub(w io.Writer, r *hop.Report, o Options) error {
	h, b := newHosted(r, o), bufio.NewWriter(w)
	for _, g := range listGaps(r) {
		c := command{name: "warning", title: toolName + " could not look at everything", text: Escape(g.text)}
		if g.pos != "" {
			c.file, c.line = Escape(h.gapAt(g).file), h.gapAt(g).line
		}
		c.write(b)
	}
	for _, f := range h.new() {
		at := h.at(f)
		command{
			name: bySeverity(f.Severity, "error", "warning", "notice"),
			file: Escape(at.file), line: at.line, col: h.sources.file(at.name).utf16Column(at.line, at.col),
			title: Escape(toolName + ": " + f.Rule),
			text:  strings.Join(h.statement(f), "\n"),
		}.write(b)
	}
	return b.Flush()
}

// A command is a workflow command. Its strings are printable, but for the line ends of the text.
type command struct {
	name        string
	file, title string
	line, col   int
	text        string
}

func (c command) write(w *bufio.Writer) {
	var properties []string
	add := func(key, value string) {
		properties = append(properties, key+"="+commandProperty.Replace(value))
	}
	if c.file != "" {
		add("file", c.file)
	}
	if c.line > 0 {
		add("line", fmt.Sprint(c.line))
	}
	if c.col > 0 {
		add("col", fmt.Sprint(c.col))
	}
	add("title", c.title)
	fmt.Fprintf(w, "::%s %s::%s\n", c.name, strings.Join(properties, ","), commandText.Replace(c.text))
}

// What the runner of GitHub Actions decodes, see packages/core/src/command.ts in
// github.com/actions/toolkit. A library for ten pairs of strings would be no gain.
var (
	commandText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
