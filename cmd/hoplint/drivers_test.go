package main

import (
	"context"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
)

// A remark is what a driver says about a line: "helper/main.go:39".
type remark struct{ line, text string }

// drivers are what hoplint runs under, and what each says of a tree. The command alone
// sees all programs of a system.
var drivers = map[string]struct {
	remarks func(*testing.T, string) []remark
	sees    scope
}{
	"check":    {remarksOfCheck, system},
	"analysis": {remarksOfAnalysis, program},
	"vet":      {remarksOfVet, program},
	"nogo":     {remarksOfNogo, program},
}

// TestDrivers runs the cases of testdata/src, and those of testdata/lib, which use
// libraries, under every driver: each must say what the want comments ask for, and
// nothing else. That of golangci-lint is in testdata/golangci.
func TestDrivers(t *testing.T) {
	for _, tree := range []string{"src", "lib"} {
		dir, err := filepath.Abs("../../testdata/" + tree)
		if err != nil {
			t.Fatal(err)
		}
		wants := wantsIn(t, dir)
		for name, driver := range drivers {
			t.Run(tree+"/"+name, func(t *testing.T) {
				t.Parallel()
				compare(t, wantedOf(wants, driver.sees), driver.remarks(t, dir))
			})
		}
	}
}

// TestPending runs the cases of testdata/pending: what hoplint does not see through
// yet. One that it does belongs into testdata/src.
func TestPending(t *testing.T) {
	dir, err := filepath.Abs("../../testdata/pending")
	if err != nil {
		t.Fatal(err)
	}
	r, err := analyzer.Check(context.Background(), analyzer.Config{Dir: dir, Cache: "off"})
	if err != nil {
		t.Fatal(err)
	}
	open := make(map[string]int) // by case, how far what is said is from what is wanted
	cases := make(map[string]bool)
	wants := wantedOf(wantsIn(t, dir), system)
	for _, w := range wants {
		cases[caseOf(w.line)] = true
	}
	for _, f := range r.Findings {
		if f.Severity != hop.Warning && f.Severity != hop.Error {
			continue
		}
		text := f.Message + " (" + f.Rule + ")"
		i := slices.IndexFunc(wants, func(w want) bool { return w.line == lineOf(f.Pos) && w.text.MatchString(text) })
		if i < 0 {
			open[caseOf(f.Pos)]++
			continue
		}
		wants = slices.Delete(wants, i, i+1)
	}
	for _, w := range wants {
		open[caseOf(w.line)]++
	}
	for name := range cases {
		if open[name] == 0 {
			t.Errorf("%s is seen through: move it to testdata/src", name)
		}
	}
}

// caseOf returns the directory of the case that a position lies in.
func caseOf(pos string) string {
	name, _, _ := strings.Cut(pos, "/")
	return name
}

// remarksOfCheck checks the tree as the command does.
func remarksOfCheck(t *testing.T, dir string) []remark {
	r, err := analyzer.Check(context.Background(), analyzer.Config{Dir: dir, Cache: "off"})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range r.Coverage.Skipped {
		t.Errorf("skipped %s: %s", s.Package, s.Reason)
	}
	var out []remark
	for _, f := range r.Findings {
		if f.Status == hop.StatusNew && (f.Severity == hop.Warning || f.Severity == hop.Error) {
			out = append(out, remark{lineOf(f.Pos), f.Message + " (" + f.Rule + ")"})
		}
	}
	return out
}

// remarksOfAnalysis runs the analyzer over one program after the other, in memory.
func remarksOfAnalysis(t *testing.T, dir string) []remark {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{analyzer.New(analyzer.Config{})}, pkgs, &checker.Options{SanityCheck: true})
	if err != nil {
		t.Fatal(err)
	}
	var out []remark
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%v: %v", act, act.Err)
		}
		for _, d := range act.Diagnostics {
			p := act.Package.Fset.Position(d.Pos)
			out = append(out, remark{relative(dir, fmt.Sprintf("%s:%d", p.Filename, p.Line)), d.Message})
		}
	}
	return out
}

