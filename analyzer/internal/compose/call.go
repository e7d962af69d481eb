package compose

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A reach is one target that a call of a program reaches, or fails to tell.
type reach struct {
	call   hop.Call        // without Pos and Path
	source *source         // where it comes from
	lost   *hop.Unresolved // set where the target is not known; without Pos
}

// A source is a call of a program, as a place in the code.
type source struct {
	frames []hop.PathFrame
	entry  string // where the endpoint that the path begins at is registered
	// targets names all that the call reaches, alike for calls that reach the same.
	targets string
	passed  string // waivers
}

// reached resolves the calls of all programs; an element is a service. The
// deployments are sorted by service.
func (c *composer) reached(deployments []Deployment) [][]reach {
	each := make([][]reach, len(deployments))
	parallel(len(deployments), func(i int) {
		if deployments[i].Program != nil {
			each[i] = c.reaches(deployments[i])
		}
	})
	var out [][]reach
	for i, d := range deployments {
		if i > 0 && deployments[i-1].Service == d.Service {
			last := len(out) - 1
			out[last] = append(out[last], each[i]...)
			continue
		}
		out = append(out, each[i])
	}
	return out
}

// parallel calls f with 0 to n-1 on several goroutines.
func parallel(n int, f func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				f(int(i))
			}
		})
	}
	wg.Wait()
}

// reaches resolves the calls of a program.
func (c *composer) reaches(d Deployment) []reach {
	out := make([]reach, 0, len(d.Program.Calls))
	registered := map[string]string{}
	for _, e := range d.Program.Endpoints {
		registered[e.Name] = e.Pos
	}
	for i := range d.Program.Calls {
		call := &d.Program.Calls[i]
		src := &source{frames: call.Path, entry: registered[call.Endpoint], passed: call.Passed}
		all := c.reachesOf(d.Service, call)
		for j := range all {
			all[j].source = src
		}
		src.targets = targetsOf(call, all)
		out = append(out, all...)
	}
	return out
}

func (c *composer) reachesOf(service string, call *hop.ProgramCall) []reach {
	switch {
	case call.Category != "":
		return c.infrastructure(service, call)
	case c.topics.isMessage(call):
		return c.messages(service, call)
	}
	var out []reach
	for _, d := range c.destinations(service, call) {
		for _, method := range methodsOf(call) {
			out = append(out, c.reach(service, call, d, method))
		}
	}
	return out
}

// methodsOf returns the HTTP methods of a call; one that is "" where there is none or
// it is not known.
func methodsOf(call *hop.ProgramCall) []string {
	if len(call.Methods) == 0 || call.Protocol != hop.HTTP {
		return []string{""}
	}
	return call.Methods
}

// reach is the call to one destination by one method.
func (c *composer) reach(service string, call *hop.ProgramCall, d destination, method string) reach {
	to := c.target(call, d, method)
	r := reach{call: newCall(service, call, to)}
	r.call.Evidence = d.evidence
	r.call.Verb = verbOf(call.Protocol, method, to.Endpoint)
	if to.Service == "" && call.Kind != hop.Async {
		r.lost = &hop.Unresolved{From: r.call.From, Expression: to.Address, Reason: d.reason, Hint: d.hint}
		if len(d.address) == 0 && call.Protocol != hop.HTTP {
			r.lost.Expression = to.Endpoint
		}
	}
	return r
}

func newCall(service string, call *hop.ProgramCall, to hop.To) hop.Call {
	return hop.Call{
		From:    hop.From{Service: service, Endpoint: call.Endpoint},
		To:      to,
		Kind:    call.Kind,
		Context: contextOf(call, to.Endpoint),
		Awaited: call.Awaited,
		Loop:    call.Loop,
	}
}

// target finds the endpoint that a call reaches at its destination. A path that the
// service does not serve is kept as it was called.
func (c *composer) target(call *hop.ProgramCall, d destination, method string) hop.To {
	to := hop.To{Service: d.service, Protocol: call.Protocol, Address: d.address.String()}
	if call.Protocol != hop.HTTP {
		to.Endpoint = c.rpc(to.Service, call)
		return to
	}
	paths := d.paths
	if call.Routing {
		method, paths = forwarded(call, paths, method)
	}
	to.Service, paths = c.behind(to.Service, paths)
	if s := c.services[to.Service]; s != nil {
		for _, p := range paths {
			if to.Endpoint = s.router.match(method, p); to.Endpoint != "" {
				return to
			}
		}
	}
	if method == "" {
		method = anyMethod
	}
	to.Endpoint = method + " " + paths[0].String()
	return to
}

// rpc returns the RPC method that a call reaches: what its service serves all others by,
// if it does not serve that one itself. A proxy hands its own request on.
func (c *composer) rpc(service string, call *hop.ProgramCall) string {
	name := strings.TrimPrefix(call.Procedure, "/")
	if call.Routing && name == "" && !strings.Contains(call.Endpoint, " ") {
		name = call.Endpoint // else it is that of an HTTP request
	}
	if s := c.services[service]; s != nil && !s.rpcs[name] && s.rpcs[anyRPC] {
		return anyRPC
	}
	return name
}

