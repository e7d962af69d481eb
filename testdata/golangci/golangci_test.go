package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
)

// asLinter makes the test's binary the linter.
const asLinter = "HOPLINT_TEST_LINTER"

func TestMain(m *testing.M) {
	if os.Getenv(asLinter) != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// A result is what golangci-lint writes with --output.json.path.
type result struct {
	Issues []struct {
		Text string
		Pos  struct {
			Filename     string
			Line, Column int
		}
	}
}

// A linter runs golangci-lint with a cache of its own.
type linter struct {
	t          *testing.T
	cache      string
	exe        string
	configFile string
}

func newLinter(t *testing.T) *linter {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	config, err := filepath.Abs("golangci.yml")
	if err != nil {
		t.Fatal(err)
	}
	return &linter{t: t, cache: t.TempDir(), exe: exe, configFile: config}
}

// run lints the module in dir, and returns "file:line:col: text" for each issue, sorted,
// and what is said on standard error.
func (l *linter) run(dir string) ([]string, string) {
	l.t.Helper()
	cmd := exec.Command(l.exe, "run", "-c", l.configFile, "--path-mode=abs", "--output.json.path=stdout",
		"--show-stats=false", "--timeout=30m", "--allow-parallel-runners", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asLinter+"=1", "GOLANGCI_LINT_CACHE="+l.cache, "PWD="+dir)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		l.t.Fatal(err)
	}
	var r result
	if err := json.NewDecoder(&stdout).Decode(&r); err != nil && stderr.Len() == 0 {
		l.t.Fatalf("golangci-lint: %v; output %q", err, stdout.String())
	}
	var out []string
	for _, i := range r.Issues {
		file := strings.TrimPrefix(i.Pos.Filename, dir+"/")
		out = append(out, file+":"+strconv.Itoa(i.Pos.Line)+":"+strconv.Itoa(i.Pos.Column)+": "+i.Text)
	}
	slices.Sort(out)
	return out, stderr.String()
}

// TestTree checks that golangci-lint says of the cases what the command says, in one line
// each that holds the path.
func TestTree(t *testing.T) {
	for _, tree := range []string{"src", "lib"} {
		t.Run(tree, func(t *testing.T) {
			if tree == "lib" && testing.Short() {
				t.Skip("takes minutes")
			}
			dir, err := filepath.Abs("../" + tree)
			if err != nil {
				t.Fatal(err)
			}
			got, stderr := newLinter(t).run(dir)
			if stderr != "" {
				t.Errorf("golangci-lint says:\n%s", stderr)
			}
			differ(t, ofPrograms(got), ofPrograms(said(t, dir)))
		})
	}
}

// systems are cases of two programs. What the command finds by looking at both of them is
// marked in their want comments, which cmd/hoplint holds against drivers that see one program.
var systems = []string{"grpcproxies/client/", "thrifts/client/"}

// ofPrograms leaves out what is said of such cases.
func ofPrograms(lines []string) []string {
	return slices.DeleteFunc(lines, func(line string) bool {
		return slices.ContainsFunc(systems, func(dir string) bool { return strings.HasPrefix(line, dir) })
	})
}

// said returns what the command says of a tree, as golangci-lint shall.
func said(t *testing.T, dir string) []string {
	t.Helper()
	r, err := analyzer.Check(context.Background(), analyzer.Config{Dir: dir, Cache: "off"})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range r.Findings {
		if f.Status == hop.StatusNew && (f.Severity == hop.Warning || f.Severity == hop.Error) {
			out = append(out, f.Pos+": "+f.Message+" ("+f.Rule+")"+path(f)+chain(f))
		}
	}
	if len(out) == 0 {
		t.Fatalf("nothing is found in %s", dir)
	}
	slices.Sort(out)
	return out
}

func path(f hop.Finding) string {
	var frames []string
	for _, frame := range f.Path {
		frames = append(frames, frame.Pos)
	}
	return listed("; path: ", frames)
}

func chain(f hop.Finding) string {
	var hops []string
	for _, h := range f.Chain {
		text := strings.TrimPrefix(h.Endpoint+" of "+h.Service, " of ")
		if h.Pos != "" {
			text += " (" + h.Pos + ")"
		}
		hops = append(hops, text)
	}
	return listed("; chain: ", hops)
}

func listed(lead string, items []string) string {
	if len(items) == 0 {
		return ""
	}
	return lead + strings.Join(items, " → ")
}

// differ tells what only one of two sorted lists has.
func differ(t *testing.T, got, want []string) {
	t.Helper()
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("only golangci-lint says %s", line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("golangci-lint does not say %s", line)
		}
	}
	if len(got) != len(want) {
		t.Errorf("golangci-lint says %d things, the command %d", len(got), len(want))
	}
}
