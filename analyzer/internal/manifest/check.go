package manifest

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// checkNames checks the lists of names, each by its kind, and that nothing stands in
// a list twice.
func (m *Manifest) checkNames(errs *strict.Errors) {
	checkList(errs, "import path prefix", m.FirstParty, checkImport)
	checkList(errs, "import path prefix", m.Libraries, checkImport)
	checkList(errs, "exclude", m.Exclude, checkExclude)
	checkList(errs, "fragment", m.Fragments, checkFile)
	for i := range m.Services {
		s := &m.Services[i]
		checkList(errs, "file", s.Settings.Files, checkFile)
		checkList(errs, "gRPC service", s.Address.GRPC, checkGRPC)
		checkList(errs, "client", s.Address.Clients, checkClient)
		checkList(errs, "field", s.Address.Fields, checkField)
		checkTwice(errs, "topic", s.Address.Topics, func(t Topic) (string, strict.Pos) { return t.Text, t.Pos })
		checkTwice(errs, "endpoint", s.Serves, func(e Endpoint) (string, strict.Pos) { return e.Name(), e.Pos })
		checkTwice(errs, "source", s.ServesFrom, func(f Source) (string, strict.Pos) { return f.Text, f.Pos })
	}
}

// checkList checks each name, and that none stands there twice.
func checkList(errs *strict.Errors, noun string, names []Name, check func(string) error) {
	for _, n := range names {
		if err := check(n.Name); err != nil {
			errs.Add(n.Pos, "%v", err)
		}
	}
	checkTwice(errs, noun, names, func(n Name) (string, strict.Pos) { return n.Name, n.Pos })
}

func checkTwice[T any](errs *strict.Errors, noun string, list []T, key func(T) (string, strict.Pos)) {
	first := make(map[string]strict.Pos, len(list))
	for _, e := range list {
		text, pos := key(e)
		if before, ok := first[text]; ok {
			errs.Add(pos, "duplicate %s %q, first on line %d", noun, text, before.Line)
			continue
		}
		first[text] = pos
	}
}

// keysOfKind are the keys of one kind in an address.
type keysOfKind struct {
	noun  string
	keys  []Key
	check func(string) error
	same  func(string) string // the form in which keys are compared
}

func (a *Address) keys() []keysOfKind {
	return []keysOfKind{
		{"environment variable", a.Env, checkEnv, strings.Clone},
		{"flag", a.Flags, checkFlag, strings.Clone},
		{"configuration key", a.Config, checkConfig, strings.ToLower},
		{"discovery name", a.Discovery, checkDiscovery, firstLabel},
	}
}

// An entry is what addresses a service, for some callers or for all.
type entry struct {
	service string
	in      []Name
	pos     strict.Pos
}

// An entryKey tells the entries that address the same thing.
type entryKey struct{ noun, text string }

// checkAddresses checks the keys by their kind, and that no caller finds two services
// under one host or key.
func (m *Manifest) checkAddresses(errs *strict.Errors) {
	seen := make(map[entryKey][]entry)
	for i := range m.Services {
		s := &m.Services[i]
		for _, h := range s.Address.Hosts {
			addEntry(errs, seen, entryKey{"host", h.normal()}, entry{s.Name, h.In, h.Pos})
		}
		for _, kind := range s.Address.keys() {
			for _, k := range kind.keys {
				if err := kind.check(k.Key); err != nil {
					errs.Add(k.Pos, "%v", err)
				}
				addEntry(errs, seen, entryKey{kind.noun, kind.same(k.Key)}, entry{s.Name, k.In, k.Pos})
			}
		}
	}
}

// normal returns the host as it is compared.
func (h Host) normal() string {
	switch {
	case h.Unix:
		return "unix:" + h.Host
	case h.Port != "":
		return h.Host + ":" + h.Port
	}
	return h.Host
}

func addEntry(errs *strict.Errors, seen map[entryKey][]entry, key entryKey, e entry) {
	for _, before := range seen[key] {
		switch {
		case !overlap(before.in, e.in):
			continue
		case before.service == e.service:
			errs.Add(e.pos, "duplicate %s %q, first on line %d", key.noun, key.text, before.pos.Line)
		default:
			errs.Add(e.pos, "%s %q addresses %q and, on line %d, %q: tell the callers apart with {key: %q, in: CALLER}",
				key.noun, key.text, e.service, before.pos.Line, before.service, key.text)
		}
		break
	}
	seen[key] = append(seen[key], e)
}

// overlap reports whether two entries hold for one caller. An entry for all callers
// holds for those that have none of their own.
func overlap(a, b []Name) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	return slices.ContainsFunc(a, func(n Name) bool {
		return slices.ContainsFunc(b, func(m Name) bool { return m.Name == n.Name })
	})
}
