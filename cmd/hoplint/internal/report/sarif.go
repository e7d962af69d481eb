package report

import (
	"encoding/json"
	"io"
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
)

// writeSARIF writes the report in version 2.1.0 of the Static Analysis Results
// Interchange Format, with what GitHub's code scanning asks for beyond the standard.
// Findings that do not count are there, too, as suppressed or unchanged.
func writeSARIF(w io.Writer, r *hop.Report, o Options) error {
	h := newHosted(r, o)
	run := sarif.NewRunWithInformationURI(toolName, toolURL)
	run.Tool.Driver.WithRules(sarifRules(h))
	if o.Version != "" {
		run.Tool.Driver.WithVersion(Escape(o.Version))
	}
	// Uploads to GitHub replace earlier ones of the same category, which is this without its
	// last element: the parts of a repository that are checked on their own keep apart.
	run.WithAutomationDetails(sarif.NewRunAutomationDetails().WithID(Escape(path.Join(toolName, o.Prefix)) + "/"))
	run.WithColumnKind("utf16CodeUnits")
	root := sarif.NewArtifactLocation().WithDescription(sarif.NewTextMessage("the root of the repository"))
	run.OriginalUriBaseIds = map[string]sarif.ArtifactLocation{srcRoot: *root}
	run.WithInvocations([]*sarif.Invocation{h.sarifInvocation()})
	for _, f := range r.Findings {
		run.AddResult(h.sarifResult(f))
	}
	doc := sarif.NewReport()
	doc.AddRun(run)
	return writeTidy(w, doc)
}

const srcRoot = "%SRCROOT%"

// writeTidy writes the document with the one empty list that the library leaves out, as
// all results have to tell their suppressions if one has any (3.27.23), and without the
// defaults that it spells out for each location.
func writeTidy(w io.Writer, doc *sarif.Report) error {
	text, err := json.Marshal(doc)
	if err != nil {
		return err
	}
	var tree map[string]any
	if err := json.Unmarshal(text, &tree); err != nil {
		return err
	}
	prune(tree)
	for _, run := range tree["runs"].([]any) {
		for _, result := range run.(map[string]any)["results"].([]any) {
			if r := result.(map[string]any); r["suppressions"] == nil {
				r["suppressions"] = []any{}
			}
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(tree)
}

// prune removes the members of objects that say nothing.
func prune(v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, member := range v {
			prune(member)
			if isUnset(member) && key != "results" {
				delete(v, key)
			}
		}
	case []any:
		for _, element := range v {
			prune(element)
		}
	}
}

func isUnset(v any) bool {
	switch v := v.(type) {
	case map[string]any:
		return len(v) == 0
	case []any:
		return len(v) == 0
	}
	return v == -1.0
}

func sarifRules(h *hosted) []*sarif.ReportingDescriptor {
	var rules []*sarif.ReportingDescriptor
	for _, r := range h.rules {
		level := bySeverity(r.Severity, "error", "warning", "note")
		properties := sarif.NewPropertyBag().Add("problem.severity", bySeverity(r.Severity, "error", "warning", "recommendation")).
			Add("precision", "high").WithTags([]string{"architecture", "microservices"})
		rules = append(rules, sarif.NewRule(r.Name).
			WithShortDescription(sarif.NewMultiformatMessageString().WithText(r.Summary)).
			WithFullDescription(sarif.NewMultiformatMessageString().WithText(introduction(r))).
			WithHelp(sarif.NewMultiformatMessageString().WithText(r.Doc).WithMarkdown(r.Doc)).
			WithHelpURI(h.ruleURL(r.Name)).
			WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(level)).
			WithProperties(properties))
	}
	return rules
}

// introduction returns the documentation of a rule up to the first heading in it, on one line.
func introduction(r analyzer.RuleDoc) string {
	text, _, _ := strings.Cut(r.Doc, "\n## ")
	return r.Summary + " " + strings.Join(strings.Fields(text), " ")
}

// sarifInvocation says whether the run saw everything: a log without results is the same
// for a clean system and for one that could not be read.
func (h *hosted) sarifInvocation() *sarif.Invocation {
	gaps := listGaps(h.Report)
	inv := sarif.NewInvocation().WithExecutionSuccessful(len(gaps) == 0)
	for _, g := range gaps {
		n := sarif.NewNotification().WithLevel("error").WithMessage(sarifMessage(g.text))
		if g.pos != "" {
			n.AddLocation(sarif.NewLocation().WithPhysicalLocation(h.sarifPlace(h.gapAt(g))))
		}
		inv.AddToolExecutionNotification(n)
	}
	for _, s := range h.Coverage.Skipped {
		if !s.Incomplete {
			text := s.Package + " was skipped: " + s.Reason
			inv.AddToolExecutionNotification(sarif.NewNotification().WithLevel("note").WithMessage(sarifMessage(text)))
		}
	}
	return inv
}

