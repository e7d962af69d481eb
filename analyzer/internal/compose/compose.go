// Package compose joins the programs of services into one system: it finds, for
// each call of a program, the service that it is addressed to and the endpoint of
// that service which it reaches.
//
// The host comes first, then the path. Which service a call goes to is told, in
// this order, by the keys that its address is read from (configuration, environment,
// flags, discovery, fields), by a literal host, by the gRPC service that it calls, by
// the client's package or type, and last by a name. The path of the call only
// selects among the endpoints of that service. What does not tell one service is
// unresolved and never guessed.
package compose

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// A Deployment is one service of a system with the program that it runs.
type Deployment struct {
	Service string
	Role    hop.Role
	Root    string // as reports show it
	// Guessed is true where no manifest says the role.
	Guessed bool
	// Program is nil where no source was read: the service is only declared.
	Program *hop.Program
	// Repository is the repository whose fragment holds the service; "" for the one under
	// analysis.
	Repository string
}

// A Result is a system and what is known of how complete it is.
type Result struct {
	System hop.System
	// Coverage is that of the repository under analysis. It has no Packages: compose does
	// not know of them.
	Coverage hop.Coverage
}

// System composes a system of deployments. Services of the manifest without a
// deployment are part of it, as if they were declared.
func System(m *manifest.Manifest, deployments []Deployment) Result {
	deployments = withDeclared(m, deployments)
	endpoints := endpointsOf(m, deployments)
	c := newComposer(m, deployments, endpoints)
	reached := c.reached(deployments)
	place(reached)
	cov := coverage(deployments, endpoints)
	calls := callsOf(reached, &cov, elsewhere(deployments))
	return Result{
		System: hop.System{
			Services:   servicesOf(m, deployments, endpoints),
			Endpoints:  endpoints,
			Calls:      c.withDeclaredCalls(m, calls),
			Unresolved: unresolvedOf(reached),
		},
		Coverage: cov,
	}
}

// withDeclared returns the deployments, sorted, with those services of the manifest
// that have none.
func withDeclared(m *manifest.Manifest, deployments []Deployment) []Deployment {
	out := slices.Clone(deployments)
	have := map[string]bool{}
	for _, d := range deployments {
		have[d.Service] = true
	}
	for _, s := range m.Services {
		if !have[s.Name] {
			role := cmp.Or(s.Role, hop.RoleService)
			out = append(out, Deployment{Service: s.Name, Role: role, Root: s.Root.Text, Guessed: s.Role == "", Repository: s.Repository})
		}
	}
	slices.SortStableFunc(out, func(a, b Deployment) int { return strings.Compare(a.Service, b.Service) })
	return out
}

// endpointsOf returns what the services serve, sorted: by their code, or by the
// manifest where no code was read.
func endpointsOf(m *manifest.Manifest, deployments []Deployment) []hop.Endpoint {
	declared := map[string]manifest.Service{}
	for _, s := range m.Services {
		declared[s.Name] = s
	}
	out := []hop.Endpoint{}
	for _, d := range deployments {
		if d.Program == nil {
			s := declared[d.Service]
			for _, e := range s.Serves {
				out = append(out, hop.Endpoint{Service: d.Service, Protocol: e.Protocol, Name: e.Name(), Pos: m.At(&s, e.Pos)})
			}
			continue
		}
		for _, e := range d.Program.Endpoints {
			out = append(out, hop.Endpoint{Service: d.Service, Protocol: e.Protocol, Name: e.Name, Func: e.Func, Pos: e.Pos})
		}
	}
	slices.SortFunc(out, compareEndpoints)
	return slices.Compact(out)
}

func servicesOf(m *manifest.Manifest, deployments []Deployment, endpoints []hop.Endpoint) []hop.Service {
	owner, serves := map[string]string{}, map[string]int{}
	for _, s := range m.Services {
		owner[s.Name] = s.Owner
	}
	for _, e := range endpoints {
		serves[e.Service]++
	}
	out := make([]hop.Service, 0, len(deployments))
	for _, d := range deployments {
		out = append(out, hop.Service{
			Name:       d.Service,
			Role:       d.Role,
			Root:       d.Root,
			Owner:      owner[d.Service],
			Endpoints:  serves[d.Service],
			Analysed:   d.Program != nil,
			Guessed:    d.Guessed,
			Repository: d.Repository,
		})
	}
	return out
}

// callsOf returns the calls of the system; those of which the target is not known are
// among them, with evidence unresolved. The coverage counts those of this repository.
// Each element of reached is a service, in order of their names, so that what is merged
// and sorted stays small.
func callsOf(reached [][]reach, cov *hop.Coverage, elsewhere map[string]bool) []hop.Call {
	n := 0
	for _, rs := range reached {
		n += len(rs)
	}
	calls := make([]hop.Call, 0, n)
	for _, rs := range reached {
		known, lost := newMerger(len(rs)), newMerger(0)
		for i := range rs {
			if rs[i].lost != nil {
				lost.add(&rs[i].call, rs[i].source.passed)
			} else {
				known.add(&rs[i].call, rs[i].source.passed)
			}
		}
		if len(rs) > 0 && !elsewhere[rs[0].call.From.Service] {
			cov.Calls += len(known.calls) + len(lost.calls)
			cov.Resolved += len(known.calls)
		}
		from := len(calls)
		calls = append(append(calls, known.calls...), lost.calls...)
		slices.SortFunc(calls[from:], compareCalls)
	}
	return calls
}

// elsewhere returns the services of other repositories.
func elsewhere(deployments []Deployment) map[string]bool {
	out := map[string]bool{}
	for _, d := range deployments {
		if d.Repository != "" {
			out[d.Service] = true
		}
	}
	return out
}

func unresolvedOf(reached [][]reach) []hop.Unresolved {
	out := []hop.Unresolved{}
	for _, rs := range reached {
		from := len(out)
		for i := range rs {
			if u := rs[i].lost; u != nil {
				u.Pos = rs[i].call.Pos
				out = append(out, *u)
			}
		}
		slices.SortFunc(out[from:], compareUnresolved)
	}
	return slices.Compact(out)
}

// coverage says what was looked at in this repository, but for the calls.
func coverage(deployments []Deployment, endpoints []hop.Endpoint) hop.Coverage {
	out := hop.Coverage{Skipped: []hop.Skipped{}}
	analysed := map[string]bool{}
	for _, d := range deployments {
		if d.Program == nil || d.Repository != "" {
			continue
		}
		analysed[d.Service] = true
		for _, n := range d.Program.Notes {
			if !n.Text {
				out.Skipped = append(out.Skipped, skippedBy(d.Service, n))
			}
		}
	}
	for _, e := range endpoints {
		if analysed[e.Service] {
			out.Endpoints++
		}
	}
	slices.SortFunc(out.Skipped, func(a, b hop.Skipped) int {
		return cmp.Or(strings.Compare(a.Package, b.Package), strings.Compare(a.Reason, b.Reason))
	})
	out.Skipped = slices.Compact(out.Skipped)
	return out
}

// skippedBy is a note of a program as an entry of the coverage. Programs that share a
// package have its notes once.
func skippedBy(service string, n hop.Note) hop.Skipped {
	pkg := service
	if n.Func != "" {
		names := clientNames(n.Func)
		pkg = names[len(names)-1]
	}
	reason := n.Reason
	if n.Pos != "" {
		reason = n.Pos + ": " + reason
	}
	return hop.Skipped{Package: pkg, Reason: reason, Incomplete: n.Incomplete}
}
