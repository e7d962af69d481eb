package rule

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

//go:embed doc/chain-depth.md
var chainDepthDoc string

// maxHops is how many hops a request may take. With one more it is a chain.
const maxHops = 1

// graveHops is how many hops above the limit make a chain an error.
const graveHops = 2

var chainDepth = Rule{Name: "chain-depth", Severity: hop.Warning, Max: maxHops, Doc: chainDepthDoc, joined: true, check: checkChainDepth}

// checkChainDepth judges the endpoints at which chains start, and those of services
// with a budget of their own wherever they stand in a chain, unless a finding shows
// them already.
func checkChainDepth(v *view) []*verdict {
	d := newDepths(v)
	for _, head := range d.heads() {
		d.judge(head)
	}
	for i, end := range d.graph.ends {
		if v.budget(end.Service).Hops != nil && !d.shown[i] && end.Endpoint != "" && (d.graph.behind == nil || !d.graph.behind[i]) {
			d.judge(i)
		}
	}
	return d.verdicts()
}

// depths is the state of the judgement of one system.
type depths struct {
	*view
	chains  *chains
	entered []bool // a chain from another component goes on here
	via     []step // the free step that leads a gateway's client here
	viaFrom []int  // the gateway's endpoint
	shown   []bool // a finding shows the end
	found   []*deepChain
	at      map[string]*deepChain
}

// A deepChain is a chain that is too long, and the endpoints of one service that
// start it by the same call.
type deepChain struct {
	ends  []int // of the first of them
	heads []int
	hops  int
	ways  int
	limit int
}

func newDepths(v *view) *depths {
	own := *v
	own.graph = v.through(v.graph)
	g := own.graph
	n := len(g.ends)
	d := &depths{view: &own, entered: make([]bool, n), via: make([]step, n), viaFrom: make([]int, n), shown: make([]bool, n), at: map[string]*deepChain{}}
	for from, steps := range g.out {
		for _, s := range steps {
			switch {
			case s.free && d.via[s.to].call == nil:
				d.via[s.to], d.viaFrom[s.to] = s, from
			case !s.free && g.component[from] != g.component[s.to]:
				d.entered[s.to] = true
			}
		}
	}
	d.chains = newChains(g, d.entered)
	return d
}

// heads returns the endpoints of business services at which chains start: those that
// no hop leads to. Endpoints that only wait for each other have one head together
// where a chain leaves them.
func (d *depths) heads() []int {
	var heads []int
	for _, members := range d.graph.members {
		if slices.ContainsFunc(members, func(v int) bool { return d.entered[v] }) {
			continue
		}
		if len(members) > 1 && !d.leaves(members) {
			continue
		}
		i := slices.IndexFunc(members, func(v int) bool { return business(d.roles[d.graph.ends[v].Service]) })
		if i >= 0 {
			heads = append(heads, members[i])
		}
	}
	slices.Sort(heads)
	return heads
}

func (d *depths) leaves(members []int) bool {
	for _, v := range members {
		for _, s := range d.graph.out[v] {
			if d.graph.component[s.to] != d.graph.component[v] {
				return true
			}
		}
	}
	return false
}

// judge notes the longest chain from an end if it is too long.
func (d *depths) judge(head int) {
	limit := d.hopLimit(d.graph.ends[head].Service)
	r := d.chains.from(head)
	if r.hops <= limit {
		return
	}
	ends := d.chains.chain(head)
	if len(d.elsewhere) > 0 && !slices.ContainsFunc(d.callsOf(ends), d.hopHere) {
		return // within ends that wait for each other it keeps to other repositories
	}
	for _, end := range ends {
		d.shown[end] = true
	}
	key := d.key(ends)
	c := d.at[key]
	if c == nil {
		c = &deepChain{ends: ends, hops: r.hops, ways: r.ways, limit: limit}
		d.at[key] = c
		d.found = append(d.found, c)
	}
	c.heads = append(c.heads, head)
	c.ways = max(c.ways, r.ways)
}

func (d *depths) hopLimit(service string) int {
	if own := d.budget(service).Hops; own != nil {
		return *own
	}
	return d.limit(maxHops)
}

