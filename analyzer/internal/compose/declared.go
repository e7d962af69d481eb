package compose

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// reachedPair is what a declared call has in common with one found in code.
type reachedPair struct {
	from         hop.From
	service, end string // end is the endpoint; "" for any
}

// withDeclaredCalls adds the calls that the manifest declares and that were not found in code.
func (c *composer) withDeclaredCalls(m *manifest.Manifest, calls []hop.Call) []hop.Call {
	if !slices.ContainsFunc(m.Services, func(s manifest.Service) bool { return len(s.Calls) > 0 }) {
		return calls
	}
	found := map[reachedPair]bool{}
	for _, call := range calls {
		found[reachedPair{call.From, call.To.Service, call.To.Endpoint}] = true
		found[reachedPair{call.From, call.To.Service, ""}] = true
	}
	declared := newMerger(0)
	for _, s := range m.Services {
		for _, d := range s.Calls {
			call := c.declared(s.Name, d, m.At(&s, d.Pos))
			if !found[reachedPair{call.From, call.To.Service, call.To.Endpoint}] {
				declared.add(&call, "")
			}
		}
	}
	calls = append(calls, declared.calls...)
	slices.SortFunc(calls, compareCalls)
	return calls
}

// declared is a call as the manifest declares it. One without an endpoint that makes
// it belongs to a background activity.
func (c *composer) declared(from string, d manifest.Call, pos string) hop.Call {
	call := hop.Call{
		From:     hop.From{Service: from, Endpoint: c.servedName(from, d.From)},
		To:       hop.To{Service: d.To.Name, Protocol: d.Endpoint.Protocol, Endpoint: c.servedName(d.To.Name, d.Endpoint)},
		Kind:     hop.Sync,
		Context:  hop.Background,
		Awaited:  hop.Direct,
		Evidence: hop.ByDeclared,
		Pos:      pos,
		Path:     []hop.Frame{},
	}
	if call.From.Endpoint != "" {
		call.Context = hop.Request
	}
	call.Verb = verbOf(d.Endpoint.Protocol, d.Endpoint.Method, call.To.Endpoint)
	return call
}

// servedName returns the name by which a service serves an endpoint of the manifest:
// its parameters may have other names in the code.
func (c *composer) servedName(service string, e manifest.Endpoint) string {
	if e.Protocol == "" {
		return ""
	}
	s := c.services[service]
	if e.Protocol != hop.HTTP || s == nil {
		return e.Name()
	}
	method := e.Method
	if method == anyMethod {
		method = ""
	}
	p := endpointPath(e.Path)
	if p.rest {
		p.segments = append(p.segments, hole)
	}
	if name := s.router.match(method, p); name != "" {
		return name
	}
	return e.Name()
}
