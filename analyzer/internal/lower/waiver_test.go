package lower_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestWaivers marks with a number the comments that speak to hoplint, and wants the lines
// that each holds for.
func TestWaivers(t *testing.T) {
	p := snippet(t, `
// f calls. hoplint:allow here is prose.
//
//hoplint:allow 5 of a function
func f(g func(...any) error) error {
	g("a") //hoplint:allow 7 behind code
	//hoplint:allow 8 above a line
	g("b")
	//hoplint:allow 10 one of two above a line
	//hoplint:allow 11 the other
	g("c")

	//hoplint:allow 14 above nothing

	g("d")
	//hoplint:allow 17 above a statement of several lines
	g("e",
		"f",
	)
	//hoplint:allow 21 above a function within a statement
	g("g", func() {
		g("h")
	})
	//hoplint:allow 25 above a condition
	if err := g(
		"i"); err != nil {
		return err
	}
	// hoplint:allow 30 with a space
	return g("j",
		"k", //hoplint:allow 32 within a statement
		func() {}) // a comment on //hoplint:allow
	/*hoplint:allow is none of Go's directives*/
} //hoplint:allow 35 behind a brace

//hoplint:allow 37 above a variable
var v = []any{
	"l",
}

//hoplint:alow 42 misspelt
`)
	want := []string{"5-35", "7-7", "8-9", "10-12", "11-12", "14-15", "17-20", "21-22", "25-27", "30-33", "32-32", "35-35", "37-40", "42-43"}
	var got []string
	for _, w := range p.Waivers {
		got = append(got, fmt.Sprintf("%d-%d", w.Pos.Line, w.Last))
		if number := strings.Fields(w.Text[strings.Index(w.Text, "hoplint:"):])[1]; number != fmt.Sprint(w.Pos.Line) {
			t.Errorf("%q stands on line %d", w.Text, w.Pos.Line)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
