package fragment

import (
	"slices"

	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// A keyName tells the keys of an address apart, whichever service they stand at.
type keyName struct{ field, key string }

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
		a := &f.Manifest.Services[i].Address
		for _, h := range a.Hosts {
			c.name(keyName{"hosts", h.Text}, h.In)
		}
		for _, l := range keysOf(a) {
			for _, k := range *l.keys {
				c.name(keyName{l.field, k.Key}, k.In)
			}
		}
	}
	return c
}

func (c *callers) name(key keyName, in []manifest.Name) {
	c.named[key] = append(c.named[key], manifest.Names(in)...)
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

// address adds how a repository's services address a service.
func (j *joiner) address(to, from *manifest.Service, c *callers) {
	a, b := &to.Address, &from.Address
	a.Hosts = slices.Clone(a.Hosts)
	for _, h := range b.Hosts {
		if h.In = c.of(keyName{"hosts", h.Text}, h.In); len(h.In) > 0 {
			a.Hosts = append(a.Hosts, h)
		}
	}
	others := keysOf(b)
	for i, l := range keysOf(a) {
		*l.keys = slices.Clone(*l.keys)
		for _, k := range *others[i].keys {
			if k.In = c.of(keyName{l.field, k.Key}, k.In); len(k.In) > 0 {
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
		if len(h.In) == 0 && !j.taken(to.Name, keyName{"hosts", h.Text}) {
			to.Address.Hosts = append(to.Address.Hosts, h)
		}
	}
	others := keysOf(&from.Address)
	for i, l := range keysOf(&to.Address) {
		for _, k := range *others[i].keys {
			if len(k.In) == 0 && !j.taken(to.Name, keyName{l.field, k.Key}) {
				*l.keys = append(*l.keys, k)
			}
		}
	}
}

// taken reports whether the manifest gives a key to another service for all callers.
func (j *joiner) taken(service string, key keyName) bool {
	for i := range j.own.Services {
		s := &j.own.Services[i]
		if s.Name == service {
			continue
		}
		if key.field == "hosts" {
			if slices.ContainsFunc(s.Address.Hosts, func(h manifest.Host) bool { return len(h.In) == 0 && h.Text == key.key }) {
				return true
			}
			continue
		}
		for _, l := range keysOf(&s.Address) {
			if l.field == key.field && slices.ContainsFunc(*l.keys, func(k manifest.Key) bool { return len(k.In) == 0 && k.Key == key.key }) {
				return true
			}
		}
	}
	return false
}