// forwarded returns the method and the paths of a call in which a reverse proxy
// hands its own request on: the request's path follows that of the address, as
// [net/http/httputil.ProxyRequest.SetURL] joins them. Where the address has a hole of
// its own, the proxy builds the path itself, and that stays as it is.
func forwarded(call *hop.ProgramCall, paths []path, method string) (string, []path) {
	own, text := splitEndpoint(call.Endpoint)
	if method == "" && own != anyMethod {
		method = own
	}
	request := endpointPath(text)
	if rest, ok := request.cutPrefix(endpointPath(call.Stripped)); ok && call.Stripped != "" {
		request = rest
	}
	if request.rest || request.slash && !request.exact {
		request = path{segments: append(request.segments, hole)}
	}
	out := make([]path, len(paths))
	for i, p := range paths {
		switch {
		case p.loose && !p.literal():
			out[i] = request // "{env:TARGET}": taken for a host without a path
		case slices.ContainsFunc(p.segments, func(s string) bool { return strings.Contains(s, hole) }):
			out[i] = p
		default:
			out[i] = p.join(request)
		}
	}
	return method, out
}

// behind returns the service that stands behind another one for the paths, by the
// manifest's routes. A service whose code was read routes by itself.
func (c *composer) behind(name string, paths []path) (string, []path) {
	s := c.services[name]
	if s == nil || s.analysed {
		return name, paths
	}
	for _, r := range s.routes {
		rest, ok := paths[0].cutPrefix(r.prefix)
		if !ok {
			continue
		}
		if r.strip {
			paths = []path{rest}
		}
		return r.service, paths
	}
	return name, paths
}

// infrastructure is a call to a database, a cloud or the like. It is drawn as a call
// to an infrastructure or external service where the manifest has one for it.
func (c *composer) infrastructure(service string, call *hop.ProgramCall) []reach {
	d := c.destinations(service, call)[0]
	if s := c.services[d.service]; s == nil || s.role != hop.RoleInfrastructure && s.role != hop.RoleExternal {
		d.service, d.evidence = "", hop.Unknown
	}
	to := hop.To{Service: d.service, Protocol: call.Protocol, Endpoint: strings.TrimPrefix(call.Procedure, "/"), Address: d.address.String()}
	r := reach{call: newCall(service, call, to)}
	r.call.Evidence = d.evidence
	r.call.Verb = verbOf(call.Protocol, "", to.Endpoint)
	return []reach{r}
}

// messages is a call to each service that receives messages of the call's topics.
// The topic is the endpoint, as it is that of calls made while a message is handled.
func (c *composer) messages(service string, call *hop.ProgramCall) []reach {
	var out []reach
	for _, t := range call.Addresses {
		to := hop.To{Protocol: call.Protocol, Endpoint: t.String(), Address: call.Protocol + ":" + t.String()}
		receivers := c.topics.receivers(call.Protocol, t)
		if call.Kind != hop.Async {
			receivers = c.answering(receivers, call.Protocol, t)
		}
		for _, receiver := range receivers {
			to.Service = receiver
			to.Endpoint = cmp.Or(c.topics.answeredAs(receiver, call.Protocol, t), t.String())
			out = append(out, c.message(service, call, to, topicEvidence(t)))
		}
		if to.Service == "" {
			out = append(out, c.message(service, call, to, hop.Unknown))
		}
	}
	if len(out) == 0 {
		out = append(out, c.message(service, call, hop.To{Protocol: call.Protocol, Address: call.Protocol + ":"}, hop.Unknown))
	}
	return out
}

// message is a call to one receiver. A message needs none, but a sender that waits
// for an answer does.
func (c *composer) message(service string, call *hop.ProgramCall, to hop.To, evidence hop.Evidence) reach {
	r := reach{call: newCall(service, call, to)}
	r.call.Evidence = evidence
	r.call.Verb = hop.Command
	if to.Service == "" && call.Kind != hop.Async {
		r.lost = &hop.Unresolved{From: r.call.From, Expression: to.Address, Reason: "no service is known to receive " + to.Address}
		r.lost.Hint = "services.<name>.address.topics: [" + quoteYAML(to.Address) + "]"
	}
	return r
}

// targetsOf names all targets of a call: service and endpoint, or the address where
// the service is not known. That of a reverse proxy is the service alone: its
// endpoint is not chosen in the code.
func targetsOf(call *hop.ProgramCall, all []reach) string {
	names := make([]string, len(all))
	for i, r := range all {
		to := r.call.To
		if call.Routing {
			to.Endpoint = ""
		}
		if to.Service != "" {
			to.Address = ""
		}
		names[i] = to.Service + hole + to.Endpoint + hole + to.Address
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), hole+hole)
}
