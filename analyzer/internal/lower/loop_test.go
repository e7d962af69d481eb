package lower_test

import (
	"fmt"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

func TestLoopKinds(t *testing.T) {
	a, err := txtar.ParseFile("testdata/loops.txtar")
	if err != nil {
		t.Fatal(err)
	}
	p := check(t, a.Files[:len(a.Files)-1]).lower(t, "acme/p")
	tests := map[string][]ir.LoopKind{ // by what encloses what, then by size
		"ranges":         {ir.RangeLoop, ir.RangeLoop, ir.RangeLoop, ir.RangeLoop, ir.RangeLoop, ir.IntLoop, ir.ForLoop},
		"counted":        {ir.IntLoop, ir.IntLoop, ir.ForLoop},
		"rows":           {ir.ForLoop},
		"endless":        {ir.EndlessLoop},
		"poll":           {ir.ForLoop},
		"retryBreak":     {ir.RetryLoop},
		"retryReturn":    {ir.RetryLoop},
		"retryStatus":    {ir.RetryLoop},
		"retryCondition": {ir.RetryLoop},
		"retryCaptured":  {ir.RetryLoop},
		"failsEarly":     {ir.ForLoop, ir.RangeLoop},
		"pagesToken":     {ir.PagesLoop},
		"pagesRequest":   {ir.PagesLoop},
		"pagesNumber":    {ir.PagesLoop},
		"pagesHasNext":   {ir.PagesLoop},
		"lookups":        {ir.ForLoop},
		"gotos":          {ir.RetryLoop},
		"nested":         {ir.EndlessLoop, ir.RangeLoop, ir.IntLoop},
	}
	for name, want := range tests {
		var got []ir.LoopKind
		for _, l := range function(t, p, "acme/p."+name).Loops {
			got = append(got, l.Kind)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: loops %v, want %v", name, got, want)
		}
	}
}

// TestLoopMembership checks in which loops calls lie.
func TestLoopMembership(t *testing.T) {
	p := snippet(t, `
func f(s []string, g func(string)) {
	g("before")
	for _, v := range s {
		g("outer")
		for i := 0; i < 2; i++ {
			g(v)
			if v == "" {
				g("leaving")
				return
			}
		}
	}
	g("after")
}
`)
	f := function(t, p, "acme/p.f")
	want := map[int32]string{4: "", 6: "range", 8: "int range", 10: "", 15: ""} // by line
	for _, b := range f.Blocks {
		for _, i := range b.Instrs {
			if i.Op != ir.Call || i.Callee != ir.Dynamic {
				continue
			}
			got := ""
			for l := b.Loop; l >= 0; l = f.Loops[l].Parent {
				if got != "" {
					got += " "
				}
				got += f.Loops[l].Kind.String()
			}
			if got != want[i.Pos.Line] {
				t.Errorf("call in line %d lies in loops %q, want %q", i.Pos.Line, got, want[i.Pos.Line])
			}
		}
	}
}
