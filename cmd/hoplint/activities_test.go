package main

import (
	"context"
	"fmt"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer"
	"github.com/hoplint/hoplint/analyzer/hop"
)

// TestActivities checks the runs comments in the cases of testdata/src and testdata/lib,
// which say in what activities the calls of their lines happen: "startup", "poll
// background", "async request", "consumer orders" with the topic, or "never". What
// happens outside of requests is no finding, but it is drawn.
func TestActivities(t *testing.T) {
	for _, tree := range []string{"src", "lib"} {
		t.Run(tree, func(t *testing.T) {
			t.Parallel()
			dir, err := filepath.Abs("../../testdata/" + tree)
			if err != nil {
				t.Fatal(err)
			}
			r, err := analyzer.Check(context.Background(), analyzer.Config{Dir: dir, Cache: "off"})
			if err != nil {
				t.Fatal(err)
			}
			got := make(map[string][]string)
			for _, c := range r.System.Calls {
				line := lineOf(c.Pos)
				got[line] = append(got[line], activity(&c))
			}
			for line, want := range runsIn(t, dir) {
				slices.Sort(got[line])
				if have := strings.Join(slices.Compact(got[line]), ", "); have != want {
					t.Errorf("%s runs: %s; want %s", line, have, want)
				}
			}
		})
	}
}

// activity words a call as runs comments do.
func activity(c *hop.Call) string {
	text := string(c.Context)
	if c.Context == hop.Consumer {
		text += " " + c.From.Endpoint
	}
	if c.Kind != hop.Sync {
		text = string(c.Kind) + " " + text
	}
	return text
}

// runsIn returns what the runs comments below dir say, by line.
func runsIn(t *testing.T, dir string) map[string]string {
	runs := make(map[string]string)
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range f.Comments {
			for _, c := range g.List {
				text, ok := strings.CutPrefix(strings.Trim(c.Text, "/* "), "runs: ")
				if !ok {
					continue
				}
				if text == "never" {
					text = ""
				}
				runs[fmt.Sprintf("%s:%d", relative(dir, name), fset.Position(c.Pos()).Line)] = text
			}
		}
	}
	return runs
}
