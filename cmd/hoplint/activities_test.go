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
// background", "async request", "consumer orders" with the topic, or "never"; and the
// sends comments, which say where messages go: "kafka:orders", or "nothing"; and the
// reaches comments, which say which services that leads to. What happens outside of requests is no finding, but it is drawn.
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
			compareCalls(t, dir, "runs", r.System.Calls, activity)
			compareCalls(t, dir, "sends", r.System.Calls, message)
			compareCalls(t, dir, "reaches", r.System.Calls, func(c *hop.Call) string { return c.To.Service })
		})
	}
}

// compareCalls compares what the comments with a word below dir say with what is told of
// the calls of their lines.
func compareCalls(t *testing.T, dir, word string, calls []hop.Call, tell func(*hop.Call) string) {
	t.Helper()
	got := make(map[string][]string)
	for i := range calls {
		line := lineOf(calls[i].Pos)
		got[line] = append(got[line], tell(&calls[i]))
	}
	for line, want := range commentsIn(t, dir, word) {
		slices.Sort(got[line])
		if have := strings.Join(slices.Compact(got[line]), ", "); have != want {
			t.Errorf("%s %s: %s; want %s", line, word, have, want)
		}
	}
}

// message words where a call sends a message to, as sends comments do.
func message(c *hop.Call) string {
	if c.Kind != hop.Async {
		return string(c.Kind) + " " + c.To.Address
	}
	return c.To.Address
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

// commentsIn returns what the comments that start with a word and a colon say below dir,
// by line.
func commentsIn(t *testing.T, dir, word string) map[string]string {
	found := make(map[string]string)
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	below, err := filepath.Glob(filepath.Join(dir, "*", "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(files, below...) {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range f.Comments {
			for _, c := range g.List {
				text, ok := strings.CutPrefix(strings.Trim(c.Text, "/* "), word+": ")
				if !ok {
					continue
				}
				if text == "never" || text == "nothing" {
					text = ""
				}
				found[fmt.Sprintf("%s:%d", relative(dir, name), fset.Position(c.Pos()).Line)] = text
			}
		}
	}
	return found
}
