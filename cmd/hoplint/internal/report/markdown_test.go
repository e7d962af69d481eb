package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

func TestProse(t *testing.T) {
	tests := []struct{ in, want string }{
		{"POST /checkout of basket", "POST /checkout of basket"},
		{"GET /items/{id}", "GET /items/{id}"},
		{"a <b> & *c* _d_ `e` [f](g)", "a &#60;b&#62; &#38; &#42;c&#42; &#95;d&#95; &#96;e&#96; &#91;f&#93;(g)"},
		{"see https://a.example and www.a.example", "see https&#58;//a.example and www&#46;a.example"},
		{"ask @team about #12", "ask &#64;&#8203;team about &#35;&#8203;12"},
		{"- x", "&#45; x"},
		{"1. x", "&#49;. x"},
		{"a\nb", "a&#92;nb"},
		{strings.Repeat("é", 301), strings.Repeat("é", 300) + "…"},
	}
	for _, test := range tests {
		if got := prose(test.in); got != test.want {
			t.Errorf("prose(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestFenced(t *testing.T) {
	if got, want := fenced([]string{"a ``` b"}), "````text\na ``` b\n````\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	long := fenced(make([]string, 32))
	if !strings.HasSuffix(long, "… and 2 lines more\n```\n") {
		t.Errorf("got %q", long)
	}
	if got := fenced(nil); got != "" {
		t.Errorf("got %q for no lines", got)
	}
}

func TestMermaidLabel(t *testing.T) {
	tests := []struct{ in, want string }{
		{"POST /orders", "POST /orders"},
		{"größe", "größe"},
		{`"] --> end; %%{init}`, "#34;#93; --#62; end#59; #37;#37;#123;init#125;"},
		{"`b`", "#96;b#96;"},
		{strings.Repeat("a", 61), strings.Repeat("a", 60) + "…"},
	}
	for _, test := range tests {
		if got := mermaidLabel(test.in); got != test.want {
			t.Errorf("mermaidLabel(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// huge is a report of which everything that a comment shows is there many times.
func huge() *hop.Report {
	r := changed()
	f, c, s := r.Findings[1], r.Changes.Chains[1], r.Coverage.Skipped[1]
	for i := range 2_000 {
		f.Message = fmt.Sprintf("finding %d %s", i, strings.Repeat("<@>", 40))
		c.Endpoint = fmt.Sprintf("GET /%d/%s", i, strings.Repeat("*", 100))
		c.Chain = []hop.ChainHop{{Service: "basket", Endpoint: c.Endpoint}, c.Chain[1]}
		s.Package = fmt.Sprintf("shop.example/broken%d", i)
		r.Findings = append(r.Findings, f)
		r.Changes.Fixed = append(r.Changes.Fixed, f)
		c.Before, c.After = c.After, c.Before
		r.Changes.Chains = append(r.Changes.Chains, c)
		r.Coverage.Skipped = append(r.Coverage.Skipped, s)
	}
	return r
}

// A code host refuses a comment that is too long, and then there is none.
func TestCommentLength(t *testing.T) {
	got := render(t, "markdown", huge())
	if n := len(got); n > 65_536 || n < 50_000 {
		t.Errorf("%d bytes", n)
	}
	// Of what adds, removes, is new, is fixed and could not be looked at.
	if n := strings.Count(got, "\n… and "); n < 6 {
		t.Errorf("%d counts of what is left out, want 6 with the graph:\n%s", n, got)
	}
	for _, want := range []string{"finding 0 ", "\nDotted hops are gone.\n", "1 package, 3 endpoints"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q", want)
		}
	}
}

// Services that wait for each other do so by several endpoints: the graph has the calls
// that there are, not one through an endpoint that calls nobody.
func TestGraphOfServiceCycle(t *testing.T) {
	call := func(from, to string) hop.Call {
		f, s, _ := strings.Cut(from, " ")
		g, e, _ := strings.Cut(to, " ")
		return hop.Call{From: hop.From{Service: f, Endpoint: s}, To: hop.To{Service: g, Endpoint: e}, Kind: hop.Sync, Context: hop.Request}
	}
	r := clean()
	r.System.Calls = []hop.Call{call("a one", "b two"), call("b three", "a four")}
	r.Findings = []hop.Finding{{Rule: "service-cycle", Chain: []hop.ChainHop{
		{Service: "a", Endpoint: "one", Pos: "a.go:1:1"}, {Service: "b", Endpoint: "three", Pos: "b.go:1:1"}, {Service: "a", Endpoint: "four"},
	}}}
	got := render(t, "markdown", r)
	for _, want := range []string{"n0[\"a<br/>one\"]", "n1[\"b<br/>two\"]", "n0 --> n1", "n2[\"b<br/>three\"]", "n3[\"a<br/>four\"]", "n2 --> n3"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}