// key is what chains have in common that differ in nothing but where they start: the
// service, the place of the first call, and all that follows.
func (d *depths) key(ends []int) string {
	first := d.graph.stepTo(ends[0], ends[1]).call
	return fmt.Sprint(first.From.Service, "\x00", first.Pos, "\x00", ends[1:])
}

func (d *depths) verdicts() []*verdict {
	out := make([]*verdict, len(d.found))
	for i, c := range d.found {
		out[i] = d.finding(c)
	}
	return out
}

func (d *depths) finding(c *deepChain) *verdict {
	head := d.graph.ends[c.heads[0]]
	calls := d.callsOf(c.ends)
	first, last := d.stand(calls), calls[len(calls)-1]
	f := hop.Finding{
		Service: head.Service,
		To:      hop.FindingTo{Service: last.To.Service, Endpoint: last.To.Endpoint},
		Message: d.message(c),
		Advice:  "cut the chain at a hop: " + d.advice(last),
		Pos:     first.Pos,
		Path:    first.Path,
		Chain:   d.withGateway(c.ends[0], chainOf(calls)),
	}
	if c.hops >= c.limit+graveHops {
		f.Severity = hop.Error
	}
	for _, v := range c.heads {
		end := d.graph.ends[v]
		f.Endpoints = append(f.Endpoints, end.Endpoint)
		// A fingerprint for each hop too many: a chain that has become shorter is not
		// new, one that has become longer is.
		for n := c.limit + 1; n <= c.hops; n++ {
			f.Fingerprints = append(f.Fingerprints, d.fingerprint(end.Service, end.Endpoint, count(n, "hop")))
		}
	}
	return &verdict{Finding: f, calls: calls}
}

func (d *depths) message(c *deepChain) string {
	way := d.services(c.ends)
	n := len(slices.Compact(slices.Sorted(slices.Values(way))))
	others := ""
	switch {
	case c.ways >= maxWays:
		others = fmt.Sprintf(" (as long as %d others or more)", maxWays-1)
	case c.ways > 1:
		others = fmt.Sprintf(" (as long as %s)", count(c.ways-1, "other"))
	}
	if len(way) > maxListed {
		way = slices.Concat(way[:maxListed-1], []string{"…"}, way[len(way)-1:])
	}
	return fmt.Sprintf("%s waits for a chain of %s, %s%s: if each of the %s answers 99.9 %% of its requests, the chain answers %s",
		withOthers(callerName(d.graph.ends[c.heads[0]]), len(c.heads)-1), count(c.hops, "hop"),
		strings.Join(way, " → "), others, count(n, "service"), availability(n))
}

// services returns the services that a chain leads through, in turn.
func (d *depths) services(ends []int) []string {
	names := make([]string, len(ends))
	for i, v := range ends {
		names[i] = d.graph.ends[v].Service
	}
	return slices.Compact(names)
}

// callsOf returns the calls along a path of the graph.
func (v *view) callsOf(ends []int) []*hop.Call {
	calls := make([]*hop.Call, len(ends)-1)
	for i := range calls {
		calls[i] = v.graph.stepTo(ends[i], ends[i+1]).call
	}
	return calls
}

// withGateway puts the endpoint of a gateway in front of the chain if there is one
// that clients come through. It does not count.
func (d *depths) withGateway(head int, chain []hop.ChainHop) []hop.ChainHop {
	s := d.via[head]
	if s.call == nil {
		return chain
	}
	from := d.graph.ends[d.viaFrom[head]]
	return slices.Insert(chain, 0, hop.ChainHop{Service: from.Service, Endpoint: from.Endpoint, Pos: s.call.Pos})
}

// chainOf returns calls that follow each other as the chain that reports show.
func chainOf(calls []*hop.Call) []hop.ChainHop {
	var chain []hop.ChainHop
	for _, c := range calls {
		chain = append(chain, hop.ChainHop{Service: c.From.Service, Endpoint: c.From.Endpoint, Pos: c.Pos})
	}
	last := calls[len(calls)-1].To
	return append(chain, hop.ChainHop{Service: last.Service, Endpoint: last.Endpoint})
}
