package manifest

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// Read reads a manifest that is in the file called name. An error lists what is wrong
// with it, one line each and in the order of the file, as "name:line:col: message".
//
// The services that calls, allow, routes and in name must be in the manifest, unless
// there are fragments, which may hold them: then [Manifest.CheckServices] is for when
// those are known.
func Read(name string, data []byte) (*Manifest, error) {
	m := &Manifest{File: name}
	if err := strict.Decode(name, data, m); err != nil {
		return nil, err
	}
	errs := strict.Errors{File: name}
	m.checkNames(&errs)
	m.checkAddresses(&errs)
	if len(m.Fragments) == 0 {
		m.checkServices(&errs, nil)
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return m, nil
}

// At returns a position in a service's entry as "file:line:col". Of what stands in the
// manifest of another repository, that file alone is known.
func (m *Manifest) At(s *Service, pos strict.Pos) string {
	if s.Repository != "" && pos.Line == 0 {
		return hop.Elsewhere(s.Repository, FileName)
	}
	return pos.In(m.File)
}

// Sorted returns the services by name. Services has them in the order of the file.
func (m *Manifest) Sorted() []*Service {
	sorted := make([]*Service, len(m.Services))
	for i := range m.Services {
		sorted[i] = &m.Services[i]
	}
	slices.SortFunc(sorted, func(a, b *Service) int { return cmp.Compare(a.Name, b.Name) })
	return sorted
}

// Names returns the names alone.
func Names(names []Name) []string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = n.Name
	}
	return list
}

// CheckRules checks that all rules are among those that are known.
func (m *Manifest) CheckRules(known []string) error {
	errs := strict.Errors{File: m.File}
	for _, r := range m.Rules {
		if !slices.Contains(known, r.Name) {
			errs.Add(r.Pos, "unknown rule %q%s", r.Name, strict.Hint(r.Name, known))
		}
	}
	return errs.Err()
}

// CheckServices checks that all services that the manifest speaks of are its own or
// among the others, which are those of the fragments.
func (m *Manifest) CheckServices(others []string) error {
	errs := strict.Errors{File: m.File}
	m.checkServices(&errs, others)
	return errs.Err()
}

func (m *Manifest) checkServices(errs *strict.Errors, others []string) {
	known := make([]string, 0, len(m.Services)+len(others))
	for i := range m.Services {
		known = append(known, m.Services[i].Name)
	}
	known = append(known, others...)
	set := make(map[string]bool, len(known))
	for _, name := range known {
		set[name] = true
	}
	for i := range m.Services {
		for _, ref := range m.Services[i].references() {
			if !set[ref.Name] {
				errs.Add(ref.Pos, "unknown service %q%s", ref.Name, strict.Hint(ref.Name, known))
			}
		}
	}
}

// references returns the names of other services in s.
func (s *Service) references() []Name {
	var refs []Name
	for _, r := range s.Routes {
		refs = append(refs, r.Via)
	}
	for _, c := range s.Calls {
		refs = append(refs, c.To)
	}
	for _, a := range s.Allow {
		refs = append(refs, a.To)
	}
	for _, h := range s.Address.Hosts {
		refs = append(refs, h.In...)
	}
	for _, kind := range s.Address.keys() {
		for _, k := range kind.keys {
			refs = append(refs, k.In...)
		}
	}
	return refs
}

// Check refuses formats that are not read.
func (f *Format) Check() error {
	if *f != Version {
		return fmt.Errorf("unsupported version %d (this hoplint reads version %d; a newer one may read more)", *f, Version)
	}
	return nil
}

// Check refuses names that cannot be told apart in reports.
func (s *Service) Check() error {
	if s.Name == "" || strings.ContainsAny(s.Name, " \t\r\n\"#") {
		return fmt.Errorf("bad service name %q (want a name without spaces, quotes and #)", s.Name)
	}
	return nil
}

// Check checks the prefix.
func (r *Route) Check() error {
	if r.Prefix != "" && r.Prefix[0] != '/' {
		return fmt.Errorf("prefix %q: paths begin with / (did you mean %q?)", r.Prefix, "/"+r.Prefix)
	}
	if r.Strip && r.Prefix == "" {
		return errors.New("strip without a prefix to cut off")
	}
	return nil
}

// Check refuses an empty reason.
func (a *Allow) Check() error {
	if strings.TrimSpace(a.Reason) == "" {
		return errors.New("allow needs a reason: say why the hop is accepted")
	}
	return nil
}

// Check checks the form of the date, and that there is such a day.
func (d *Date) Check() error {
	if _, err := time.Parse(time.DateOnly, string(*d)); err != nil {
		return fmt.Errorf("bad date %q (want YYYY-MM-DD)", string(*d))
	}
	return nil
}
