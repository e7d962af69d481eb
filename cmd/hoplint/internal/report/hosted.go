package report

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
)

const (
	toolName     = "hoplint"
	toolURL      = "https://github.com/hoplint/hoplint"
	manifestFile = "hoplint.yaml" // where what has no position of its own is shown
)

// A hosted is a report as the formats for code hosts and their tools tell it: files are
// named from the root of the repository, and each finding is told in whole, as what is
// shown of it stands alone.
type hosted struct {
	*hop.Report
	opt     Options
	rules   []analyzer.RuleDoc
	sources sources
	known   map[callKey][]string
	// registered says where endpoints are registered.
	registered map[hop.FindingTo]string
}

func newHosted(r *hop.Report, o Options) *hosted {
	h := &hosted{Report: r, opt: o, rules: analyzer.Rules(), sources: sources{read: o.ReadFile, files: map[string]*source{}}}
	h.known = knownBy(r.System.Calls)
	h.registered = map[hop.FindingTo]string{}
	for _, e := range r.System.Endpoints {
		h.registered[hop.FindingTo{Service: e.Service, Endpoint: e.Name}] = e.Pos
	}
	return h
}

// A callKey tells calls apart as findings speak of them.
type callKey struct {
	pos, from string
	to        hop.FindingTo
}

// knownBy says how the targets of calls are known, each way once.
func knownBy(calls []hop.Call) map[callKey][]string {
	known := map[callKey][]string{}
	for _, c := range calls {
		how := string(c.Evidence)
		if c.To.Address != "" {
			how += " (" + c.To.Address + ")"
		}
		key := callKey{c.Pos, c.From.Service, hop.FindingTo{Service: c.To.Service, Endpoint: c.To.Endpoint}}
		if how != "" && !slices.Contains(known[key], how) {
			known[key] = append(known[key], how)
		}
	}
	return known
}

// A place is a position in a file of the repository. Its numbers are 0 where they are not
// known. What lies in another repository has no place in this one: file is "".
type place struct {
	name      string // as the report has it
	file      string // from the root of the repository
	line, col int    // the column in bytes
}

func (h *hosted) place(pos string) place {
	if hop.RepositoryOf(pos) != "" {
		return place{name: pos}
	}
	name, line, col := splitPos(pos)
	if line == 0 { // "file:line"
		line, col = col, 0
	}
	return place{name: name, file: h.file(name), line: line, col: col}
}

// file names a file from the root of the repository; a file elsewhere keeps its name.
func (h *hosted) file(name string) string {
	if name == "" || path.IsAbs(name) {
		return name
	}
	return path.Join(h.opt.Prefix, name)
}

// at returns where a finding is shown: at its position, or at the nearest thing that has one.
func (h *hosted) at(f hop.Finding) place {
	for _, pos := range slices.Concat([]string{f.Pos}, framePositions(f.Path), hopPositions(f.Chain)) {
		if p := h.place(pos); p.file != "" {
			return p
		}
	}
	return h.place(manifestFile)
}

// where writes the place at which a finding is shown.
func (h *hosted) where(f hop.Finding) string {
	p := h.at(f)
	text := p.file
	for _, n := range []int{p.line, p.col} {
		if n > 0 {
			text += fmt.Sprintf(":%d", n)
		}
	}
	return text
}

func framePositions(path []hop.Frame) []string {
	var all []string
	for i := len(path) - 1; i >= 0; i-- { // nearest the wire first
		all = append(all, path[i].Pos)
	}
	return all
}

func hopPositions(chain []hop.ChainHop) []string {
	var all []string
	for _, c := range chain {
		all = append(all, c.Pos)
	}
	return all
}

// gapAt returns where a gap is shown.
func (h *hosted) gapAt(g gap) place {
	if p := h.place(g.pos); p.file != "" {
		return p
	}
	return h.place(manifestFile)
}

// pos writes a position with the file's name from the root of the repository, or with the
// name of another repository.
func (h *hosted) pos(pos string) string {
	p := h.place(pos)
	if p.file == "" {
		return pos
	}
	return h.file(p.name) + strings.TrimPrefix(pos, p.name)
}

// new returns the findings that ask for something to be done, by position.
func (h *hosted) new() []hop.Finding { return sortedFindings(h.Findings) }

// statement tells a finding in whole: what is wrong, then what proves it and what to do.
// Its strings are lines of printable text.
func (h *hosted) statement(f hop.Finding) []string {
	lines := []string{fmt.Sprintf("%s (%s)", f.Message, f.Rule)}
	lines = append(lines, h.proof(f)...)
	if f.Advice != "" {
		lines = append(lines, "advice: "+f.Advice)
	}
	for i, line := range lines {
		lines[i] = Escape(line)
	}
	return lines
}

// proof tells the path and the chain of a finding, and how its target is known.
func (h *hosted) proof(f hop.Finding) []string {
	var lines []string
	if len(f.Endpoints) > 1 {
		lines = append(lines, "endpoints: "+strings.Join(f.Endpoints, ", "))
	}
	for i, frame := range f.Path {
		lines = append(lines, lead(i, "path: ")+h.frame(frame))
	}
	for i := range f.Chain {
		lines = append(lines, lead(i, "chain: ")+h.hop(f.Chain, i))
	}
	for _, how := range h.known[callKey{f.Pos, f.Service, f.To}] {
		lines = append(lines, fmt.Sprintf("%s is known by: %s", f.To.Service, how))
	}
	return lines
}

// lead labels the first of several lines.
func lead(i int, label string) string {
	if i == 0 {
		return label
	}
	return "-> "
}

func (h *hosted) frame(f hop.Frame) string { return h.pos(f.Pos) + ": " + shortFunc(f.Func) }

// hop tells an endpoint of a chain, the call that leaves it, and how the next one is known.
func (h *hosted) hop(chain []hop.ChainHop, i int) string {
	c := chain[i]
	text := endName(c.Service, c.Endpoint)
	if c.Pos == "" {
		return text
	}
	text += " (" + h.pos(c.Pos)
	if how := h.next(chain, i); how != "" {
		text += ", known by: " + how
	}
	return text + ")"
}

// next says how the endpoint after one of a chain is known.
func (h *hosted) next(chain []hop.ChainHop, i int) string {
	if i+1 >= len(chain) {
		return ""
	}
	to := hop.FindingTo{Service: chain[i+1].Service, Endpoint: chain[i+1].Endpoint}
	return strings.Join(h.known[callKey{chain[i].Pos, chain[i].Service, to}], ", ")
}

// rule returns the index of a rule by its name, or -1.
func (h *hosted) rule(name string) int {
	return slices.IndexFunc(h.rules, func(r analyzer.RuleDoc) bool { return r.Name == name })
}

// ruleURL returns the page of a rule; "" for what is no rule of this version.
func (h *hosted) ruleURL(name string) string {
	if h.rule(name) < 0 {
		return ""
	}
	return toolURL + "/blob/main/analyzer/internal/rule/doc/" + name + ".md"
}

// bySeverity chooses a format's word for a severity. One that is not known warns.
func bySeverity(s hop.Severity, failure, warning, info string) string {
	switch s {
	case hop.Error:
		return failure
	case hop.Info, hop.Off:
		return info
	}
	return warning
}
