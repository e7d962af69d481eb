package rule

import (
	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// Lengths tells how long the longest chain is that begins at each endpoint of the business
// services of a system. What the manifest allows counts too: a request waits for it.
type Lengths struct {
	view   *view
	chains *chains
}

// NewLengths measures a system.
func NewLengths(sys *hop.System) *Lengths {
	v := newView(sys, manifest.Default())
	everywhere := make([]bool, len(v.graph.ends))
	for i := range everywhere {
		everywhere[i] = true
	}
	return &Lengths{view: v, chains: newChains(v.graph, everywhere)}
}

// Ends returns the endpoints at which chains begin, sorted.
func (l *Lengths) Ends() []hop.From {
	var ends []hop.From
	for _, end := range l.view.graph.ends {
		if l.Hops(end) > 0 {
			ends = append(ends, end)
		}
	}
	return ends
}

// Hops returns the number of hops of the longest chain from an endpoint; 0 if none begins there.
func (l *Lengths) Hops(end hop.From) int {
	i := l.index(end)
	if i < 0 {
		return 0
	}
	return l.chains.best[i].hops
}

// Chain returns the longest chain from an endpoint; nil if none begins there.
func (l *Lengths) Chain(end hop.From) []hop.ChainHop {
	if l.Hops(end) == 0 {
		return nil
	}
	return chainOf(l.view.callsOf(l.chains.chain(l.index(end))))
}

// index returns the number of an endpoint in the graph, -1 for those at which chains do not begin.
func (l *Lengths) index(end hop.From) int {
	if end.Endpoint == "" || !business(l.view.roles[end.Service]) {
		return -1
	}
	return l.view.graph.index(end)
}
