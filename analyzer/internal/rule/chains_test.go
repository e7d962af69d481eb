package rule

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

func TestChainDepth(t *testing.T) {
	testRule(t, "chain-depth", []ruleTest{
		{"one hop", "A /x -> B /x", "", nil},
		{"two hops", "A /x -> B /x\nB /x -> C /x", "", []string{"warning A /x = A/x B/x C/x"}},
		{"three hops", "A /x -> B /x\nB /x -> C /x\nC /x -> D", "", []string{"error A /x = A/x B/x C/x D"}},
		{"phantom", "A /x -> B /x\nB /y -> C /x", "", nil},
		{"unknown endpoint", "A /x -> B\nB -> C /x\nB /x -> C /x", "", nil},
		{"gateway first", "g /x -> A /x\nA /x -> B /x", "", nil},
		{"gateways first", "g /x -> g2 /x\ng2 /x -> A /x\nA /x -> B /x", "", nil},
		{"gateway shown", "g /x -> A /x\nA /x -> B /x\nB /x -> C /x", "", []string{"warning A /x = g/x A/x B/x C/x"}},
		{"through the gateway", "A /x -> g /x\ng /x -> B /x", "", []string{"warning A /x = A/x g/x B/x"}},
		{"detached", "A /x -> B /x\nB /x -> C /x: detached", "", nil},
		{"poll", "A /x -> B /x: poll\nB /x -> C /x", "", nil},
		{"message", "A /x -> B /x: async\nB /x -> C /x", "", nil},
		{"health", "A /h -> B /h: health\nB /h -> C /h: health", "", nil},
		{"infrastructure", "A /x -> B /x\nB /x -> i GET\ni GET -> C /x", "", nil},
		{"own service between", "A /x -> A /y\nA /y -> B /x\nB /x -> C /x", "", []string{"warning A /x = A/x A/y B/x C/x"}},
		{"own service alone", "A /x -> A /y\nA /y -> B /x\nB /x -> B /y", "", nil},
		{"longest", `
			A /x -> B /x
			A /x -> C /x
			C /x -> D /x`, "", []string{"warning A /x = A/x C/x D/x"}},
		{"shared suffix", `
			A /x -> C /x
			B /x -> C /x
			C /x -> D /x`, "", []string{"warning A /x = A/x C/x D/x", "warning B /x = B/x C/x D/x"}},
		{"shared call", `
			A /x -> C /x: pos=a.go:1:1
			A /y -> C /x: pos=a.go:1:1
			A /z -> C /x
			C /x -> D /x`, "", []string{"warning A /x,/y = A/x C/x D/x", "warning A /z = A/z C/x D/x"}},
		{"cycle downstream", `
			A /x -> B /x
			B /x -> C /x
			C /x -> B /x`, "", []string{"warning A /x = A/x B/x C/x"}},
		{"through a cycle", `
			A /x -> B /x
			B /x -> C /x
			C /x -> B /x
			C /x -> D /x`, "", []string{"error A /x = A/x B/x C/x D/x"}},
		{"two ways into a cycle", `
			A /x -> B /x
			D /x -> C /x
			B /x -> C /x
			C /x -> B /x`, "", []string{"warning A /x = A/x B/x C/x", "warning D /x = D/x C/x B/x"}},
		{"out of a cycle", `
			B /x -> C /x
			C /x -> B /x
			C /x -> D /x`, "", []string{"warning B /x = B/x C/x D/x"}},
		{"only a cycle", "B /x -> C /x\nC /x -> D /x\nD /x -> B /x", "", nil},
		{"calls itself", "A /x -> A /x\nA /x -> B /x\nB /x -> B /x\nB /x -> C /x", "", []string{"warning A /x = A/x B/x C/x"}},
		{"budget", "A /x -> B /x\nB /x -> C /x", "services:\n  A:\n    budget: {hops: 2}", nil},
		{"budget of none", "A /x -> B /x", "services:\n  A:\n    budget: {hops: 0}", []string{"warning A /x = A/x B/x"}},
		{"budget inside", `
			A /x -> B /x
			B /x -> C /x
			C /x -> D /x`, "rules:\n  chain-depth: {max: 3}\nservices:\n  B:\n    budget: {hops: 1}", []string{"warning B /x = B/x C/x D/x"}},
		{"budget shown by the head", `
			A /x -> B /x
			B /x -> C /x
			C /x -> D /x`, "services:\n  B:\n    budget: {hops: 1}", []string{"error A /x = A/x B/x C/x D/x"}},
		{"budget of a gateway", `
			g /x -> A /x
			A /x -> B /x`, "services:\n  g:\n    budget: {hops: 0}", []string{"warning g /x = g/x A/x B/x"}},
	})
}

