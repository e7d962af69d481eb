package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// GitHub refuses comments of more than 65,536 characters. Bytes are never fewer, and
// these are the shares of what may come in great number.
const (
	maxComment = 65_000
	maxGaps    = 5_000
	maxChains  = 8_000 // of those that grew, and of those that shrank
	maxGraph   = 14_000
	maxFixed   = 8_000
	maxName    = 300 // of anything that the code under analysis names
	maxProof   = 30  // lines
)

// writeMarkdown writes a comment on a pull request: what the change adds and removes, if
// the run compared; the new findings with what proves them, folded; a graph of the chains
// that they are about; and whether everything was looked at.
func writeMarkdown(w io.Writer, r *hop.Report, o Options) error {
	c := comment{hosted: newHosted(r, o)}
	head, foot := c.head(), c.foot()
	added, removed := c.chains()
	tail := section("**Fixed**\n\n", c.fixed(), maxFixed) + c.graph(maxGraph)
	middle := section("> [!WARNING]\n> This is no verdict, as not everything was looked at:\n>\n", c.gaps(), maxGaps) +
		section("**What this adds**\n\n", added, maxChains) + section("**What this removes**\n\n", removed, maxChains)
	room := maxComment - len(head) - len(foot) - len(tail) - len(middle)
	_, err := io.WriteString(w, head+middle+section("**New findings**\n\n", c.findings(), room)+tail+foot)
	return err
}

// section writes blocks below a title, as many as there is room for, and counts the others.
func section(title string, blocks []string, room int) string {
	if len(blocks) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(title)
	left := 0
	for _, block := range blocks {
		if b.Len()+len(block) > room {
			left++
			continue
		}
		b.WriteString(block)
	}
	if left > 0 {
		fmt.Fprintf(&b, "\n… and %d more\n", left)
	}
	return b.String() + "\n"
}

// A comment is a report being told in Markdown. Every string of the report passes through
// prose, code or fenced on its way out.
type comment struct{ *hosted }

// marker lets a program find the comment again, to edit it.
const marker = "<!-- hoplint -->\n"

func (c comment) head() string {
	title := "no new findings"
	if n := len(c.new()); n > 0 {
		title = Count(n, "new finding")
	}
	text := marker + "### hoplint: " + title
	if c.Changes == nil {
		return text + "\n\n"
	}
	if n := len(c.Changes.Fixed); n > 0 {
		text += fmt.Sprintf(", %d fixed", n)
	}
	text += "\n\nCompared with " + code(c.Changes.Base)
	if n := len(c.Changes.Incomplete); n > 0 {
		text += fmt.Sprintf(", of which %s could not be looked at in full: what is new may have been there before", Count(n, "part"))
	}
	return text + ".\n\n"
}

func (c comment) gaps() []string {
	var blocks []string
	for _, g := range listGaps(c.Report) {
		blocks = append(blocks, "> - "+prose(g.text)+"\n")
	}
	return blocks
}

// chains tells which endpoints begin longer chains than before, and which shorter ones.
func (c comment) chains() (added, removed []string) {
	if c.Changes == nil {
		return nil, nil
	}
	for _, change := range c.Changes.Chains {
		line := fmt.Sprintf("- %s of %s: %d → %s\n", code(change.Endpoint), prose(change.Service), change.Before, Count(change.After, "hop"))
		if change.Longer() {
			added = append(added, line)
		} else {
			removed = append(removed, line)
		}
	}
	return added, removed
}

// findings tells the new findings, each folded to one line.
func (c comment) findings() []string {
	var blocks []string
	for _, f := range c.bySeverity() {
		blocks = append(blocks, fmt.Sprintf("<details><summary><b>%s</b> %s (<code>%s</code>) at <code>%s</code></summary>\n\n%s\n</details>\n",
			prose(string(f.Severity)), prose(f.Message), prose(f.Rule), prose(c.where(f)), c.details(f)))
	}
	return blocks
}

// bySeverity returns the new findings, the gravest first.
func (c comment) bySeverity() []hop.Finding {
	findings := c.new()
	slices.SortStableFunc(findings, func(a, b hop.Finding) int {
		return slices.Index(hop.Severities, b.Severity) - slices.Index(hop.Severities, a.Severity)
	})
	return findings
}

// details tells what is folded away: where the finding has nothing to prove it, advice alone.
func (c comment) details(f hop.Finding) string {
	text := fenced(c.proof(f))
	if f.Advice != "" {
		text += "\nAdvice: " + prose(f.Advice) + "\n"
	}
	return text
}

func (c comment) fixed() []string {
	if c.Changes == nil {
		return nil
	}
	var blocks []string
	for _, f := range c.Changes.Fixed {
		blocks = append(blocks, fmt.Sprintf("- %s: %s\n", code(f.Rule), prose(f.Message)))
	}
	return blocks
}

// foot says what was looked at, and how many findings do not count.
func (c comment) foot() string {
	cov := c.Coverage
	text := fmt.Sprintf("%s, %s, %s%s", Count(cov.Packages, "package"), Count(cov.Endpoints, "endpoint"), Count(cov.Calls, "call"), resolvedShare(cov))
	if n := len(cov.Skipped); n > 0 {
		text += fmt.Sprintf(", %d skipped", n)
	}
	return "<sub>" + text + passed(c.Findings) + "</sub>\n"
}