func (h *hosted) sarifResult(f hop.Finding) *sarif.Result {
	at := h.at(f)
	r := sarif.NewRuleResult(Escape(f.Rule)).
		WithRuleIndex(h.rule(f.Rule)).
		WithKind("fail").
		WithLevel(bySeverity(f.Severity, "error", "warning", "note")).
		WithMessage(sarif.NewTextMessage(sarifText(strings.Join(h.statement(f), "\n")))).
		WithLocations([]*sarif.Location{sarif.NewLocation().WithPhysicalLocation(h.sarifPlace(at))})
	r.PartialFingerprints = h.sarifFingerprints(f, at)
	if flow := h.sarifFlow(f); flow != nil {
		r.AddCodeFlow(flow)
	}
	if why := suppressed[f.Status]; why != "" {
		r.AddSuppression(sarif.NewSuppression().WithKind(suppressionKind(f)).WithStatus("accepted").WithJustification(why))
	}
	if h.Changes != nil {
		r.WithBaselineState(baselineState(f.Status))
	}
	return r
}

// suppressed says why findings of a status do not count.
var suppressed = map[hop.Status]string{
	hop.StatusAllowed:  "allowed by the manifest or in the code",
	hop.StatusBaseline: "in the baseline",
}

// suppressionKind says whether what suppresses a finding stands in the code (3.35.2).
func suppressionKind(f hop.Finding) string {
	if f.AllowedIn == hop.InCode {
		return "inSource"
	}
	return "external"
}

// baselineState says whether what the system is compared with has the finding. That is not
// asked of what does not count.
func baselineState(s hop.Status) string {
	if s == hop.StatusNew {
		return "new"
	}
	return "unchanged"
}

// sarifFingerprints tells the hash that GitHub recognises a line by and hoplint's own
// fingerprints, an endpoint each.
func (h *hosted) sarifFingerprints(f hop.Finding, at place) map[string]string {
	prints := map[string]string{}
	if len(f.Fingerprints) > 0 {
		prints["hoplint/v1"] = Escape(strings.Join(f.Fingerprints, " "))
	}
	if hash := h.sources.file(at.name).hash(at.line); hash != "" {
		prints["primaryLocationLineHash"] = hash
	}
	return prints
}

// sarifFlow tells the path and the chain as one thread flow, which viewers let people step through.
func (h *hosted) sarifFlow(f hop.Finding) *sarif.CodeFlow {
	flow := sarif.NewThreadFlow()
	for i, s := range h.steps(f) {
		kind, importance := "function", "important"
		if s.hop {
			kind, importance = "endpoint", "essential"
		}
		where := sarif.NewLocation().WithMessage(sarifMessage(s.text)).
			AddLogicalLocation(sarif.NewLogicalLocation().WithFullyQualifiedName(Escape(s.name)).WithKind(kind))
		if s.at.file != "" {
			where.WithPhysicalLocation(h.sarifPlace(s.at))
		}
		flow.AddLocation(sarif.NewThreadFlowLocation().WithLocation(where).
			WithExecutionOrder(i + 1).WithNestingLevel(s.depth).WithImportance(importance))
	}
	if len(flow.Locations) == 0 {
		return nil
	}
	return sarif.NewCodeFlow().AddThreadFlow(flow)
}

func (h *hosted) sarifPlace(p place) *sarif.PhysicalLocation {
	l := sarif.NewPhysicalLocation().WithArtifactLocation(sarifFile(p.file))
	if p.line > 0 {
		region := sarif.NewRegion().WithStartLine(p.line)
		if col := h.sources.file(p.name).utf16Column(p.line, p.col); col > 0 {
			region.WithStartColumn(col)
		}
		l.WithRegion(region)
	}
	return l
}

func sarifFile(file string) *sarif.ArtifactLocation {
	if path.IsAbs(file) {
		return sarif.NewArtifactLocation().WithURI((&url.URL{Scheme: "file", Path: file}).String())
	}
	return sarif.NewArtifactLocation().WithURI((&url.URL{Path: file}).String()).WithURIBaseID(srcRoot)
}

func sarifMessage(s string) *sarif.Message { return sarif.NewTextMessage(sarifText(Escape(s))) }

// sarifText keeps a viewer from reading links and placeholders into a message. The
// standard (3.11.5) would have all braces doubled; as no viewer is known to halve them,
// and paths are full of them, only those are that could be taken for a placeholder.
func sarifText(s string) string {
	s = strings.ReplaceAll(s, "](", `\](`)
	return placeholder.ReplaceAllString(s, "{{$1}}")
}

var placeholder = regexp.MustCompile(`\{(\d+)\}`)
