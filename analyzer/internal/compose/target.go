package compose

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// A destination is one of the services that a call may go to.
type destination struct {
	service  string // "" where it is not known
	evidence hop.Evidence
	address  hop.Template
	// paths are the paths that may be called, the likeliest first.
	paths  []path
	reason string // why the service is not known
	hint   string // the manifest line that would tell
}

// A lookup finds the service that one address of a call stands for.
type lookup struct {
	*composer
	caller  string
	call    *hop.ProgramCall
	address hop.Template
	keyed   address // with keys as holes
	assumed address // with the defaults of keys in their place
	keys    []hop.Part
}

// A step is one way of telling the target of a call. What it finds may be several
// services; then later steps can tell which of them it is.
type step struct {
	noun string // what a message says stands for the services
	find func(*lookup) ([]string, hop.Evidence)
}

// addressSteps and callSteps are the ways of telling a target, the strongest first:
// by what the call is addressed to, then by what else is known of it.
var (
	addressSteps = []step{
		{"key", (*lookup).byKey},
		{"discovery name", (*lookup).byDiscovery},
		{"host", (*lookup).byHost},
	}
	callSteps = []step{
		{"gRPC service", (*lookup).byGRPC},
		{"client", (*lookup).byClient},
		{"name", (*lookup).byName},
	}
)

func (c *composer) lookup(caller string, call *hop.ProgramCall, t hop.Template) *lookup {
	l := &lookup{composer: c, caller: caller, call: call, address: t}
	l.keyed = parseAddress(call.Protocol, t)
	l.assumed, l.keys = l.keyed, l.keyed.keys()
	if slices.ContainsFunc(t, hasDefault) {
		l.assumed = parseAddress(call.Protocol, withDefaults(t))
	}
	return l
}

// destinations returns the services that the call may go to, one for each of its
// addresses that matters, or one that says why none is known.
func (c *composer) destinations(caller string, call *hop.ProgramCall) []destination {
	addresses := call.Addresses
	if len(addresses) == 0 {
		addresses = []hop.Template{nil}
	}
	lookups := make([]*lookup, len(addresses))
	verdicts := make([]verdict, len(addresses))
	for i, t := range addresses {
		lookups[i] = c.lookup(caller, call, t)
		verdicts[i] = lookups[i].decide(addressSteps, verdict{})
	}
	known := slices.ContainsFunc(verdicts, verdict.known)
	keyed := slices.ContainsFunc(verdicts, func(v verdict) bool { return v.known() && v.evidence != hop.ByLiteral })
	var out []destination
	for i, l := range lookups {
		if len(verdicts[i].services) == 0 && (keyed && isLiteral(l.address) || known && l.standsIn()) {
			// A literal beside a key that the manifest knows is what stands in for it in tests
			// and on a developer's machine; that machine's own address stands in for any other.
			continue
		}
		if !verdicts[i].known() {
			verdicts[i] = l.decide(callSteps, verdicts[i])
		}
		out = append(out, l.destination(verdicts[i]))
	}
	return dropUnset(out)
}

// dropUnset drops addresses without a host, such as those of a field that a
// constructor sets later, where another address is known.
func dropUnset(all []destination) []destination {
	if !slices.ContainsFunc(all, func(d destination) bool { return d.service != "" }) {
		return all
	}
	return slices.DeleteFunc(all, func(d destination) bool {
		return d.service == "" && (len(d.address) == 0 || d.reason == reasonNoHost)
	})
}

func isLiteral(t hop.Template) bool {
	_, ok := allText(t)
	return ok
}

// standsIn reports whether an address is that of the machine itself.
func (l *lookup) standsIn() bool {
	host, _, ok := l.keyed.hostText()
	return ok && host == "localhost"
}

// A verdict is what steps have found so far.
type verdict struct {
	services []string // one if the target is known; several if it is one of them
	evidence hop.Evidence
	noun     string // of the step that found several
}

func (v verdict) known() bool { return len(v.services) == 1 }

// decide takes the steps in order until one tells the service. Among several
// services that one step finds, a later one may tell.
func (l *lookup) decide(steps []step, v verdict) verdict {
	for _, s := range steps {
		found, evidence := s.find(l)
		if len(v.services) > 1 {
			found = intersection(v.services, found)
		}
		switch {
		case len(found) == 1:
			return verdict{services: found, evidence: evidence}
		case len(found) > 1 && len(v.services) == 0:
			v = verdict{services: found, noun: s.noun}
		}
	}
	return v
}

