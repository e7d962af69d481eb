package compose

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// A composer holds what targets are looked up in: each index is made once, so that a
// call costs the same however large the system is.
type composer struct {
	services  map[string]*service
	directory *directory
	topics    *topics
	rpcs      map[string][]string // RPC service → services whose code serves it, sorted
}

// A service is what calls need to know of one.
type service struct {
	role     hop.Role
	analysed bool
	router   *router
	routes   []route
	rpcs     map[string]bool // the RPC methods that it serves
}

// A route leads from a service without code of its own to the one behind it.
type route struct {
	prefix  path
	strip   bool
	service string
}

func newComposer(m *manifest.Manifest, deployments []Deployment, endpoints []hop.Endpoint) *composer {
	c := &composer{
		services:  map[string]*service{},
		directory: newDirectory(m, deployments),
		topics:    newTopics(m, deployments),
		rpcs:      rpcsOf(deployments, endpoints),
	}
	served := map[string][]string{}
	for _, d := range deployments {
		c.services[d.Service] = &service{role: d.Role, analysed: d.Program != nil, rpcs: map[string]bool{}}
	}
	for _, e := range endpoints {
		if e.Protocol == hop.HTTP {
			served[e.Service] = append(served[e.Service], e.Name)
		} else if s := c.services[e.Service]; s != nil {
			s.rpcs[e.Name] = true
		}
	}
	for name, s := range c.services {
		s.router = newRouter(served[name])
	}
	c.addRoutes(m)
	return c
}

// addRoutes notes what stands behind each gateway, the longest prefix first.
func (c *composer) addRoutes(m *manifest.Manifest) {
	for _, s := range m.Services {
		for _, r := range s.Routes {
			if via := c.services[r.Via.Name]; via != nil {
				via.routes = append(via.routes, route{endpointPath(r.Prefix), r.Strip, s.Name})
			}
		}
	}
	for _, s := range c.services {
		slices.SortStableFunc(s.routes, func(a, b route) int {
			return cmp.Compare(len(b.prefix.segments), len(a.prefix.segments))
		})
	}
}

func newDirectory(m *manifest.Manifest, deployments []Deployment) *directory {
	d := &directory{entries: map[entry][]string{}, listens: map[string][]string{}}
	for _, s := range m.Services {
		d.addService(s)
	}
	all := make([]string, len(deployments))
	for i, dep := range deployments {
		all[i] = dep.Service
	}
	d.names = newNames(slices.Compact(all))
	return d
}

// rpcsOf returns which services serve an RPC service.
func rpcsOf(deployments []Deployment, endpoints []hop.Endpoint) map[string][]string {
	infrastructure := map[string]bool{}
	for _, d := range deployments {
		if d.Program == nil {
			continue
		}
		for _, e := range d.Program.Endpoints {
			if e.Infrastructure {
				infrastructure[d.Service+" "+e.Name] = true
			}
		}
	}
	out := map[string][]string{}
	for _, e := range endpoints {
		name := rpcService(e.Name)
		if e.Protocol == hop.HTTP || name == "" || infrastructure[e.Service+" "+e.Name] {
			continue
		}
		// Endpoints are sorted by service.
		if have := out[name]; len(have) == 0 || have[len(have)-1] != e.Service {
			out[name] = append(have, e.Service)
		}
	}
	return out
}

// brokers are the protocols in which calls are messages even where nobody is known to receive them.
var brokers = []string{"amqp", "kafka", "mqtt", "nats"}

func newTopics(m *manifest.Manifest, deployments []Deployment) *topics {
	ts := &topics{exact: map[topic][]string{}, brokers: map[string]bool{}, served: map[string][]topic{}}
	for _, b := range brokers {
		ts.brokers[b] = true
	}
	for _, d := range deployments {
		if d.Program == nil {
			continue
		}
		for _, c := range d.Program.Consumers {
			ts.add(d.Service, c.Protocol, c.Topic)
		}
		for _, e := range d.Program.Endpoints {
			if ts.brokers[e.Protocol] {
				ts.served[d.Service] = append(ts.served[d.Service], topic{e.Protocol, e.Name})
			}
		}
	}
	for _, s := range m.Services {
		for _, t := range s.Address.Topics {
			ts.addDeclared(s.Name, t)
		}
	}
	return ts
}

// addDeclared notes a topic of the manifest, in which "*" is any text.
func (ts *topics) addDeclared(service string, t manifest.Topic) {
	ts.brokers[t.Broker] = true
	if strings.Contains(t.Name, "*") {
		ts.globs = append(ts.globs, topicPattern{topic{t.Broker, strings.ReplaceAll(t.Name, "*", hole)}, service})
		return
	}
	ts.add(service, t.Broker, hop.Template{text(t.Name)})
}

// addService adds the address entries of a service of the manifest.
func (d *directory) addService(s manifest.Service) {
	for _, h := range s.Address.Hosts {
		for _, in := range callers(h.In) {
			d.addHost(h, s.Name, in)
		}
	}
	keys := []struct {
		field entryField
		keys  []manifest.Key
	}{
		{fieldEnv, s.Address.Env},
		{fieldFlags, s.Address.Flags},
		{fieldConfig, s.Address.Config},
		{fieldDiscovery, s.Address.Discovery},
	}
	for _, f := range keys {
		for _, k := range f.keys {
			for _, in := range callers(k.In) {
				d.add(entry{f.field, k.Key, in}, s.Name)
			}
		}
	}
	for _, n := range s.Address.GRPC {
		d.add(entry{fieldGRPC, n.Name, ""}, s.Name)
	}
	for _, n := range s.Address.Clients {
		d.add(entry{fieldClients, n.Name, ""}, s.Name)
	}
	for _, n := range s.Address.Fields {
		d.add(entry{fieldFields, n.Name, ""}, s.Name)
	}
	for _, port := range s.Listen {
		d.listens[s.Name] = append(d.listens[s.Name], strconv.Itoa(port))
	}
}

// callers returns whom an entry holds for: "" alone is everyone.
func callers(in []manifest.Name) []string {
	if len(in) == 0 {
		return []string{""}
	}
	out := make([]string, len(in))
	for i, n := range in {
		out[i] = n.Name
	}
	return out
}
