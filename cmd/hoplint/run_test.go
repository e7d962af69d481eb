package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"reflect"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/cmd/hoplint/internal/report"
)

// call runs hoplint in this process.
func call(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(t.Context(), process{args: args, stdout: &out, stderr: &err, now: time.Now()})
	return code, out.String(), err.String()
}

func TestUsageErrors(t *testing.T) {
	tests := []struct {
		args string
		want string
	}{
		{"-fromat json", `hoplint: unknown flag "-fromat" (did you mean "-format"?)`},
		{"-quiet", `hoplint: unknown flag "-quiet" (want -C, -baseline, -cache, -format, -manifest, -out, -tags, -tests, -verbose, -version)`},
		{"-format jsn", `hoplint: unknown format "jsn" (did you mean "json"?)`},
		{"-format yaml", `hoplint: unknown format "yaml" (want ` + strings.Join(report.Names(), ", ") + ")"},
		{"-format", "hoplint: flag needs an argument: -format"},
		{"-tests=maybe", `hoplint: invalid boolean value "maybe" for -tests: parse error`},
		{"./... -format json", `hoplint: -format comes after "./..."; flags must precede packages`},
		{"explian sync-call", `hoplint: unknown command "explian" (did you mean "explain"?)`},
		{"help", `hoplint: unknown command "help" (did you mean "-h"?)`},
		{"explain a b", "hoplint: explain takes one rule, not 2"},
		{"explain sync-cal", `hoplint: unknown rule "sync-cal" (did you mean "sync-call"?)`},
	}
	for _, test := range tests {
		t.Run(test.args, func(t *testing.T) {
			code, stdout, stderr := call(t, strings.Fields(test.args)...)
			if code != exitUsage || stdout != "" || stderr != test.want+"\n" {
				t.Errorf("exit %d, stdout %q, stderr %q, want exit %d and %q", code, stdout, stderr, exitUsage, test.want)
			}
		})
	}
}

func TestUnknownRule(t *testing.T) {
	code, _, stderr := call(t, "explain", "tea-and-biscuits")
	if code != exitUsage || !strings.Contains(stderr, "want ") || !strings.Contains(stderr, "sync-call") {
		t.Errorf("exit %d, stderr %q, want exit %d and the rules", code, stderr, exitUsage)
	}
}

func TestParse(t *testing.T) {
	o, err := parse(strings.Fields("-C dir -format json -manifest m.yaml -tags a,b -tests -cache off ./x ./y"))
	if err != nil {
		t.Fatal(err)
	}
	want := options{format: "json", config: analyzer.Config{
		Dir: "dir", Manifest: "m.yaml", Tags: []string{"a", "b"}, Tests: true, Cache: "off", Patterns: []string{"./x", "./y"},
	}}
	if !reflect.DeepEqual(o, want) {
		t.Errorf("got %+v, want %+v", o, want)
	}
}

// Whatever else a first argument may be, a package pattern it stays.
func TestPatterns(t *testing.T) {
	for _, pattern := range []string{"./explain", "example.com/explian", "shop", "./...", "all"} {
		if o, err := parse([]string{pattern}); err != nil || o.command != "" {
			t.Errorf("%s: command %q, error %v", pattern, o.command, err)
		}
	}
}

func TestExplain(t *testing.T) {
	code, list, stderr := call(t, "explain")
	if code != exitClean || stderr != "" {
		t.Fatalf("exit %d, stderr %q", code, stderr)
	}
	rules := analyzer.Rules()
	if n := strings.Count(list, "\n"); n != len(rules) {
		t.Errorf("%d lines, want one for each of %d rules:\n%s", n, len(rules), list)
	}
	for _, r := range rules {
		if !strings.Contains(list, r.Summary) {
			t.Errorf("the list lacks the summary of %s:\n%s", r.Name, list)
		}
		code, doc, _ := call(t, "explain", r.Name)
		if code != exitClean || !strings.Contains(doc, strings.TrimSpace(r.Doc)) {
			t.Errorf("explain %s: exit %d and %q, want the rule's documentation", r.Name, code, doc)
		}
	}
}