func intersection(a, b []string) []string {
	var out []string
	for _, s := range a {
		if slices.Contains(b, s) {
			out = append(out, s)
		}
	}
	return out
}

func (l *lookup) byKey() ([]string, hop.Evidence) {
	for _, p := range l.keys {
		for _, k := range keysOf(p) {
			if found := l.directory.findKey(k, l.caller); len(found) > 0 {
				return found, keyKinds[k.Kind].evidence
			}
		}
	}
	return nil, ""
}

// byDiscovery finds what a resolver's literal name, or a name of Consul's DNS, stands for.
func (l *lookup) byDiscovery() ([]string, hop.Evidence) {
	host, ok := allText(l.assumed.host)
	if !ok {
		return nil, ""
	}
	consul := strings.HasSuffix(strings.TrimSuffix(host, "."), ".service.consul")
	if urlSchemes[l.assumed.scheme] && !consul {
		return nil, ""
	}
	return l.directory.find(fieldDiscovery, discoveryName(host), l.caller), hop.ByDiscovery
}

// byHost finds what a literal host stands for. The default of a key is a literal host
// too, if the key itself says nothing.
func (l *lookup) byHost() ([]string, hop.Evidence) {
	if l.assumed.scheme == "unix" {
		name, _ := allText(l.assumed.host)
		return l.directory.findSocket(name, l.caller), hop.ByLiteral
	}
	host, port, ok := l.assumed.hostText()
	if !ok {
		return l.directory.findGlob(l.assumed.partlyKnown(l.caller)), hop.ByLiteral
	}
	if found := l.directory.findHost(host, port, l.caller); len(found) > 0 {
		return found, hop.ByLiteral
	}
	// A key's default says where a developer's machine has the target, not where it is.
	if host == "localhost" && len(l.keys) == 0 && slices.Contains(l.directory.listens[l.caller], port) {
		return []string{l.caller}, hop.ByLiteral
	}
	return nil, ""
}

// byGRPC finds who serves the procedure: by the manifest, else by the programs.
func (l *lookup) byGRPC() ([]string, hop.Evidence) {
	name := rpcService(l.call.Procedure)
	if name == "" || isShared(name) {
		return nil, ""
	}
	if found := l.directory.find(fieldGRPC, name, l.caller); len(found) > 0 {
		return found, hop.ByGRPC
	}
	return l.rpcs[name], hop.ByGRPC
}

func (l *lookup) byClient() ([]string, hop.Evidence) {
	return l.directory.findClient(l.call.Path, l.caller), hop.ByClient
}

func (l *lookup) byName() ([]string, hop.Evidence) {
	host, _, ok := l.assumed.hostText()
	if !ok {
		host = firstLabel(l.assumed.host)
	}
	if s := l.directory.names.ofHost(host); s != "" {
		return []string{s}, hop.ByName
	}
	for _, p := range l.keys {
		for _, k := range keysOf(p) {
			if s := l.nameOfKey(k); s != "" {
				return []string{s}, hop.ByName
			}
		}
	}
	return nil, ""
}

func (l *lookup) nameOfKey(p hop.Key) string {
	switch p.Kind {
	case hop.PartDiscovery:
		return l.directory.names.ofHost(discoveryName(p.Text))
	case hop.PartField:
		return l.directory.names.ofKey(p.Text[strings.LastIndexByte(p.Text, '.')+1:])
	}
	return l.directory.names.ofKey(p.Text)
}

// firstLabel returns the host's first label if that is literal though the rest is
// not: "orders.{env:NAMESPACE}.svc".
func firstLabel(host []hop.Part) string {
	if len(host) == 0 || host[0].Kind != hop.PartText {
		return ""
	}
	label, _, ok := strings.Cut(host[0].Text, ".")
	if !ok {
		return ""
	}
	return label
}

// rpcService cuts the method off a procedure: "shop.Ordering/Create", or
// "Ordering.Create" as net/rpc writes it.
func rpcService(procedure string) string {
	procedure = strings.TrimPrefix(procedure, "/")
	i := strings.LastIndexByte(procedure, '/')
	if i < 0 {
		i = strings.LastIndexByte(procedure, '.')
	}
	if i < 0 {
		return ""
	}
	return procedure[:i]
}

