package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// graph draws the chains that the comment is about, for Mermaid: those that changed, or
// those of the new findings. Hops that are gone are dotted.
func (c comment) graph(room int) string {
	g := &graph{ids: map[hop.FindingTo]string{}, drawn: map[[2]hop.FindingTo]bool{}, room: room}
	if c.Changes != nil {
		c.drawChanges(g)
	} else {
		c.drawFindings(g)
	}
	if len(g.drawn) == 0 {
		return ""
	}
	text := "```mermaid\ngraph LR\n" + g.text.String() + "```\n"
	if strings.Contains(text, gone) {
		text += "\nDotted hops are gone.\n"
	}
	if g.left > 0 {
		text += fmt.Sprintf("\n… and %s more\n", Count(g.left, "hop"))
	}
	return text + "\n"
}

// Arrows.
const (
	goes = "-->"
	gone = "-.->"
)

func (c comment) drawChanges(g *graph) {
	hops := hopsOf(c.System.Calls)
	for _, change := range c.Changes.Chains {
		for i := 1; i < len(change.Chain); i++ {
			from, to := end(change.Chain[i-1]), end(change.Chain[i])
			if change.Longer() || slices.Contains(hops[from], to) {
				g.edge(from, to, goes)
			} else {
				g.edge(from, to, gone)
			}
		}
	}
}

func (c comment) drawFindings(g *graph) {
	hops := hopsOf(c.System.Calls)
	for _, f := range c.new() {
		for i := 1; i < len(f.Chain); i++ {
			from := end(f.Chain[i-1])
			g.edge(from, reached(hops[from], end(f.Chain[i])), goes)
		}
		if len(f.Chain) > 0 || f.To.Service == "" {
			continue
		}
		for _, e := range f.Endpoints {
			g.edge(hop.FindingTo{Service: f.Service, Endpoint: e}, f.To, goes)
		}
	}
}

// reached returns where a hop to the next endpoint of a chain ends. The chain of services
// that wait for each other goes on from other endpoints than it reaches.
func reached(hops []hop.FindingTo, next hop.FindingTo) hop.FindingTo {
	if slices.Contains(hops, next) {
		return next
	}
	for _, to := range hops {
		if to.Service == next.Service {
			return to
		}
	}
	return next
}

// hopsOf lists the endpoints that each endpoint waits for.
func hopsOf(calls []hop.Call) map[hop.FindingTo][]hop.FindingTo {
	hops := map[hop.FindingTo][]hop.FindingTo{}
	for _, c := range calls {
		if c.Kind == hop.Sync && c.Context == hop.Request {
			from := hop.FindingTo{Service: c.From.Service, Endpoint: c.From.Endpoint}
			hops[from] = append(hops[from], hop.FindingTo{Service: c.To.Service, Endpoint: c.To.Endpoint})
		}
	}
	return hops
}

func end(c hop.ChainHop) hop.FindingTo {
	return hop.FindingTo{Service: c.Service, Endpoint: c.Endpoint}
}

// A graph is a Mermaid flowchart being drawn.
type graph struct {
	text  strings.Builder
	ids   map[hop.FindingTo]string
	drawn map[[2]hop.FindingTo]bool
	room  int // bytes
	left  int // edges that there was no room for
}

// edge draws an edge once, with the nodes that are not there yet.
func (g *graph) edge(from, to hop.FindingTo, arrow string) {
	key := [2]hop.FindingTo{from, to}
	if g.drawn[key] {
		return
	}
	if g.text.Len() > g.room-2*maxNode {
		g.left++
		return
	}
	g.drawn[key] = true
	a, b := g.node(from), g.node(to)
	fmt.Fprintf(&g.text, "    %s %s %s\n", a, arrow, b)
}

// node returns the id of an endpoint. Ids are numbers, so that no name can be a keyword.
func (g *graph) node(e hop.FindingTo) string {
	id, ok := g.ids[e]
	if !ok {
		id = fmt.Sprintf("n%d", len(g.ids))
		g.ids[e] = id
		label := mermaidLabel(e.Service)
		if e.Endpoint != "" {
			label += "<br/>" + mermaidLabel(e.Endpoint)
		}
		fmt.Fprintf(&g.text, "    %s[\"%s\"]\n", id, label)
	}
	return id
}

const (
	maxLabel = 60                              // characters
	maxNode  = 2*maxLabel*len("#12345;") + 100 // bytes that a node takes at most
)

// mermaidLabel writes a string so that it is text within quotes in Mermaid, whose entities
// are #number; without an ampersand. What is no letter, digit or harmless mark is one.
func mermaidLabel(s string) string {
	var b strings.Builder
	for _, c := range clip(Escape(s), maxLabel) {
		if c < unicode.MaxASCII && !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune(" /.-…", c) {
			fmt.Fprintf(&b, "#%d;", c)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}
