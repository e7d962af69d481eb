package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// Lists longer than these are cut with a count of the rest; the other formats hold all of it.
const (
	maxEndpoints  = 8
	maxUnresolved = 10
	maxServices   = 8
	maxSkipped    = 3
)

// writeText writes the report for people: each finding as a compiler's line with
// what proves it and what to do indented below, then what the run could not see,
// then one line of coverage; behind the findings, what a change did beside them. With a manifest, a clean run is that one line.
func writeText(w io.Writer, r *hop.Report, o Options) error {
	t := &text{w: bufio.NewWriter(w), palette: newPalette(o.Color), verbose: o.Verbose}
	findings := sortedFindings(r.Findings)
	for _, f := range findings {
		t.finding(f)
	}
	t.changes(r)
	if len(findings) > 0 || t.verbose {
		t.unresolved(r.System.Unresolved, findings)
	}
	t.roles(r.System.Services)
	t.skipped(r.Coverage.Skipped, len(findings) > 0 || t.verbose)
	t.stale(r.Coverage.Stale)
	if t.verbose {
		t.unusedModels(r.Coverage.UnusedModels)
	}
	t.coverage(r)
	return t.w.Flush()
}

// A text is a report being written. Every string of the report passes through
// Escape on its way out. Write errors stay in w until it is flushed.
type text struct {
	w *bufio.Writer
	palette
	verbose bool
}

// sortedFindings returns the findings that are new, by position and then in the report's order.
func sortedFindings(all []hop.Finding) []hop.Finding {
	var findings []hop.Finding
	for _, f := range all {
		if IsNew(f) {
			findings = append(findings, f)
		}
	}
	slices.SortStableFunc(findings, func(a, b hop.Finding) int { return comparePos(a.Pos, b.Pos) })
	return findings
}

func (t *text) finding(f hop.Finding) {
	t.head(f.Pos, string(f.Severity))
	fmt.Fprintf(t.w, "%s (%s)\n", Escape(f.Message), Escape(f.Rule))
	t.endpoints(f.Endpoints)
	for _, frame := range f.Path {
		t.detail(frame.Pos, shortFunc(frame.Func))
	}
	t.chain(f.Chain)
	if f.Advice != "" {
		fmt.Fprintf(t.w, "\t%s %s\n", t.label("advice:"), Escape(f.Advice))
	}
}

// head writes the beginning of a compiler's line: where, if that is known, and how grave.
func (t *text) head(pos, severity string) {
	if pos != "" {
		fmt.Fprintf(t.w, "%s ", t.pos(Escape(pos)+":"))
	}
	fmt.Fprintf(t.w, "%s ", t.severity(severity, Escape(severity)+":"))
}

// detail writes a line below a finding.
func (t *text) detail(pos, what string) {
	fmt.Fprintf(t.w, "\t%s %s\n", t.faint(Escape(pos)+":"), Escape(what))
}

// endpoints writes who reaches the call of a finding; one endpoint stands in its message.
func (t *text) endpoints(names []string) {
	if len(names) < 2 {
		return
	}
	fmt.Fprintf(t.w, "\t%s %s\n", t.label("endpoints:"), list(names, maxEndpoints))
}

// chain writes a chain, an endpoint a line with the position of the call that leaves it.
func (t *text) chain(hops []hop.ChainHop) {
	for i, h := range hops {
		lead := "chain:"
		if i > 0 {
			lead = "    ->"
		}
		fmt.Fprintf(t.w, "\t%s %s", t.label(lead), Escape(endName(h.Service, h.Endpoint)))
		if h.Pos != "" {
			fmt.Fprintf(t.w, " %s", t.faint("("+Escape(h.Pos)+")"))
		}
		fmt.Fprintln(t.w)
	}
}

