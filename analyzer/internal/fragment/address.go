package fragment

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// A keyName tells the keys of an address apart, whichever service they stand at.
type keyName struct{ field, key string }

func hostName(h manifest.Host) keyName { return keyName{"hosts", strings.ToLower(h.Text)} }

func (l keyList) name(k manifest.Key) keyName {
	if l.field == "config" {
		return keyName{l.field, strings.ToLower(k.Key)}
	}
	return keyName{l.field, k.Key}
}

// eachKey calls f with the hosts and keys of an address, and with the callers that they are for.
func eachKey(a *manifest.Address, f func(key keyName, in []manifest.Name)) {
	for _, h := range a.Hosts {
		f(hostName(h), h.In)
	}
	for _, l := range keysOf(a) {
		for _, k := range *l.keys {
			f(l.name(k), k.In)
		}
	}
}

// A holding is a service that has a key, and whether another one has it, too.
type holding struct {
	service   string
	contested bool
}

// holdings says who has which keys, whoever says so.
type holdings map[keyName]holding

func (h holdings) add(services []manifest.Service) {
	for i := range services {
		name := services[i].Name
		eachKey(&services[i].Address, func(key keyName, _ []manifest.Name) {
			before, ok := h[key]
			h[key] = holding{name, before.contested || ok && before.service != name}
		})
	}
}

// callers are the services of a repository, by whose code its manifest was written, and
// for which of them the manifest has entries of their own.
type callers struct {
	all   []string
	named map[keyName][]string
}

func newCallers(f *Fragment) *callers {
	c := &callers{named: make(map[keyName][]string)}
	for _, s := range f.Services {
		c.all = append(c.all, s.Name)
	}
	for i := range f.Manifest.Services {
		eachKey(&f.Manifest.Services[i].Address, func(key keyName, in []manifest.Name) {
			c.named[key] = append(c.named[key], manifest.Names(in)...)
		})
	}
	return c
}

// of returns for whom an entry holds: those that it names, else all that no other entry
// for the same key names.
func (c *callers) of(key keyName, in []manifest.Name) []manifest.Name {
	if len(in) > 0 {
		return in
	}
	var out []manifest.Name
	for _, name := range c.all {
		if !slices.Contains(c.named[key], name) {
			out = append(out, manifest.Name{Name: name})
		}
	}
	return out
}

// A keyList is a list of keys of one kind in an address.
type keyList struct {
	field string
	keys  *[]manifest.Key
}

func keysOf(a *manifest.Address) []keyList {
	return []keyList{{"env", &a.Env}, {"flags", &a.Flags}, {"config", &a.Config}, {"discovery", &a.Discovery}}
}

// address adds how a repository's services address a service. Where all callers will mean
// the same by a key, these need no entries of their own.
func (j *joiner) address(to, from *manifest.Service, c *callers, forAll bool) {
	a, b := &to.Address, &from.Address
	spare := func(key keyName, in []manifest.Name) bool {
		return forAll && len(in) == 0 && !j.holdings[key].contested
	}
	a.Hosts = slices.Clone(a.Hosts)
	for _, h := range b.Hosts {
		if spare(hostName(h), h.In) {
			continue
		}
		if h.In = c.of(hostName(h), h.In); len(h.In) > 0 {
			a.Hosts = append(a.Hosts, h)
		}
	}
	others := keysOf(b)
	for i, l := range keysOf(a) {
		*l.keys = slices.Clone(*l.keys)
		for _, k := range *others[i].keys {
			if spare(l.name(k), k.In) {
				continue
			}
			if k.In = c.of(l.name(k), k.In); len(k.In) > 0 {
				*l.keys = append(*l.keys, k)
			}
		}
	}
	name := func(n manifest.Name) string { return n.Name }
	a.GRPC = union(a.GRPC, b.GRPC, name)
	a.Clients = union(a.Clients, b.Clients, name)
	a.Fields = union(a.Fields, b.Fields, name)
	a.Topics = union(a.Topics, b.Topics, func(t manifest.Topic) string { return t.Text })
}

// union returns a with what b has beyond it.
func union[T any](a, b []T, key func(T) string) []T {
	out := slices.Clone(a)
	for _, e := range b {
		if !slices.ContainsFunc(a, func(have T) bool { return key(have) == key(e) }) {
			out = append(out, e)
		}
	}
	return out
}

// forAll adds the entries of a service's own repository that hold for all callers.
func (j *joiner) forAll(to, from *manifest.Service) {
	for _, h := range from.Address.Hosts {
		if len(h.In) == 0 && !j.taken(to.Name, hostName(h)) {
			to.Address.Hosts = append(to.Address.Hosts, h)
		}
	}
	others := keysOf(&from.Address)
	for i, l := range keysOf(&to.Address) {
		for _, k := range *others[i].keys {
			if len(k.In) == 0 && !j.taken(to.Name, l.name(k)) {
				*l.keys = append(*l.keys, k)
			}
		}
	}
}

// taken reports whether the manifest gives a key to another service for all callers.
func (j *joiner) taken(service string, key keyName) bool {
	holder, ok := j.own[key]
	return ok && holder != service
}

// heldByAll returns which service each key that holds for all callers stands for.
func heldByAll(m *manifest.Manifest) map[keyName]string {
	out := make(map[keyName]string)
	for i := range m.Services {
		eachKey(&m.Services[i].Address, func(key keyName, in []manifest.Name) {
			if len(in) == 0 {
				out[key] = m.Services[i].Name
			}
		})
	}
	return out
}
