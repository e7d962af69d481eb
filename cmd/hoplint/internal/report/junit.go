package report

import (
	"io"
	"strings"

	"github.com/jstemmer/go-junit-report/v2/junit"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// noTime stands where readers expect a duration.
const noTime = "0"

// writeJUnit writes a test suite a service: a test that fails for each finding that counts,
// is skipped for one that is allowed or known, and passes for a service without findings. A
// gap is a test that could not run. Findings of severity info pass, as they do everywhere.
func writeJUnit(w io.Writer, r *hop.Report, o Options) error {
	h := newHosted(r, o)
	var all junit.Testsuites
	if suite := h.gapSuite(); suite.Tests > 0 {
		all.AddSuite(suite)
	}
	names, findings := h.byService()
	for _, service := range names {
		all.AddSuite(h.suite(service, findings[service]))
	}
	all.Name = toolName
	return writeXML(w, all)
}

// byService returns the services of this repository that were looked at, then what else findings are about,
// and the findings of each.
func (h *hosted) byService() ([]string, map[string][]hop.Finding) {
	var names []string
	findings := map[string][]hop.Finding{}
	add := func(name string, more ...hop.Finding) {
		if _, ok := findings[name]; !ok {
			names = append(names, name)
		}
		findings[name] = append(findings[name], more...)
	}
	for _, s := range h.System.Services {
		if s.Analysed && s.Repository == "" {
			add(s.Name)
		}
	}
	for _, f := range h.Findings {
		add(f.Service, f)
	}
	return names, findings
}

func (h *hosted) gapSuite() junit.Testsuite {
	suite := junit.Testsuite{Name: toolName, Time: noTime}
	for _, g := range listGaps(h.Report) {
		text := Escape(g.text)
		suite.AddTestcase(junit.Testcase{
			Name: text, Classname: toolName, Error: &junit.Result{Message: text, Type: "incomplete", Data: text},
		})
	}
	return suite
}

func (h *hosted) suite(service string, findings []hop.Finding) junit.Testsuite {
	name := Escape(service)
	if service == "" {
		name = "system"
	}
	suite := junit.Testsuite{Name: name, Time: noTime}
	for _, f := range findings {
		suite.AddTestcase(h.testcase(name, f))
	}
	if suite.Tests == 0 {
		suite.AddTestcase(junit.Testcase{Name: "no findings", Classname: name})
	}
	return suite
}

// testcase names a test by what is found, not where: it is the same when lines move.
func (h *hosted) testcase(suite string, f hop.Finding) junit.Testcase {
	title, rule := Escape(f.Message), Escape(f.Rule)
	text := Escape(h.where(f)+": "+string(f.Severity)) + ": " + strings.Join(h.statement(f), "\n")
	c := junit.Testcase{Name: rule + ": " + title, Classname: suite}
	switch {
	case !IsNew(f):
		c.Skipped = &junit.Result{Message: Escape(string(f.Status)), Data: text}
	case bySeverity(f.Severity, "", "", "passes") == "passes":
		c.SystemOut = &junit.Output{Data: text}
	default:
		c.Failure = &junit.Result{Message: title, Type: rule, Data: text}
	}
	return c
}
