package rule

import (
	"fmt"
	"strings"
	"testing"
)

// lengthsOf writes how long chains are: "A/x 2 = A/x B/x C/x".
func lengthsOf(t *testing.T, text string) string {
	t.Helper()
	l := NewLengths(system(t, text))
	var lines []string
	for _, end := range l.Ends() {
		line := fmt.Sprintf("%s%s %d =", end.Service, end.Endpoint, l.Hops(end))
		for _, c := range l.Chain(end) {
			line += " " + c.Service + c.Endpoint
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

func TestLengths(t *testing.T) {
	tests := []struct{ name, system, want string }{
		{"wherever it begins", "A /x -> B /x\nB /x -> C /x", "A/x 2 = A/x B/x C/x; B/x 1 = B/x C/x"},
		{"not at gateways", "g /x -> A /x\nA /x -> B /x", "A/x 1 = A/x B/x"},
		{"through a gateway", "A /x -> g /x\ng /x -> B /x", "A/x 2 = A/x g/x B/x"},
		{"by endpoints", "A /x -> B /x\nB /y -> C /x", "A/x 1 = A/x B/x; B/y 1 = B/y C/x"},
		{"no hop", "A /x -> A /y\nB /x -> C /x: async", ""},
		{"within the service", "A /x -> A /y\nA /y -> B /x", "A/x 1 = A/x A/y B/x; A/y 1 = A/y B/x"},
		{"in a cycle", "A /x -> B /x\nB /x -> A /x\nB /x -> C /x\nC /x -> D /x",
			"A/x 3 = A/x B/x C/x D/x; B/x 2 = B/x C/x D/x; C/x 1 = C/x D/x"},
		{"unknown endpoint", "A /x -> B\nB -> C /x", "A/x 1 = A/x B"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := lengthsOf(t, test.system); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