func TestChainDepthMessage(t *testing.T) {
	f := judge(t, "chain-depth", `
		A /x -> B /x
		A /x -> B /y
		B /x -> C /x
		B /y -> C /x
		B /y -> D /x`, "")[0]
	const want = "/x of A waits for a chain of 2 hops, A → B → C (as long as 2 others): " +
		"if each of the 3 services answers 99.9 % of its requests, the chain answers 99.70 %"
	if f.Message != want {
		t.Errorf("got  %q\nwant %q", f.Message, want)
	}
	f = judge(t, "chain-depth", "A /x -> B /x\nB /x -> A /y\nA /y -> A /z\nA /z -> D /x", "")[0]
	if want := "a chain of 3 hops, A → B → A → D: if each of the 3 services"; !strings.Contains(f.Message, want) {
		t.Errorf("got  %q\nwant %q", f.Message, want)
	}
}

// A chain that gets shorter must not be news to a baseline, one that gets longer must.
func TestChainDepthFingerprints(t *testing.T) {
	prints := func(n int) []string {
		var calls strings.Builder
		for i := range n {
			fmt.Fprintf(&calls, "S%d /x -> S%d /x\n", i, i+1)
		}
		return judge(t, "chain-depth", calls.String(), "")[0].Fingerprints
	}
	two, three, four := prints(2), prints(3), prints(4)
	if !slices.Equal(two, three[:1]) || !slices.Equal(three, four[:2]) || len(four) != 3 {
		t.Errorf("fingerprints of 2, 3 and 4 hops: %v, %v, %v", two, three, four)
	}
}

// A system whose chains cannot be listed: there are 2^40 of them.
func TestChainDepthOfLattice(t *testing.T) {
	var calls strings.Builder
	for i := range 40 {
		for _, a := range []string{"a", "b"} {
			for _, b := range []string{"a", "b"} {
				fmt.Fprintf(&calls, "S%02d /%s -> S%02d /%s\n", i, a, i+1, b)
			}
		}
	}
	found := judge(t, "chain-depth", calls.String(), "")
	if len(found) != 2 || len(found[0].Chain) != 41 || !strings.Contains(found[0].Message, "as long as 999 others or more") {
		t.Errorf("got %v", found)
	}
}

func TestEndpointCycle(t *testing.T) {
	testRule(t, "endpoint-cycle", []ruleTest{
		{"two", "A /x -> B /x\nB /x -> A /x", "", []string{"error A /x = A/x B/x A/x"}},
		{"itself", "A /x -> A /x", "", []string{"error A /x = A/x A/x"}},
		{"own endpoints", "A /x -> A /y\nA /y -> A /x", "", []string{"error A /x = A/x A/y A/x"}},
		{"shortest", `
			A /x -> B /x
			B /x -> C /x
			C /x -> A /x
			C /x -> B /x`, "", []string{"error B /x = B/x C/x B/x"}},
		{"two apart", `
			A /x -> B /x
			B /x -> A /x
			B /y -> C /x
			C /x -> B /y`, "", []string{"error A /x = A/x B/x A/x", "error B /y = B/y C/x B/y"}},
		{"through a gateway", "A /x -> g /x\ng /x -> A /x", "", []string{"error A /x = A/x g/x A/x"}},
		{"gateways alone", "g /x -> g2 /x\ng2 /x -> g /x\ng /x -> g /x", "", nil},
		{"other endpoints", "A /x -> B /x\nB /x -> A /y", "", nil},
		{"detached", "A /x -> B /x\nB /x -> A /x: detached", "", nil},
		{"message", "A /x -> B /x\nB /x -> A /x: async", "", nil},
		{"consumer", "A /x -> B /x\nB /x -> A /x: consumer", "", nil},
		{"chain", "A /x -> B /x\nB /x -> C /x", "", nil},
		{"allowed", "A /x -> B /x\nB /x -> A /x", "services:\n  B:\n    allow:\n      - {to: A, reason: ends}", []string{"allowed error A /x = A/x B/x A/x"}},
	})
}

