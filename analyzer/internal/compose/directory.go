package compose

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// A directory says which services an address, key, name or client stands for: the
// address entries of the manifest, and what the programs serve.
type directory struct {
	entries map[entry][]string  // → services, sorted
	globs   []hostGlob          // hosts with wildcards, and unix sockets
	clients bool                // whether there are entries for clients
	listens map[string][]string // service → ports
	names   names
}

// An entry is one line of an address in the manifest.
type entry struct {
	field entryField
	key   string // in the form in which it is compared
	in    string // the calling service that it holds for; "" for every one
}

// An entryField is the field of a manifest's address that an entry stands in.
type entryField string

const (
	fieldHosts     entryField = "hosts"
	fieldEnv       entryField = "env"
	fieldFlags     entryField = "flags"
	fieldConfig    entryField = "config"
	fieldDiscovery entryField = "discovery"
	fieldGRPC      entryField = "grpc"
	fieldClients   entryField = "clients"
	fieldFields    entryField = "fields"
)

// A keyKind is what the manifest and the report call the keys of a part of an address.
type keyKind struct {
	field    entryField
	evidence hop.Evidence
	noun     string
}

var keyKinds = map[hop.PartKind]keyKind{
	hop.PartEnv:       {fieldEnv, hop.ByEnv, "environment variable"},
	hop.PartFlag:      {fieldFlags, hop.ByFlag, "flag"},
	hop.PartConfig:    {fieldConfig, hop.ByConfig, "configuration key"},
	hop.PartDiscovery: {fieldDiscovery, hop.ByDiscovery, "discovery name"},
	// What is known by the place where it is stored counts as configuration.
	hop.PartField: {fieldFields, hop.ByConfig, "field"},
}

// A hostGlob is a host of which parts may vary, or the path of a unix socket.
type hostGlob struct {
	host    string // with holes
	port    string // "" for any
	unix    bool
	service string
	in      string // as in entry
}

// add notes that an entry of the manifest stands for the service.
func (d *directory) add(e entry, service string) {
	e.key = entryKey(e.field, e.key)
	d.clients = d.clients || e.field == fieldClients
	have := d.entries[e]
	if i, ok := slices.BinarySearch(have, service); !ok {
		d.entries[e] = slices.Insert(have, i, service)
	}
}

func (d *directory) addHost(h manifest.Host, service, in string) {
	if h.Unix || strings.Contains(h.Host, "*") {
		host := strings.ReplaceAll(h.Host, "*", hole)
		d.globs = append(d.globs, hostGlob{host, h.Port, h.Unix, service, in})
		return
	}
	d.add(entry{fieldHosts, joinPort(manifest.NormalHost(h.Host), h.Port), in}, service)
}

// entryKey is the form in which the keys of a field are compared.
func entryKey(field entryField, key string) string {
	switch field {
	case fieldConfig:
		key = strings.ToLower(strings.Join(configSegments(key), "."))
	case fieldFlags:
		key = strings.TrimLeft(key, "-")
	case fieldDiscovery:
		key = discoveryName(key)
	}
	return key
}

// find returns the services that an entry stands for: those of the entries for the
// caller, else those of the entries for everyone.
func (d *directory) find(field entryField, key, caller string) []string {
	if found := d.entries[entry{field, key, caller}]; len(found) > 0 {
		return found
	}
	return d.entries[entry{field, key, ""}]
}

// findKey returns the services that a key stands for.
func (d *directory) findKey(p hop.Key, caller string) []string {
	kind, ok := keyKinds[p.Kind]
	if !ok {
		return nil
	}
	if kind.field == fieldConfig {
		return d.findConfig(p.Text, caller)
	}
	return d.find(kind.field, entryKey(kind.field, p.Text), caller)
}