func TestExplainModels(t *testing.T) {
	code, doc, stderr := call(t, "explain", "models")
	if code != exitClean || stderr != "" || !strings.HasPrefix(doc, "# The language of models\n") {
		t.Errorf("exit %d, stderr %q, want the description of the language:\n%s", code, stderr, doc)
	}
}

func TestModels(t *testing.T) {
	code, list, stderr := call(t, "models")
	if code != exitClean || stderr != "" {
		t.Fatalf("exit %d, stderr %q", code, stderr)
	}
	libraries, err := analyzer.Libraries(analyzer.Config{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(list, "\n"); n != len(libraries)+1 {
		t.Errorf("%d lines, want a head and one for each of %d libraries:\n%s", n, len(libraries), list)
	}
	code, one, _ := call(t, "models", "net/http")
	for _, want := range []string{"net/http (go1.22 and later, http)\n", "(*net/http.ServeMux).Handle", "handler: 1, pattern: 0, router: recv", "net/http/httputil"} {
		if code != exitClean || !strings.Contains(one, want) {
			t.Errorf("models net/http: exit %d, no %q in\n%s", code, want, one)
		}
	}
	for args, want := range map[string]string{
		"example.com/x":     "no model speaks of example.com/x; describe it under models in hoplint.yaml",
		"gorm.io/x net/url": "models takes one import path, not 2",
	} {
		code, _, stderr := call(t, append([]string{"models"}, strings.Fields(args)...)...)
		if code != exitUsage || !strings.Contains(stderr, want) {
			t.Errorf("models %s: exit %d, stderr %q, want %q", args, code, stderr, want)
		}
	}
}

// The manual must speak of every flag, format and exit code that there is.
func TestManual(t *testing.T) {
	code, help, stderr := call(t, "-h")
	if code != exitClean || stderr != "" {
		t.Fatalf("exit %d, stderr %q", code, stderr)
	}
	if !strings.HasPrefix(help, "Hoplint ") || strings.Contains(help, "package main") || !strings.Contains(help, "# Limitations") {
		t.Errorf("not the manual:\n%s", help)
	}
	newFlags(new(options)).VisitAll(func(f *flag.Flag) {
		if !strings.Contains(manual(), "-"+f.Name) {
			t.Errorf("the manual does not mention -%s", f.Name)
		}
		if !strings.Contains(help, "\n  -"+f.Name) {
			t.Errorf("-h does not list -%s", f.Name)
		}
	})
	for _, name := range report.Names() {
		if !strings.Contains(manual(), "-format "+name) {
			t.Errorf("the manual does not mention -format %s", name)
		}
	}
	for name := range commands {
		if !strings.Contains(strings.ReplaceAll(manual(), "[flags] ", ""), "\n\thoplint "+name) {
			t.Errorf("the manual's usage lacks %s", name)
		}
	}
}

func TestVersion(t *testing.T) {
	code, stdout, _ := call(t, "-version")
	if code != exitClean || !strings.HasPrefix(stdout, "hoplint ") || !strings.Contains(stdout, " go1.") {
		t.Errorf("exit %d, stdout %q", code, stdout)
	}
	settings := []debug.BuildSetting{{Key: "vcs.revision", Value: "0123abc"}, {Key: "vcs.modified", Value: "true"}}
	tests := []struct {
		info debug.BuildInfo
		want string
	}{
		{debug.BuildInfo{}, "(devel)"},
		{debug.BuildInfo{Main: debug.Module{Version: "(devel)"}, Settings: settings}, "(devel) 0123abc+dirty"},
		{debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}, Settings: settings}, "v1.2.3"},
	}
	for _, test := range tests {
		if got := version(&test.info); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// A command whose output is lost has failed.
func TestLostOutput(t *testing.T) {
	for _, args := range [][]string{{"-h"}, {"-version"}, {"explain"}, {"explain", "sync-call"}} {
		var stderr bytes.Buffer
		code := run(t.Context(), process{args: args, stdout: brokenPipe{}, stderr: &stderr})
		if code != exitFailed || stderr.String() != "hoplint: broken pipe\n" {
			t.Errorf("%v: exit %d, stderr %q", args, code, stderr.String())
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestComplain(t *testing.T) {
	tests := []struct {
		err  error
		want string
	}{
		{errors.New("a\n\tb"), "hoplint: a\nhoplint: b\n"},
		{&analyzer.ConfigError{Err: errors.New("m.yaml:1:2: x\nm.yaml:3:4: y\n")}, "m.yaml:1:2: x\nm.yaml:3:4: y\n"},
		{errors.New("no endpoint found: m.go:1:2: x"), "hoplint: no endpoint found: m.go:1:2: x\n"},
		{errors.New(`C:\shop\m.yaml:1:2: x`), `C:\shop\m.yaml:1:2: x` + "\n"},
		{&analyzer.ConfigError{Err: errors.New("unknown key \x1b[31m")}, `hoplint: unknown key \x1b[31m` + "\n"},
	}
	for _, test := range tests {
		var b bytes.Buffer
		process{stderr: &b}.complain(test.err)
		if b.String() != test.want {
			t.Errorf("%q: got %q, want %q", test.err, b.String(), test.want)
		}
	}
}

func TestExitCode(t *testing.T) {
	finding := func(s hop.Severity, status hop.Status) []hop.Finding {
		return []hop.Finding{{Severity: s, Status: status}}
	}
	full := hop.Coverage{Packages: 1, Endpoints: 1}
	partial := hop.Coverage{Packages: 1, Endpoints: 1, Skipped: []hop.Skipped{{Package: "p", Reason: "r", Incomplete: true}}}
	harmless := hop.Coverage{Packages: 1, Endpoints: 1, Skipped: []hop.Skipped{{Package: "p", Reason: "r"}}}
	tests := []struct {
		name     string
		findings []hop.Finding
		coverage hop.Coverage
		want     int
	}{
		{"clean", nil, full, exitClean},
		{"warning", finding(hop.Warning, hop.StatusNew), full, exitFindings},
		{"error", finding(hop.Error, hop.StatusNew), full, exitFindings},
		{"info", finding(hop.Info, hop.StatusNew), full, exitClean},
		{"allowed", finding(hop.Error, hop.StatusAllowed), full, exitClean},
		{"baseline", finding(hop.Error, hop.StatusBaseline), full, exitClean},
		{"incomplete", nil, partial, exitFailed},
		{"incomplete with findings", finding(hop.Warning, hop.StatusNew), partial, exitFailed},
		{"incomplete with info", finding(hop.Info, hop.StatusNew), partial, exitFailed},
		{"skipped", nil, harmless, exitClean},
		{"no endpoint", nil, hop.Coverage{Packages: 1}, exitFailed},
	}
	for _, test := range tests {
		if got := exitCode(&hop.Report{Findings: test.findings, Coverage: test.coverage}); got != test.want {
			t.Errorf("%s: got %d, want %d", test.name, got, test.want)
		}
	}
}

func TestGaps(t *testing.T) {
	broken := []hop.Skipped{{Package: "shop/a", Reason: "does not compile", Incomplete: true}, {Package: "shop/b", Reason: "excluded"}}
	services := []hop.Service{{Name: "basket", Analysed: true}, {Name: "edge"}}
	tests := []struct {
		name   string
		report hop.Report
		want   string
	}{
		{"full", hop.Report{Coverage: hop.Coverage{Packages: 1, Endpoints: 1}}, ""},
		{"declared", hop.Report{System: hop.System{Endpoints: []hop.Endpoint{{Service: "edge"}}, Services: services[1:]}},
			"no endpoint found: no service has a root; say in hoplint.yaml where they start"},
		{"worker", hop.Report{System: hop.System{Services: []hop.Service{{Name: "mailer", Role: hop.RoleWorker, Analysed: true}}}}, ""},
		{"guessed worker", hop.Report{System: hop.System{Services: []hop.Service{{Name: "mailer", Role: hop.RoleWorker, Analysed: true, Guessed: true}}}},
			"no endpoint found: nothing that mailer registers is known to be one; describe the router under models in hoplint.yaml"},
		{"incomplete", hop.Report{Coverage: hop.Coverage{Packages: 1, Endpoints: 1, Skipped: broken}},
			"incomplete: calls may be missing from shop/a"},
		{"no service", hop.Report{}, "no endpoint found: no service starts here, as there is no main package; " +
			"name the functions at which services start as roots in hoplint.yaml"},
		{"all skipped", hop.Report{Coverage: hop.Coverage{Skipped: broken[1:]}, System: hop.System{Services: services[1:]}},
			"no endpoint found: no service could be analysed; the first, shop/b: excluded"},
		{"no router", hop.Report{Coverage: hop.Coverage{Packages: 3}, System: hop.System{Services: services}},
			"no endpoint found: nothing that basket registers is known to be one; describe the router under models in hoplint.yaml"},
	}
	for _, test := range tests {
		if got := strings.Join(report.Gaps(&test.report), "\n"); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestIsVet(t *testing.T) {
	tests := []struct {
		args string
		want bool
	}{
		{"", false},
		{"-V=full", true},
		{"-flags", true},
		{"/b001/vet.cfg", true},
		{"-json -hoplint.manifest=m.yaml /b001/vet.cfg", true},
		{"./...", false},
		{"-version", false},
		{"-C vet.cfg ./...", false},
	}
	for _, test := range tests {
		if got := isVet(strings.Fields(test.args)); got != test.want {
			t.Errorf("isVet(%q) = %v, want %v", test.args, got, test.want)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"chain-depth", "cycle", "sync-call", "sync-loop"}
	tests := []struct{ s, want string }{
		{"sync-call", "sync-call"},
		{"sync-cals", "sync-call"},
		{"sync_loop", "sync-loop"},
		{"cycel", "cycle"},
		{"bikes", ""},
		{"chaindepht", "chain-depth"},
		{"", ""},
	}
	for _, test := range tests {
		if got := nearest(test.s, names); got != test.want {
			t.Errorf("nearest(%q) = %q, want %q", test.s, got, test.want)
		}
	}
}

func TestMeter(t *testing.T) {
	var b bytes.Buffer
	quick := newMeter(&b, time.Now().Add(time.Hour))
	quick.show("load", 1, 2)
	quick.clear()
	if b.Len() > 0 {
		t.Errorf("a quick run shows %q", b.String())
	}
	slow := newMeter(&b, time.Now().Add(-time.Hour))
	slow.show("load", 1, 4)
	slow.show("load", 2, 4)
	slow.show("interp", 0, 0)
	slow.show("interp", 7, 0)
	slow.clear()
	for _, want := range []string{"load", "interp", "1/4"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in %q", want, b.String())
		}
	}
	if !strings.HasSuffix(b.String(), "\r") {
		t.Errorf("the line is not cleared: %q", b.String())
	}
}

func TestMeterConcurrently(t *testing.T) {
	m := newMeter(io.Discard, time.Time{})
	done := make(chan bool)
	for i := range 4 {
		go func() {
			for n := range 100 {
				m.show([]string{"types", "lower"}[i%2], n, 50+n)
			}
			done <- true
		}()
	}
	for range 4 {
		<-done
	}
	m.clear()
	if m.bar != nil {
		t.Error("a cleared meter still has a bar")
	}
}