func TestEndpointCycleMessage(t *testing.T) {
	tests := []struct{ calls, want string }{
		{"A /x -> A /x", "/x of A waits for itself: requests that go round hold every service on the way until one gives up"},
		{"A /x -> B /x\nB /x -> A /x\nB /x -> C /x\nC /x -> B /x",
			"/x of A waits for itself through B /x (with 1 more endpoint in further cycles): requests that go round hold every service on the way until one gives up"},
	}
	for _, test := range tests {
		if got := judge(t, "endpoint-cycle", test.calls, "")[0].Message; got != test.want {
			t.Errorf("got  %q\nwant %q", got, test.want)
		}
	}
}

func TestServiceCycle(t *testing.T) {
	testRule(t, "service-cycle", []ruleTest{
		{"two", "A /x -> B /x\nB /y -> A /y", "", []string{"warning A /x = A/x B/y A/y"}},
		{"three", "A /x -> B /x\nB /y -> C /x\nC /y -> A /y", "", []string{"warning A /x = A/x B/y C/y A/y"}},
		{"comes back", "A /x -> B /x\nB /x -> A /y", "", []string{"warning A /x = A/x B/x A/y"}},
		{"comes back to the second", "A /x -> B /y\nB /x -> A /x", "", []string{"warning B /x = B/x A/x B/y"}},
		{"gateway", "A /x -> g /x\ng /y -> A /y", "", []string{"warning A /x = A/x g/y A/y"}},
		{"gateways alone", "g /x -> g2 /x\ng2 /y -> g /y", "", nil},
		{"one endpoint cycle", "A /x -> B /x\nB /x -> A /x\nA /y -> B /y\nB /z -> A /z", "", nil},
		{"beside an endpoint cycle", `
			A /x -> B /x
			B /x -> A /x
			B /y -> C /x
			C /y -> B /z`, "", []string{"warning B /y = B/y C/y B/z"}},
		{"across an endpoint cycle", `
			A /x -> B /x
			B /x -> A /x
			B /y -> C /x
			C /y -> A /z`, "", []string{"warning A /x = A/x B/y C/y A/z"}},
		{"within itself", "A /x -> A /y\nA /y -> A /z", "", nil},
		{"one way", "A /x -> B /x\nA /y -> B /y", "", nil},
		{"detached", "A /x -> B /x\nB /y -> A /y: detached", "", nil},
		{"message", "A /x -> B /x\nB /y -> A /y: async", "", nil},
		{"startup", "A /x -> B /x\nB -> A /y: startup", "", nil},
		{"allowed", "A /x -> B /x\nB /y -> A /y", "services:\n  A:\n    allow:\n      - {to: B, reason: ends}", []string{"allowed warning A /x = A/x B/y A/y"}},
	})
}

func TestServiceCycleMessage(t *testing.T) {
	tests := []struct{ calls, want string }{
		{"A /x -> B /x\nB /y -> A /y",
			"A and B wait for each other, though no single request goes round: none of them can fail, scale or be deployed alone"},
		{"A /x -> B /x\nB /y -> A /y\nB /z -> C /x\nC /y -> B /x",
			"A and B wait for each other (with 1 more service in further cycles), though no single request goes round: none of them can fail, scale or be deployed alone"},
		{"A /x -> B /x\nB /x -> A /y",
			"/x of A comes back to A through B: none of them answers without the others"},
		{"B /x -> C /x\nC /x -> A /x\nA /x -> B /y",
			"/x of B comes back to B through C → A: none of them answers without the others"},
	}
	for _, test := range tests {
		if got := judge(t, "service-cycle", test.calls, "")[0].Message; got != test.want {
			t.Errorf("got  %q\nwant %q", got, test.want)
		}
	}
}

// A ring has no cycle shorter than itself, and every end is on it.
func TestCycleOfRing(t *testing.T) {
	const n = 3000
	var calls strings.Builder
	for i := range n {
		fmt.Fprintf(&calls, "S%04d /x -> S%04d /x\n", i, (i+1)%n)
	}
	found := judge(t, "endpoint-cycle", calls.String(), "")
	if len(found) != 1 || len(found[0].Chain) != n+1 || found[0].Chain[0] != (hop.ChainHop{Service: "S0000", Endpoint: "/x", Pos: "main.go:1:2"}) {
		t.Errorf("got %d findings", len(found))
	}
}