// vetLine is a diagnostic of go vet; the frames of its path follow, indented.
var vetLine = regexp.MustCompile(`^(\S+?:\d+):\d+: ([^\t].*)$`)

// remarksOfVet has the real go vet run this test's binary as its tool.
func remarksOfVet(t *testing.T, dir string) []remark { return vetted(t, dir) }

// vetted is what go vet says, with flags of hoplint's.
func vetted(t *testing.T, dir string, flags ...string) []remark {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	tool := filepath.Join(t.TempDir(), "hoplint")
	if err := os.Symlink(exe, tool); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", slices.Concat([]string{"vet", "-vettool=" + tool}, flags, []string{"./..."})...)
	cmd.Dir = dir
	b, err := cmd.CombinedOutput()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		t.Fatal(err)
	}
	var out []remark
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if m := vetLine.FindStringSubmatch(line); m != nil {
			out = append(out, remark{relative(dir, m[1]), m[2]})
		} else if !strings.HasPrefix(line, "#") && !strings.Contains(line, ": \t") {
			t.Errorf("go vet says %q", line)
		}
	}
	return out
}

func relative(dir, pos string) string {
	return strings.TrimPrefix(strings.TrimPrefix(pos, dir+"/"), "./")
}

// lineOf cuts the column off a position.
func lineOf(pos string) string {
	return pos[:strings.LastIndexByte(pos, ':')]
}

// A want is an expectation: the line and what is to be said there, and by whom.
type want struct {
	line string
	text *regexp.Regexp
	by   scope
}

// A scope is how much a driver sees at once.
type scope string

const (
	all     scope = ""
	system  scope = "system"  // the command, which runs all programs
	program scope = "program" // those that run one program, and do not know what the others do
)

// wantedOf returns what is wanted of a driver.
func wantedOf(wants []want, sees scope) []want {
	return slices.DeleteFunc(slices.Clone(wants), func(w want) bool { return w.by != all && w.by != sees })
}

// wantsIn reads the want comments of all Go files below dir.
func wantsIn(t *testing.T, dir string) []want {
	var out []want
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".go" {
			return err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		for _, group := range f.Comments {
			for _, c := range group.List {
				line := fmt.Sprintf("%s:%d", relative(dir, name), fset.Position(c.Pos()).Line)
				out = append(out, wantsOf(t, line, c.Text)...)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatalf("no want comment in %s", dir)
	}
	return out
}

// wantsOf reads a want comment: quoted patterns, after a scope those of that scope.
func wantsOf(t *testing.T, line, comment string) []want {
	before, rest, ok := strings.Cut(comment, "// want ")
	if !ok || before != "" && !strings.HasPrefix(before, "//hoplint:") { // a waiver may have one behind its reason
		return nil
	}
	var out []want
	by := all
	for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
		if word, patterns, ok := strings.Cut(rest, ": "); ok && (scope(word) == system || scope(word) == program) {
			by, rest = scope(word), patterns
			continue
		}
		quoted, err := strconv.QuotedPrefix(rest)
		if err != nil {
			t.Fatalf("%s: want %s: %v", line, rest, err)
		}
		rest = rest[len(quoted):]
		text, err := strconv.Unquote(quoted)
		if err != nil {
			t.Fatalf("%s: want %s: %v", line, quoted, err)
		}
		out = append(out, want{line, regexp.MustCompile(text), by})
	}
	return out
}

// compare matches remarks with wants, one to one.
func compare(t *testing.T, wants []want, remarks []remark) {
	wants = slices.Clone(wants)
	for _, r := range remarks {
		i := slices.IndexFunc(wants, func(w want) bool { return w.line == r.line && w.text.MatchString(r.text) })
		if i < 0 {
			t.Errorf("%s: unexpected: %s", r.line, r.text)
			continue
		}
		wants = slices.Delete(wants, i, i+1)
	}
	for _, w := range wants {
		t.Errorf("%s: nothing said that matches %s", w.line, w.text)
	}
}