// unresolved writes the calls whose target is not known and that no finding is about,
// a call site once: no request waits for them. They are told only to those who have
// findings to read.
func (t *text) unresolved(all []hop.Unresolved, findings []hop.Finding) {
	sites := unresolvedSites(all, findings)
	limit := maxUnresolved
	if t.verbose {
		limit = len(sites)
	}
	for _, s := range sites[:min(len(sites), limit)] {
		t.site(s)
	}
	if rest := len(sites) - limit; rest > 0 {
		fmt.Fprintf(t.w, "%s %s more unresolved; -format json lists all\n",
			t.severity("note", "note:"), Count(rest, "call"))
	}
}

func (t *text) site(s site) {
	t.head(s.Pos, "note")
	fmt.Fprintf(t.w, "%s calls an unknown target", Escape(endName(s.From.Service, s.From.Endpoint)))
	for _, why := range []string{s.Expression, s.Reason} {
		if why != "" {
			fmt.Fprintf(t.w, ": %s", Escape(why))
		}
	}
	if s.others > 0 {
		fmt.Fprintf(t.w, " (so do %s)", Count(s.others, "other"))
	}
	fmt.Fprintln(t.w)
	if s.Hint != "" {
		fmt.Fprintf(t.w, "\t%s %s\n", t.label("hint:"), Escape(s.Hint))
	}
}

// A site is an unresolved call with how many other endpoints or activities reach it.
type site struct {
	hop.Unresolved
	others int
}

// unknownTarget is the rule whose findings are unresolved calls.
const unknownTarget = "unknown-target"

// unresolvedSites folds the calls of one place into one, by position and then in the report's order.
func unresolvedSites(all []hop.Unresolved, findings []hop.Finding) []site {
	told := map[string]bool{}
	for _, f := range findings {
		told[f.Pos] = told[f.Pos] || f.Rule == unknownTarget
	}
	var sites []site
	at := map[[3]string]int{}
	for _, u := range all {
		if told[u.Pos] || hop.RepositoryOf(u.Pos) != "" { // for the runs there
			continue
		}
		key := [3]string{u.Pos, u.Expression, u.Reason}
		if i, ok := at[key]; ok {
			sites[i].others++
			continue
		}
		at[key] = len(sites)
		sites = append(sites, site{Unresolved: u})
	}
	slices.SortStableFunc(sites, func(a, b site) int { return comparePos(a.Pos, b.Pos) })
	return sites
}

// roles writes which roles were guessed, as they decide what is a finding.
func (t *text) roles(services []hop.Service) {
	byRole := map[hop.Role][]string{}
	for _, s := range services {
		if s.Guessed && s.Repository == "" {
			byRole[s.Role] = append(byRole[s.Role], s.Name)
		}
	}
	if len(byRole) == 0 {
		return
	}
	var roles []string
	for _, r := range hop.Roles {
		if names := byRole[r]; len(names) > 0 {
			roles = append(roles, fmt.Sprintf("%s: %s", Escape(string(r)), list(names, maxServices)))
		}
	}
	fmt.Fprintf(t.w, "%s roles are guessed (%s); the manifest, hoplint.yaml, sets them\n",
		t.severity("note", "note:"), strings.Join(roles, "; "))
}

// skipped writes what was not looked at and why. What may hide a call is always told.
func (t *text) skipped(all []hop.Skipped, verbose bool) {
	for _, s := range all {
		switch {
		case s.Incomplete:
			fmt.Fprintf(t.w, "%s %s is incomplete: %s\n", t.severity("warning", "warning:"), Escape(s.Package), Escape(s.Reason))
		case verbose:
			fmt.Fprintf(t.w, "%s %s was skipped: %s\n", t.severity("note", "note:"), Escape(s.Package), Escape(s.Reason))
		}
	}
}

// stale names the entries of the baseline that can go.
func (t *text) stale(entries []hop.Stale) {
	for _, e := range entries {
		t.head(e.Pos, "note")
		fmt.Fprintf(t.w, "fixed: %s (%s); hoplint baseline -prune takes it out\n", Escape(e.Message), Escape(e.Rule))
	}
}

