package report

import "github.com/hoplint/hoplint/analyzer/hop"

// A step is a station of the way that a finding is about: a frame of its path, or a hop
// of its chain.
type step struct {
	at    place
	text  string
	name  string // of the function or the endpoint
	depth int    // how many hops away from the beginning of the chain
	hop   bool
}

// steps lists the path of a finding and then its chain.
func (h *hosted) steps(f hop.Finding) []step {
	var all []step
	for _, frame := range f.Path {
		all = append(all, step{at: h.place(frame.Pos), text: shortFunc(frame.Func) + abroad(frame.Pos), name: frame.Func})
	}
	for i, c := range f.Chain {
		all = append(all, step{at: h.hopAt(f.Chain, i), text: h.stepText(f.Chain, i), name: endName(c.Service, c.Endpoint), depth: i, hop: true})
	}
	return all
}

// hopAt returns where a hop of a chain is shown: at the call that leaves its endpoint; the
// last one where it is registered, or else at the call that reaches it.
func (h *hosted) hopAt(chain []hop.ChainHop, i int) place {
	c := chain[i]
	if c.Pos != "" {
		return h.place(c.Pos)
	}
	if pos := h.registered[hop.FindingTo{Service: c.Service, Endpoint: c.Endpoint}]; pos != "" {
		return h.place(pos)
	}
	if i > 0 {
		return h.place(chain[i-1].Pos)
	}
	return place{}
}

func (h *hosted) stepText(chain []hop.ChainHop, i int) string {
	text := endName(chain[i].Service, chain[i].Endpoint)
	if i+1 < len(chain) {
		text += " waits for " + endName(chain[i+1].Service, chain[i+1].Endpoint)
	}
	if how := h.next(chain, i); how != "" {
		text += ", known by: " + how
	}
	return text + abroad(chain[i].Pos)
}

// abroad tells a position in another repository, which is none in a file of this one.
func abroad(pos string) string {
	if hop.RepositoryOf(pos) == "" {
		return ""
	}
	return " (" + pos + ")"
}
