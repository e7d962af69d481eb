package fragment

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// A System is what a manifest and fragments describe together.
type System struct {
	Manifest    *manifest.Manifest   // with what the fragments say
	Deployments []compose.Deployment // the services of the fragments that were analysed
	Skipped     []hop.Skipped        // what is not known of other repositories
}

// Join joins a manifest with the fragments of other repositories. Of a service that both
// speak of, each field is what the manifest says, else what the service's own repository
// says, else what another one says. Allowances add up, and so do addresses:
//
//   - what the manifest says holds for all callers,
//   - what a fragment says holds for the services of its repository,
//   - what it says of its own services holds for all callers, too, unless the manifest
//     gives the same key to another service.
//
// Of the manifest's own services, those with a root, fragments only tell how others
// address them.
func Join(m *manifest.Manifest, fragments []*Fragment) *System {
	j := &joiner{own: heldByAll(m), manifest: *m, index: make(map[string]int), holdings: make(holdings)}
	j.holdings.add(m.Services)
	for _, f := range fragments {
		j.holdings.add(f.Manifest.Services)
	}
	j.manifest.Services = slices.Clone(m.Services)
	for i := range m.Services {
		j.index[m.Services[i].Name] = i
	}
	for _, owners := range []bool{true, false} {
		for _, f := range fragments {
			j.add(f, owners)
		}
	}
	out := &System{Manifest: &j.manifest}
	for _, f := range fragments {
		out.Skipped = append(out.Skipped, f.skipped()...)
		for i := range f.Services {
			if f.Services[i].Program != nil {
				out.Deployments = append(out.Deployments, j.deployment(f, &f.Services[i]))
			}
		}
	}
	out.Skipped = append(out.Skipped, j.missing(fragments)...)
	return out
}

type joiner struct {
	own      map[keyName]string // keys of the manifest that hold for all callers
	holdings holdings
	manifest manifest.Manifest
	index    map[string]int // of its services
}

// add adds what a fragment says of its own services or of others.
func (j *joiner) add(f *Fragment, owner bool) {
	callers := newCallers(f)
	for i := range f.Manifest.Services {
		s := &f.Manifest.Services[i]
		if f.owns(s.Name) != owner {
			continue
		}
		to := j.service(s.Name, f.Repository, owner)
		if to.Root.Text == "" {
			fill(to, s)
		}
		j.address(to, s, callers, owner)
		if owner {
			j.forAll(to, s)
		}
	}
	for i := range f.Services { // a repository without a manifest says nothing of them
		if owner {
			j.service(f.Services[i].Name, f.Repository, owner)
		}
	}
}

// service returns the entry of a service, and makes it if there is none.
func (j *joiner) service(name, repository string, owner bool) *manifest.Service {
	i, ok := j.index[name]
	if !ok {
		i = len(j.manifest.Services)
		j.index[name] = i
		j.manifest.Services = append(j.manifest.Services, manifest.Service{Name: name, Repository: repository})
	}
	s := &j.manifest.Services[i]
	if owner {
		s.Repository = repository
	}
	return s
}

// fill takes the fields that are not known yet. Where they stand in the other manifest is not known.
func fill(to, from *manifest.Service) {
	to.Role = cmp.Or(to.Role, from.Role)
	to.Owner = cmp.Or(to.Owner, from.Owner)
	to.Listen = first(to.Listen, from.Listen)
	to.Routes = first(to.Routes, from.Routes)
	to.Budget.Hops = cmp.Or(to.Budget.Hops, from.Budget.Hops)
	to.Budget.Services = cmp.Or(to.Budget.Services, from.Budget.Services)
	to.Allow = slices.Concat(to.Allow, from.Allow)
	if len(to.Serves) == 0 {
		to.Serves = slices.Clone(from.Serves)
		for i := range to.Serves {
			to.Serves[i].Pos = strict.Pos{}
		}
	}
	if len(to.Calls) == 0 {
		to.Calls = slices.Clone(from.Calls)
		for i := range to.Calls {
			to.Calls[i].Pos = strict.Pos{}
		}
	}
}

func first[T any](a, b []T) []T {
	if len(a) > 0 {
		return a
	}
	return b
}

// deployment is a service of a fragment with its program, whose positions tell the repository.
func (j *joiner) deployment(f *Fragment, s *Service) compose.Deployment {
	role := j.manifest.Services[j.index[s.Name]].Role
	return compose.Deployment{
		Service:    s.Name,
		Role:       cmp.Or(role, s.Role),
		Root:       s.Root,
		Guessed:    role == "" && s.Guessed,
		Program:    elsewhere(f.Repository, s.Program),
		Repository: f.Repository,
	}
}

// elsewhere returns the program with positions as those of another repository are shown.
func elsewhere(repository string, p *hop.Program) *hop.Program {
	out := *p
	out.Endpoints = slices.Clone(p.Endpoints)
	for i := range out.Endpoints {
		out.Endpoints[i].Pos = hop.Elsewhere(repository, out.Endpoints[i].Pos)
	}
	out.Consumers = slices.Clone(p.Consumers)
	for i := range out.Consumers {
		out.Consumers[i].Pos = hop.Elsewhere(repository, out.Consumers[i].Pos)
	}
	out.Calls = slices.Clone(p.Calls)
	for i := range out.Calls {
		path := slices.Clone(out.Calls[i].Path)
		for k := range path {
			path[k].Pos = hop.Elsewhere(repository, path[k].Pos)
		}
		out.Calls[i].Path = path
	}
	out.Waivers = slices.Clone(p.Waivers)
	for i := range out.Waivers {
		out.Waivers[i].Pos = hop.Elsewhere(repository, out.Waivers[i].Pos)
	}
	out.Notes = nil // they are told as what was skipped there
	return &out
}

// skipped says what is not known of the repository. It is not for the run to fail on:
// nobody can mend it here.
func (f *Fragment) skipped() []hop.Skipped {
	var out []hop.Skipped
	for _, s := range f.Services {
		if s.Program == nil {
			out = append(out, hop.Skipped{Package: s.Name, Reason: "not analysed in " + f.Repository})
		}
	}
	for _, s := range f.Skipped {
		out = append(out, hop.Skipped{Package: f.Repository, Reason: fmt.Sprintf("calls may be missing from %s: %s", s.Package, s.Reason)})
	}
	return out
}

// missing names the services that the manifests speak of as parts of the system and
// whose code nobody has: their repositories are not there.
func (j *joiner) missing(fragments []*Fragment) []hop.Skipped {
	held := make(map[string]bool)
	for _, f := range fragments {
		for _, s := range f.Services {
			held[s.Name] = true
		}
	}
	var out []hop.Skipped
	for i := range j.manifest.Services {
		s := &j.manifest.Services[i]
		switch s.Role {
		case "", hop.RoleService, hop.RoleGateway, hop.RoleWorker:
			if s.Root.Text == "" && !held[s.Name] {
				out = append(out, hop.Skipped{Package: s.Name, Reason: "not analysed: no fragment holds it"})
			}
		}
	}
	return out
}