// unusedModels names the functions that the manifest describes and nobody uses.
func (t *text) unusedModels(names []string) {
	for _, name := range names {
		fmt.Fprintf(t.w, "%s no program uses %s, which models in hoplint.yaml describes\n", t.severity("note", "note:"), Escape(name))
	}
}

// coverage writes the last line: what was looked at, and which findings were let pass.
func (t *text) coverage(r *hop.Report) {
	c := r.Coverage
	fmt.Fprintf(t.w, "%s %s, %s, %s%s, %s%s%s\n", t.label("coverage:"),
		Count(c.Packages, "package"), Count(c.Endpoints, "endpoint"),
		Count(c.Calls, "call"), resolvedShare(c), skippedNames(c.Skipped), joined(r.System.Services), passed(r.Findings))
}

// joined counts the other repositories that the system was composed with.
func joined(services []hop.Service) string {
	others := map[string]bool{}
	for _, s := range services {
		if s.Repository != "" && s.Analysed {
			others[s.Repository] = true
		}
	}
	switch n := len(others); n {
	case 0:
		return ""
	case 1:
		return "; with 1 other repository"
	default:
		return fmt.Sprintf("; with %d other repositories", n)
	}
}

func resolvedShare(c hop.Coverage) string {
	if c.Calls == 0 {
		return ""
	}
	// Rounded down: only all is 100 %.
	return fmt.Sprintf(" (%d resolved, %d%%)", c.Resolved, c.Resolved*100/c.Calls)
}

func skippedNames(all []hop.Skipped) string {
	if len(all) == 0 {
		return "nothing skipped"
	}
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = s.Package
	}
	return fmt.Sprintf("%d skipped (%s)", len(all), list(names, maxSkipped))
}

// passed counts the findings that the manifest allows, that the baseline holds and that
// were there before.
func passed(all []hop.Finding) string {
	n := map[hop.Status]int{}
	for _, f := range all {
		n[f.Status]++
	}
	var b strings.Builder
	if a := n[hop.StatusAllowed]; a > 0 {
		fmt.Fprintf(&b, "; %s allowed", Count(a, "finding"))
	}
	if a := n[hop.StatusBaseline]; a > 0 {
		fmt.Fprintf(&b, "; %s in the baseline", Count(a, "finding"))
	}
	if a := n[hop.StatusKnown]; a > 0 {
		fmt.Fprintf(&b, "; %s known before", Count(a, "finding"))
	}
	return b.String()
}

// list writes at most limit names and counts the others.
func list(names []string, limit int) string {
	s := Escape(strings.Join(names[:min(len(names), limit)], ", "))
	if rest := len(names) - limit; rest > 0 {
		s += fmt.Sprintf(" and %d more", rest)
	}
	return s
}

// Count writes a number of things, with the noun in the plural where it belongs.
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// endName names an end of a call: "POST /orders of ordering", or the service alone.
func endName(service, endpoint string) string {
	if endpoint == "" {
		return service
	}
	return endpoint + " of " + service
}

// shortFunc shortens the import paths in a function's full name to their last
// element; the frame's file says the rest.
func shortFunc(name string) string {
	var b strings.Builder
	start := 0 // of the path that is being read
	for i, c := range name {
		switch c {
		case '/':
			start = i + 1
		case '(', ')', '*', '[', ']', ',', ' ':
			b.WriteString(name[start : i+1])
			start = i + 1
		}
	}
	return b.String() + name[start:]
}

// comparePos orders positions "file:line:col" by file, then by number.
func comparePos(a, b string) int {
	fileA, lineA, colA := splitPos(a)
	fileB, lineB, colB := splitPos(b)
	return cmp.Or(strings.Compare(fileA, fileB), cmp.Compare(lineA, lineB), cmp.Compare(colA, colB))
}

// splitPos reads a position from its end, where a file name cannot get in the way.
func splitPos(pos string) (file string, line, col int) {
	file, col = cutNumber(pos)
	file, line = cutNumber(file)
	return file, line, col
}

func cutNumber(s string) (rest string, n int) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil {
		return s, 0
	}
	return s[:i], n
}
