package rule

import (
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

func TestSyncCall(t *testing.T) {
	testRule(t, "sync-call", []ruleTest{
		{"hop", "A /x -> B /y", "", []string{"warning A /x > B /y"}},
		{"joined", "A /x -> B /y: joined", "", []string{"warning A /x > B /y"}},
		{"worker", "w /x -> B /y", "", []string{"warning w /x > B /y"}},
		{"back to the gateway", "A /x -> g /y", "", []string{"warning A /x > g /y"}},
		{"unknown endpoint", "A /x -> B", "", []string{"warning A /x > B"}},
		{"declared", "A /x -> B /y: declared", "", []string{"warning A /x > B /y"}},
		{"one site, many endpoints", `
			A /x -> B /y: pos=a.go:1:1 frames=abc
			A /z -> B /y: pos=a.go:1:1 frames=ab
			A /z -> B /y: pos=a.go:1:1 frames=abcd`, "", []string{"warning A /x,/z > B /y"}},
		{"one site, two targets", `
			A /x -> B /y: pos=a.go:1:1
			A /x -> C /y: pos=a.go:1:1`, "", []string{"warning A /x > B /y", "warning A /x > C /y"}},
		{"two services share a line", `
			A /x -> C /y: pos=a.go:1:1
			B /x -> C /y: pos=a.go:1:1`, "", []string{"warning A /x > C /y", "warning B /x > C /y"}},
	})
}

func TestSyncCallWitness(t *testing.T) {
	f := judge(t, "sync-call", `
		A /x -> B /y: pos=a.go:1:1 frames=abc query
		A /z -> B /y: pos=a.go:1:1 frames=ab query
		B /y -> C: async address=kafka:prices
		B /y -> C: async address=kafka:prices`, "")[0]
	if len(f.Path) != 2 {
		t.Errorf("the path has %d frames, want those of the shortest", len(f.Path))
	}
	if len(f.Fingerprints) != 2 {
		t.Errorf("got %d fingerprints, want one for each endpoint", len(f.Fingerprints))
	}
	const want = "/z of A (like 1 other endpoint) waits for B /y: an outage or slowdown of B is one of A"
	if f.Message != want {
		t.Errorf("message %q, want %q", f.Message, want)
	}
}

func TestAdvice(t *testing.T) {
	tests := []struct {
		name, calls string
		want        []string
	}{
		{"query", "A /x -> B /y: query", []string{"own database", "attributes of B", "integration events"}},
		{"command", "A /x -> B /y", []string{"publish an integration event", "202"}},
		{"gateway", "A /x -> g /y: query", []string{"attributes of the services behind g"}},
		{"owner publishes", `
			A /x -> B /y: query
			B /z -> C prices: async address=kafka:prices
			B /z ->  stock: async address=kafka:stock`, []string{"B publishes kafka:prices, kafka:stock already"}},
		{"receiver consumes", `
			A /x -> B /y
			C /z -> B orders: async address=amqp:orders`, []string{"B consumes amqp:orders already"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := judge(t, "sync-call", test.calls, "")[0].Advice
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("advice %q lacks %q", got, want)
				}
			}
		})
	}
}

func TestCallInLoop(t *testing.T) {
	testRule(t, "call-in-loop", []ruleTest{
		{"range", "A /x -> B /y: range", "", []string{"warning A /x > B /y"}},
		{"for", "A /x -> B /y: for", "", []string{"warning A /x > B /y"}},
		{"joined", "A /x -> B /y: for joined", "", []string{"warning A /x > B /y"}},
		{"pages", "A /x -> B /y: pages", "", []string{"info A /x > B /y"}},
		{"retry", "A /x -> B /y: retry", "", nil},
		{"no loop", "A /x -> B /y", "", nil},
		{"gateway", "g /x -> B /y: range", "", []string{"warning g /x > B /y"}},
		{"client", "c /x -> B /y: range", "", nil},
		{"own service", "A /x -> A /y: range", "", nil},
		{"only the endpoints that loop", `
			A /x -> B /y: range pos=a.go:1:1
			A /z -> B /y: pos=a.go:1:1`, "", []string{"warning A /x > B /y"}},
	})
}

func TestCallInLoopTexts(t *testing.T) {
	f := judge(t, "call-in-loop", "A /x -> B /y: range query", "")[0]
	if want := "/x of A calls B /y once per element of a loop: one request makes n calls"; f.Message != want {
		t.Errorf("message %q, want %q", f.Message, want)
	}
	if !strings.Contains(f.Advice, "one coarser call, or keep") {
		t.Errorf("advice %q", f.Advice)
	}
	gateway := judge(t, "call-in-loop", "g /x -> B /y: range query", "")[0]
	if strings.Contains(gateway.Advice, "database") {
		t.Errorf("a gateway is told to keep data: %q", gateway.Advice)
	}
}

