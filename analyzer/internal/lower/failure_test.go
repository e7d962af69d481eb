package lower_test

import (
	"testing"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// TestAfterFailure checks which calls are made only after another has failed.
func TestAfterFailure(t *testing.T) {
	p := snippet(t, `
func do() (string, error)

func isBusy(error) bool

func code(error) int

func f(err error, g func(string)) {
	if err != nil {
		g("the error is the caller's")
	}
	answer, err := do()
	if err != nil {
		g("error")
	}
	if isBusy(err) {
		g("one error")
	}
	if code(err) == 14 {
		g("code")
	}
	if answer == "next" {
		g("answer")
	}
	g("always")
}
`)
	want := map[string]bool{
		"the error is the caller's": false, "error": true, "one error": true, "code": true,
		"answer": false, "always": false,
	}
	f := function(t, p, "acme/p.f")
	for _, b := range f.Blocks {
		for _, i := range b.Instrs {
			if i.Op != ir.Call || i.Callee != ir.Dynamic {
				continue
			}
			text := f.Consts[^i.Args[1]].Text
			if got := i.Int == 1; got != want[text] {
				t.Errorf("%s: after a failure %v, want %v", text, got, want[text])
			}
		}
	}
}
