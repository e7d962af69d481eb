package compose

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A callKey is what makes two calls one: they differ in nothing but how they are
// waited for, whether they lie in a loop, and the path to them, which passes the same waivers.
type callKey struct {
	from    hop.From
	to      hop.To
	kind    hop.Kind
	context hop.Context
	pos     string
	passed  string
}

func keyOf(c *hop.Call, passed string) callKey {
	k := callKey{c.From, c.To, c.Kind, c.Context, c.Pos, passed}
	if c.To.Service != "" {
		k.to.Address = "" // how it is written does not matter if it is known whom it means
	}
	return k
}

// A merger joins the calls that are one.
type merger struct {
	calls []hop.Call
	at    map[callKey]int
}

func newMerger(size int) *merger {
	return &merger{make([]hop.Call, 0, size), make(map[callKey]int, size)}
}

func (m *merger) add(c *hop.Call, passed string) {
	key := keyOf(c, passed)
	if i, ok := m.at[key]; ok {
		m.calls[i] = worse(m.calls[i], *c)
		return
	}
	m.at[key] = len(m.calls)
	m.calls = append(m.calls, *c)
}

// worse returns the call with what is worse of two calls that are one, and with the
// shorter path.
func worse(a, b hop.Call) hop.Call {
	if cmp.Or(cmp.Compare(len(a.Path), len(b.Path)), comparePaths(a.Path, b.Path)) > 0 {
		a, b = b, a
	}
	if awaitedRank[b.Awaited] < awaitedRank[a.Awaited] {
		a.Awaited = b.Awaited
	}
	if loopRank[b.Loop] < loopRank[a.Loop] {
		a.Loop = b.Loop
	}
	if a.Verb != b.Verb {
		a.Verb = hop.Command
	}
	a.To.Address = min(a.To.Address, b.To.Address)
	return a
}

// awaitedRank and loopRank order from the worst.
var (
	awaitedRank = map[hop.Awaited]int{hop.Direct: 0, hop.Joined: 1, hop.Detached: 2}
	loopRank    = map[hop.Loop]int{hop.LoopRange: 0, hop.LoopFor: 1, hop.LoopPages: 2, hop.LoopRetry: 3, hop.NoLoop: 4}
)

func comparePaths(a, b []hop.Frame) int {
	return slices.CompareFunc(a, b, func(a, b hop.Frame) int {
		return cmp.Or(strings.Compare(a.Pos, b.Pos), strings.Compare(a.Func, b.Func))
	})
}

func compareFrom(a, b hop.From) int {
	return cmp.Or(strings.Compare(a.Service, b.Service), strings.Compare(a.Endpoint, b.Endpoint))
}

func compareCalls(a, b hop.Call) int {
	return cmp.Or(
		compareFrom(a.From, b.From),
		strings.Compare(a.To.Service, b.To.Service),
		strings.Compare(a.To.Endpoint, b.To.Endpoint),
		strings.Compare(a.Pos, b.Pos),
		strings.Compare(a.To.Protocol, b.To.Protocol),
		strings.Compare(a.To.Address, b.To.Address),
		strings.Compare(string(a.Kind), string(b.Kind)),
		strings.Compare(string(a.Context), string(b.Context)),
	)
}

func compareUnresolved(a, b hop.Unresolved) int {
	return cmp.Or(
		compareFrom(a.From, b.From),
		strings.Compare(a.Pos, b.Pos),
		strings.Compare(a.Expression, b.Expression),
		strings.Compare(a.Reason, b.Reason),
		strings.Compare(a.Hint, b.Hint),
	)
}

func compareEndpoints(a, b hop.Endpoint) int {
	return cmp.Or(
		strings.Compare(a.Service, b.Service),
		strings.Compare(a.Protocol, b.Protocol),
		strings.Compare(a.Name, b.Name),
		strings.Compare(a.Pos, b.Pos),
		strings.Compare(a.Func, b.Func),
	)
}