// isShared reports whether many services serve the RPC service beside their own, so
// that its name tells nothing.
func isShared(rpc string) bool {
	return rpc == "grpc.health.v1.Health" || strings.HasPrefix(rpc, "grpc.reflection.") || strings.HasPrefix(rpc, "grpc.channelz.")
}

// destination turns a verdict into a destination.
func (l *lookup) destination(v verdict) destination {
	d := destination{address: l.address, paths: l.paths()}
	if v.known() {
		d.service, d.evidence = v.services[0], v.evidence
		return d
	}
	d.evidence = hop.Unknown
	d.reason = l.reason(v)
	d.hint = l.hint()
	return d
}

func (l *lookup) paths() []path {
	paths := []path{l.assumed.path}
	if !l.keyed.path.equal(l.assumed.path) {
		paths = append(paths, l.keyed.path)
	}
	return paths
}

const reasonNoHost = "the address has no host"

// reason says why the target of the call is not known.
func (l *lookup) reason(v verdict) string {
	host, port, literal := l.assumed.hostText()
	switch {
	case len(v.services) > 1 && v.noun == "gRPC service":
		return fmt.Sprintf("%s services serve %s: %s", count(v.services), rpcService(l.call.Procedure), strings.Join(v.services, ", "))
	case len(v.services) > 1:
		return fmt.Sprintf("the %s stands for %s services: %s", v.noun, count(v.services), strings.Join(v.services, ", "))
	case slices.ContainsFunc(l.keyed.host, func(p hop.Part) bool { return p.Kind == hop.PartRequest }):
		return "from request data"
	case slices.ContainsFunc(l.keyed.host, func(p hop.Part) bool { return p.Kind == hop.PartAnswer }):
		return "from another service's answer"
	case len(l.keys) > 0 && !l.assumed.beginsLiteral():
		return fmt.Sprintf("%s %s is no address in the manifest", keyKinds[l.keys[0].Kind].noun, l.keys[0].Text)
	case len(l.address) == 0:
		return "the address is not known"
	case !literal:
		return "the address is not known: " + l.address.String()
	case len(l.assumed.host) == 0 && port == "":
		return reasonNoHost
	}
	return fmt.Sprintf("host %q is no service of the manifest", joinPort(host, port))
}

func count(services []string) string {
	if len(services) == 2 {
		return "two"
	}
	return fmt.Sprint(len(services))
}

func joinPort(host, port string) string {
	if port == "" {
		return host
	}
	return host + ":" + port
}

// hint returns the line of the manifest that would tell the target of the call.
func (l *lookup) hint() string {
	field, key := l.hintEntry()
	if key == "" {
		return ""
	}
	return fmt.Sprintf("services.<name>.address.%s: [%s]", field, quoteYAML(key))
}

func (l *lookup) hintEntry() (entryField, string) {
	if l.assumed.beginsLiteral() {
		return fieldHosts, strings.ReplaceAll(pathText(l.assumed.host), hole, "*")
	}
	if len(l.keys) > 0 {
		return keyKinds[l.keys[0].Kind].field, l.keys[0].Text
	}
	host, port, literal := l.assumed.hostText()
	if l.assumed.scheme == "unix" {
		return fieldHosts, "unix:" + host
	}
	if literal && (len(l.assumed.host) > 0 || port != "") {
		if host == "localhost" {
			return fieldHosts, joinPort(host, port)
		}
		return fieldHosts, host
	}
	if name := rpcService(l.call.Procedure); name != "" && !isShared(name) && len(l.rpcs[name]) == 0 {
		return fieldGRPC, name
	}
	for _, f := range slices.Backward(l.call.Path) {
		if !f.Generated {
			return fieldClients, withoutClosure(withoutTypeArgs(f.Func))
		}
	}
	return "", ""
}

// quoteYAML quotes what a flow list of YAML would not read as one plain text.
func quoteYAML(s string) string {
	if strings.ContainsAny(s, ":{}[],&*#?|<>=!%@`\"' ") || strings.HasPrefix(s, "-") {
		return fmt.Sprintf("%q", s)
	}
	return s
}
