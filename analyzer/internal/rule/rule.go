// Package rule judges a system: which of its calls make one service depend on
// another while a request waits, and how far.
//
// A rule is a value in a file of its own; [All] lists them. The documentation of a
// rule, doc/<name>.md, is the one source for everything that explains it: see [Docs].
//
// All rules see the system through a view, which knows which calls a request waits
// for and which of these are hops. A hop that the manifest allows counts for no rule.
// What a rule finds only because of such hops is still told, as allowed.
package rule

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// A Rule is one thing to judge a system by.
type Rule struct {
	Name string
	// Severity is that of its findings where neither the manifest nor the finding says otherwise.
	Severity hop.Severity
	// Max is the limit of a rule that counts, which the manifest may replace; 0 for other rules.
	Max int
	// Doc is Markdown: a heading with the name, a paragraph of one line, and the details.
	Doc string

	// joined is true for rules that follow calls from one program into the next.
	joined bool
	check  func(*view) []*verdict
}

// All lists the rules in the order in which help shows them.
var All = []Rule{
	syncCall,
	chainDepth,
	endpointCycle,
	serviceCycle,
	callInLoop,
	fanOut,
	undeclaredCall,
	unknownTarget,
	unusedWaiver,
}

// Names lists the names of the rules in the order of [All].
func Names() []string {
	names := make([]string, len(All))
	for i, r := range All {
		names[i] = r.Name
	}
	return names
}

// A verdict is a finding with the calls that it is about.
type verdict struct {
	hop.Finding // Severity is "" where it is the rule's; Rule and Status are set by Judge
	calls       []*hop.Call
}

// Judge returns what the rules find in a system: by rule in the order of [All], then
// by service, endpoint, target and position. The manifest says how severe rules are,
// what their limits are and which hops are allowed, and so do the waivers in the code.
func Judge(sys *hop.System, m *manifest.Manifest, t Terms) []hop.Finding {
	all := newView(sys, m)
	all.manifest, all.terms, all.whole = m, t, all.calls
	all.permits = newPermits(m, t)
	counted := all.without(func(c *hop.Call) bool { return all.permits.of(c) != nil })
	findings := []hop.Finding{}
	for _, r := range All { // the last of them looks at the waivers that the others used
		set := settingOf(m, r)
		if set.Severity == hop.Off {
			continue
		}
		verdicts := all.permits.judge(all.as(r, set), counted.as(r, set), r)
		findings = append(findings, finish(verdicts, r, set)...)
		all.permits.judged[r.Name] = !(r.joined && t.Alone)
	}
	return findings
}

// settingOf returns what the manifest says of a rule.
func settingOf(m *manifest.Manifest, r Rule) manifest.Rule {
	for _, set := range m.Rules {
		if set.Name == r.Name {
			return set
		}
	}
	return manifest.Rule{Name: r.Name}
}

// finish completes the findings of one rule and sorts them.
func finish(verdicts []*verdict, r Rule, set manifest.Rule) []hop.Finding {
	slices.SortStableFunc(verdicts, compareVerdicts)
	findings := make([]hop.Finding, len(verdicts))
	for i, v := range verdicts {
		f := &findings[i]
		*f = v.Finding
		f.Rule = r.Name
		f.Severity = severityOf(f.Severity, r.Severity, set.Severity)
		if f.Status == "" {
			f.Status = hop.StatusNew
		}
		fillLists(f)
	}
	return findings
}

// severityOf chooses between what the finding, the rule and the manifest say: the
// manifest has the last word.
func severityOf(finding, rule, set hop.Severity) hop.Severity {
	switch {
	case set != "":
		return set
	case finding != "":
		return finding
	}
	return rule
}

// fillLists makes lists of what is nil, for readers of the JSON form.
func fillLists(f *hop.Finding) {
	if f.Endpoints == nil {
		f.Endpoints = []string{}
	}
	if f.Path == nil {
		f.Path = []hop.Frame{}
	}
	if f.Chain == nil {
		f.Chain = []hop.ChainHop{}
	}
}