func TestUndeclaredCall(t *testing.T) {
	const list = `
services:
  A:
    calls:
      - {from: GET /x, to: B, endpoint: GET /y}
      - {to: C}
      - {to: D, endpoint: shop.D/*}
      - {to: E, endpoint: "GET /users/{id}"}`
	testRule(t, "undeclared-call", []ruleTest{
		{"listed", `
			A GET /x -> B GET /y
			A GET /x -> C GET /z
			A GET /z -> C
			A GET /z -> D shop.D/Get
			A GET /z -> E GET /users/{name}`, list, nil},
		{"other endpoint", "A GET /x -> B GET /z", list, []string{"warning A GET /x > B GET /z"}},
		{"from another endpoint", "A GET /z -> B GET /y", list, []string{"warning A GET /z > B GET /y"}},
		{"other service", "A GET /x -> F GET /y", list, []string{"warning A GET /x > F GET /y"}},
		{"other method", "A GET /x -> D shop.Other/Get", list, []string{"warning A GET /x > D shop.Other/Get"}},
		{"no list", "A GET /x -> B GET /y", "", nil},
		{"declared", "A GET /x -> B GET /z: declared", list, nil},
		{"no hop", "A GET /x -> B GET /z: detached", list, nil},
		{"allowed", "A GET /x -> F GET /y", list + `
    allow:
      - {to: F, reason: agreed}`, []string{"allowed warning A GET /x > F GET /y"}},
	})
}

func TestUnknownTarget(t *testing.T) {
	unresolved := func(service, endpoint, pos string) hop.Unresolved {
		return hop.Unresolved{From: hop.From{Service: service, Endpoint: endpoint}, Pos: pos, Expression: "{env:X}", Reason: "nobody has it", Hint: "add it"}
	}
	sys := system(t, `
		A /x -> : pos=a.go:1:1
		A /y -> : pos=a.go:1:1
		A topic -> : consumer pos=a.go:2:1
		A -> : startup pos=a.go:3:1
		A /x -> : detached pos=a.go:4:1
		g /x -> : pos=g.go:1:1
		c /x -> : pos=c.go:1:1`)
	sys.Unresolved = []hop.Unresolved{
		unresolved("A", "/y", "a.go:1:1"), unresolved("A", "/x", "a.go:1:1"), unresolved("A", "topic", "a.go:2:1"),
		unresolved("A", "", "a.go:3:1"), unresolved("A", "/x", "a.go:4:1"),
		unresolved("g", "/x", "g.go:1:1"), unresolved("c", "/x", "c.go:1:1"),
	}
	var got []string
	for _, f := range Judge(sys, read(t, ""), Terms{}) {
		got = append(got, show(f)+": "+f.Message)
	}
	want := []string{
		"info A /x,/y >: /x of A (like 1 other endpoint) waits for {env:X}, whose service is not known: nobody has it",
		"info g /x >: /x of g waits for {env:X}, whose service is not known: nobody has it",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFanOut(t *testing.T) {
	calls := func(from string, n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(from + " -> S" + string(rune('A'+i)) + " /y\n")
		}
		return b.String()
	}
	testRule(t, "fan-out", []ruleTest{
		{"four", calls("A /x", 4), "", nil},
		{"five", calls("A /x", 5), "", []string{"warning A /x >"}},
		{"nine", calls("A /x", 9), "", []string{"warning A /x >"}},
		{"ten", calls("A /x", 10), "", []string{"error A /x >"}},
		{"two endpoints", calls("A /x", 3) + calls("A /y", 4), "", nil},
		{"one service often", `
			A /x -> B /a
			A /x -> B /b
			A /x -> B /c
			A /x -> B /d
			A /x -> B /e`, "", nil},
		{"gateway of seven", calls("g /x", 7), "", nil},
		{"gateway of eight", calls("g /x", 8), "", []string{"warning g /x >"}},
		{"gateway of fifteen", calls("g /x", 15), "", []string{"error g /x >"}},
		{"max", calls("A /x", 3) + calls("g /x", 7), "rules:\n  fan-out: {max: 2}", []string{"warning A /x >"}},
		{"max for gateways", calls("g /x", 8), "rules:\n  fan-out: {max: 8}", nil},
		{"one allowed", calls("A /x", 5), "services:\n  A:\n    allow:\n      - {to: SA, reason: agreed}", []string{"allowed warning A /x >"}},
		{"budget", "A /x -> B /x\nB /x -> C /x\nC /x -> A /y", "services:\n  A:\n    budget: {services: 1}", []string{"warning A /x >"}},
		{"within the budget", "A /x -> B /x\nB /x -> C /x\nB /y -> D /x", "services:\n  A:\n    budget: {services: 2}", nil},
		{"budget of a gateway", "g /x -> B /x\nB /x -> C /x\nC /x -> D /x\nD /x -> E /x\n", "services:\n  g:\n    budget: {services: 1}", []string{"error g /x >"}},
	})
}