// findConfig returns the services of the longest entry that is a run of whole
// segments of the configuration key; of equally long ones the last.
func (d *directory) findConfig(key, caller string) []string {
	segments := configSegments(strings.ToLower(key))
	for n := len(segments); n > 0; n-- {
		for from := len(segments) - n; from >= 0; from-- {
			run := strings.Join(segments[from:from+n], ".")
			if found := d.find(fieldConfig, run, caller); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// configSegments cuts a configuration key at its dots, without the elements of
// lists and maps: "[]", "[0]" and "*".
func configSegments(key string) []string {
	var out []string
	for s := range strings.SplitSeq(key, ".") {
		s, _, _ = strings.Cut(s, "[")
		if s != "" && s != "*" {
			out = append(out, s)
		}
	}
	return out
}

// discoveryName is what names of service discovery are compared by: the last path
// element of "scheme:///name", the first label of a ".service.consul" name.
func discoveryName(name string) string {
	if _, after, ok := strings.Cut(name, "://"); ok {
		after, _, _ = strings.Cut(after, "?")
		after = strings.TrimRight(after, "/")
		name = after[strings.LastIndexByte(after, '/')+1:]
	}
	if label, ok := strings.CutSuffix(strings.TrimSuffix(name, "."), ".service.consul"); ok {
		name, _, _ = strings.Cut(label, ".")
	}
	return name
}

// findHost returns the services at a literal host. A host with its port is nearer
// than the host alone, and a host than one with wildcards; a loopback address needs
// the port.
func (d *directory) findHost(host, port, caller string) []string {
	if port != "" {
		if found := d.find(fieldHosts, joinPort(host, port), caller); len(found) > 0 {
			return found
		}
	}
	if host == "localhost" {
		return nil
	}
	if found := d.find(fieldHosts, host, caller); len(found) > 0 {
		return found
	}
	return d.findGlob(hostGlob{host: host, port: port, in: caller})
}

// findSocket returns the services at a unix socket.
func (d *directory) findSocket(name, caller string) []string {
	return d.findGlob(hostGlob{host: strings.TrimPrefix(name, "//"), unix: true, in: caller})
}

// findGlob returns the services of the globs that a host fits.
func (d *directory) findGlob(h hostGlob) []string {
	var out []string
	for _, g := range d.globs {
		fits := g.unix == h.unix && (g.in == "" || g.in == h.in) && (g.port == "" || g.port == h.port)
		if fits && overlap(g.host, h.host) && !slices.Contains(out, g.service) {
			out = append(out, g.service)
		}
	}
	slices.Sort(out)
	return out
}

// findClient returns the services whose client the innermost matching frame belongs
// to: a function is nearer than its type, and that than its package.
func (d *directory) findClient(frames []hop.PathFrame, caller string) []string {
	if !d.clients {
		return nil
	}
	for _, f := range slices.Backward(frames) {
		for _, name := range clientNames(f.Func) {
			if found := d.find(fieldClients, name, caller); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// clientNames returns the names by which a manifest may list a function, given as
// [go/types.Func.FullName] prints it: itself, its type, its package.
func clientNames(fn string) []string {
	fn = withoutClosure(withoutTypeArgs(fn))
	if recv, ok := strings.CutPrefix(fn, "("); ok {
		recv, method, _ := strings.Cut(recv, ")")
		typ := strings.TrimPrefix(recv, "*")
		return []string{fn, typ + method, typ, packageOf(typ)}
	}
	return []string{fn, packageOf(fn)}
}

// packageOf cuts the name off a qualified identifier.
func packageOf(name string) string {
	slash := strings.LastIndexByte(name, '/') + 1
	if dot := strings.LastIndexByte(name[slash:], '.'); dot >= 0 {
		return name[:slash+dot]
	}
	return name
}

func withoutClosure(fn string) string {
	fn, _, _ = strings.Cut(fn, "$")
	return fn
}

// withoutTypeArgs drops the type arguments of an instance: "(*p.Client[q.T]).Get".
func withoutTypeArgs(fn string) string {
	for {
		from := strings.IndexByte(fn, '[')
		to := strings.LastIndexByte(fn, ']')
		if from < 0 || to < from {
			return fn
		}
		fn = fn[:from] + fn[to+1:]
	}
}
