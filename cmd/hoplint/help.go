package main

import (
	_ "embed"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"text/tabwriter"

	"github.com/hoplint/hoplint/analyzer"
)

//go:embed doc.go
var doc string

// manual returns the package documentation, which is the manual.
func manual() string {
	_, text, _ := strings.Cut(doc, "/*\n")
	text, _, _ = strings.Cut(text, "*/")
	return text
}

// printHelp writes the manual and the flags.
func printHelp(w io.Writer) error {
	var b strings.Builder
	b.WriteString(manual() + "\n# Flags\n\n")
	fs := newFlags(new(options))
	fs.SetOutput(&b)
	fs.PrintDefaults()
	_, err := io.WriteString(w, b.String())
	return err
}

// printVersion writes the version of the module, or the commit it was built from, and of Go.
func printVersion(w io.Writer) error {
	info, _ := debug.ReadBuildInfo()
	_, err := fmt.Fprintf(w, "hoplint %s %s %s/%s\n", version(info), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// version returns the version that the build tells, if it tells one.
func version(info *debug.BuildInfo) string {
	if info == nil {
		return "(devel)"
	}
	v := info.Main.Version
	if v == "" {
		v = "(devel)"
	}
	if v != "(devel)" {
		return v // a pseudo-version holds the commit
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	if commit := settings["vcs.revision"]; commit != "" {
		v += " " + commit
	}
	if settings["vcs.modified"] == "true" {
		v += "+dirty"
	}
	return v
}

// languageTopic is what hoplint explains beside rules: the language of models.
const languageTopic = "models"

// explain writes the documentation of the rule that the arguments name or of the language
// of models, or a line for each rule.
func explain(w io.Writer, o options) error {
	rules := analyzer.Rules()
	switch len(o.args) {
	case 0:
		return listRules(w, rules)
	case 1:
		return explainRule(w, o.args[0], rules)
	default:
		return usagef("explain takes one rule, not %d", len(o.args))
	}
}

func listRules(w io.Writer, rules []analyzer.RuleDoc) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rules {
		fmt.Fprintf(t, "%s\t%s\t%s\n", r.Name, r.Severity, r.Summary)
	}
	return t.Flush()
}

func explainRule(w io.Writer, name string, rules []analyzer.RuleDoc) error {
	if name == languageTopic {
		_, err := io.WriteString(w, analyzer.ModelLanguage())
		return err
	}
	var names []string
	for _, r := range rules {
		if r.Name == name {
			_, err := fmt.Fprintf(w, "%s (%s): %s\n\n%s\n", r.Name, r.Severity, r.Summary, strings.TrimSpace(r.Doc))
			return err
		}
		names = append(names, r.Name)
	}
	return unknown("rule", name, names)
}
