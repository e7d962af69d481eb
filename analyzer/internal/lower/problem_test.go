package lower_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestProblems lowers packages that do not type-check: what is wrong is left out
// and listed, what is right is there.
func TestProblems(t *testing.T) {
	tests := []struct {
		name, decls string
		problems    []string
		calls       map[string]string // what a function that is right calls
	}{
		{
			name:     "body",
			decls:    "func bad() { undefined(1) }\nfunc good() { other() }\nfunc other() {}",
			problems: []string{"acme/p.bad"},
			calls:    map[string]string{"acme/p.good": "acme/p.other 3:15"},
		},
		{
			name:     "two bodies and a method",
			decls:    "type t int\nfunc (t) bad() { nothing.here() }\nfunc good() { worse() }\nfunc worse() { var x missing; x.f() }",
			problems: []string{"(acme/p.t).bad", "acme/p.worse"},
			calls:    map[string]string{"acme/p.good": "acme/p.worse 4:15"},
		},
		{
			name:     "initialiser",
			decls:    "var v = undefined()\nfunc good() { other() }\nfunc other() {}",
			problems: []string{"acme/p.init"},
			calls:    map[string]string{"acme/p.good": "acme/p.other 3:15"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := check(t, []txtar.File{{Name: "acme/p/p.go", Data: []byte("package p\n" + test.decls)}})
			if len(w.errs) == 0 {
				t.Fatal("the package type-checks")
			}
			p := w.lowerAnyway(t, "acme/p")
			var got []string
			for _, problem := range p.Problems {
				got = append(got, problem.Func)
				if !strings.HasPrefix(problem.Text, "internal error: ") {
					t.Errorf("%s: %q", problem.Func, problem.Text)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(test.problems) {
				t.Errorf("problems %v, want %v", got, test.problems)
			}
			for name, want := range test.calls {
				if got := calls(function(t, p, name)); len(got) != 1 || got[0] != want {
					t.Errorf("%s calls %v, want %s", name, got, want)
				}
			}
		})
	}
}
