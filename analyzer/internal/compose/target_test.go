package compose

import (
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

func keys(names ...string) []manifest.Key {
	var out []manifest.Key
	for _, n := range names {
		key, in, ok := strings.Cut(n, " in ")
		k := manifest.Key{Key: key}
		if ok {
			k.In = []manifest.Name{{Name: in}}
		}
		out = append(out, k)
	}
	return out
}

func hosts(names ...string) []manifest.Host {
	var out []manifest.Host
	for _, n := range names {
		h := manifest.Host{Text: n}
		n, in, ok := strings.Cut(n, " in ")
		if ok {
			h.In = []manifest.Name{{Name: in}}
		}
		if p, ok := strings.CutPrefix(n, "unix:"); ok {
			h.Host, h.Unix = p, true
		} else {
			h.Host, h.Port, _ = strings.Cut(n, ":")
		}
		out = append(out, h)
	}
	return out
}

func named(names ...string) []manifest.Name {
	var out []manifest.Name
	for _, n := range names {
		out = append(out, manifest.Name{Name: n})
	}
	return out
}

// targetManifest has a service for each way of addressing one.
func targetManifest() *manifest.Manifest {
	m := manifest.Default()
	m.Services = []manifest.Service{
		{Name: "web", Role: hop.RoleGateway, Listen: []int{8080}},
		{Name: "shop", Role: hop.RoleGateway},
		{Name: "ordering", Role: hop.RoleService, Address: manifest.Address{
			Hosts:     hosts("orders.example.com", "backend:8081", "localhost:9001", "unix:/run/ordering-*.sock", "ordering-*.example.com"),
			Env:       keys("ORDERS_URL", "SERVICE_URL in web"),
			Flags:     keys("orders-addr"),
			Config:    keys("RA.VAService"),
			Discovery: keys("beer.ordering.service"),
			Fields:    named("example.com/dto.Device.BaseAddress"),
			Clients:   named("example.com/clients.OrderingClient"),
		}},
		{Name: "payment", Role: hop.RoleService, Address: manifest.Address{
			Hosts:     hosts("backend", "localhost:9002"),
			Env:       keys("PAY_URL", "SERVICE_URL in shop"),
			Config:    keys("VAService", "Config.Payment.Url"),
			Discovery: keys("pay"),
			GRPC:      named("pay.Payment", "both.Both"),
			Clients:   named("example.com/clients", "example.com/clients.NewOrdering"),
		}},
		{Name: "basket", Role: hop.RoleService},
		{Name: "catalog-service", Role: hop.RoleService},
		{Name: "postgres", Role: hop.RoleInfrastructure, Address: manifest.Address{Env: keys("DB_URL")}},
	}
	return m
}

func targetDeployments() []Deployment {
	rpc := func(names ...string) *hop.Program {
		p := &hop.Program{}
		for _, n := range names {
			p.Endpoints = append(p.Endpoints, hop.ProgramEndpoint{Protocol: hop.GRPC, Name: n})
		}
		return p
	}
	return []Deployment{
		{Service: "ordering", Role: hop.RoleService, Program: rpc("shop.Ordering/Create", "both.Both/Get", "two.Two/Get", "grpc.health.v1.Health/Check")},
		{Service: "basket", Role: hop.RoleService, Program: rpc("shop.Basket/Get", "two.Two/Get")},
		{Service: "postgres", Role: hop.RoleInfrastructure},
	}
}

func TestTarget(t *testing.T) {
	tests := []struct {
		name      string
		caller    string // "web" if empty
		protocol  string // http if empty
		address   string
		procedure string
		frames    string // functions, outermost first, " " between
		want      string // "service evidence", or the reason where it is not known
		hint      string
	}{
		{name: "env", address: "http://{env:ORDERS_URL}/x", want: "ordering env"},
		{name: "env without scheme", address: "{env:ORDERS_URL}/x", want: "ordering env"},
		{name: "env of one caller", address: "{env:SERVICE_URL}", want: "ordering env"},
		{name: "env of another caller", caller: "shop", address: "{env:SERVICE_URL}", want: "payment env"},
		{name: "env of no such caller", caller: "basket", address: "{env:SERVICE_URL}", want: "environment variable SERVICE_URL is no address in the manifest", hint: "services.<name>.address.env: [SERVICE_URL]"},
		{name: "flag", address: "http://{flag:orders-addr}/x", want: "ordering flag"},
		{name: "flag not listed", address: "{flag:other}/x", want: "flag other is no address in the manifest", hint: "services.<name>.address.flags: [other]"},
		{name: "field", address: "{field:example.com/dto.Device.BaseAddress}/x", want: "ordering config"},
		{name: "discovery", address: "{discovery:beer.ordering.service}", want: "ordering discovery"},
		{name: "discovery by scheme", address: "{discovery:consul:///beer.ordering.service}", want: "ordering discovery"},
		{name: "resolver", protocol: "grpc", address: "consul://consul:8500/pay?wait=14s", want: "payment discovery"},
		{name: "Consul's DNS", address: "http://pay.service.consul:80/x", want: "payment discovery"},
		{name: "config", address: "{config:Config.Ra.VaService.Address}/x", want: "ordering config"},
		{name: "config with elements", address: "{config:Config.Payment.[].Url}", want: "payment config"},
		{name: "config of whole segments", address: "{config:Config.MyVAService.Addr}", want: "configuration key Config.MyVAService.Addr is no address in the manifest", hint: "services.<name>.address.config: [Config.MyVAService.Addr]"},
		{name: "config, the shorter entry", address: "{config:X.VAService.Address}", want: "payment config"},
		{name: "key before its default", address: "{env:ORDERS_URL|http://backend:80}/x", want: "ordering env"},
		{name: "default of a key", address: "{env:OTHER|http://backend:80}/x", want: "payment literal"},
		{name: "host's key before port's", address: "http://{env:ORDERS_URL}:{env:PAY_URL}/x", want: "ordering env"},
		{name: "port's key", address: "http://localhost:{env:PAY_URL}/x", want: "payment env"},
		{name: "key in the path is none", address: "http://backend/{env:ORDERS_URL}", want: "payment literal"},

		{name: "host", address: "https://orders.example.com/x", want: "ordering literal"},
		{name: "host in capitals", address: "https://Orders.Example.com:444/x", want: "ordering literal"},
		{name: "host with any port", address: "http://backend:8082/x", want: "payment literal"},
		{name: "host with its port", address: "http://backend:8081/x", want: "ordering literal"},
		{name: "host with wildcard", address: "http://ordering-eu.example.com", want: "ordering literal"},
		{name: "partly known host, wildcard", address: "http://ordering-{env:REGION}.example.com", want: "ordering literal"},
		{name: "partly known host, no wildcard", address: "http://{}.example.com", want: "the address is not known: http://{}.example.com"},
		{name: "partly known host, not listed", address: "http://x.{env:NS}.svc", want: "the address is not known: http://x.{env:NS}.svc", hint: `services.<name>.address.hosts: ["x.*.svc"]`},
		{name: "loopback", address: "http://127.0.0.1:9002", want: "payment literal"},
		{name: "loopback of oneself", address: "http://localhost:8080/x", want: "web literal"},
		{name: "loopback of nobody", address: "http://localhost:8081/x", want: `host "localhost:8081" is no service of the manifest`, hint: `services.<name>.address.hosts: ["localhost:8081"]`},
		{name: "loopback default is not oneself", address: "{env:OTHER|http://localhost:8080}/x", want: "environment variable OTHER is no address in the manifest", hint: "services.<name>.address.env: [OTHER]"},
		{name: "unix socket", protocol: "grpc", address: "unix:///run/ordering-1.sock", want: "ordering literal"},
		{name: "other unix socket", protocol: "grpc", address: "unix:/run/x.sock", want: `host "/run/x.sock" is no service of the manifest`, hint: `services.<name>.address.hosts: ["unix:/run/x.sock"]`},
		{name: "unknown host", address: "https://api.stripe.com/v1", want: `host "api.stripe.com" is no service of the manifest`, hint: "services.<name>.address.hosts: [api.stripe.com]"},

		{name: "gRPC in the manifest", protocol: "grpc", procedure: "pay.Payment/Pay", want: "payment grpc"},
		{name: "gRPC in code", protocol: "grpc", procedure: "shop.Ordering/Create", want: "ordering grpc"},
		{name: "gRPC with slash", protocol: "grpc", procedure: "/shop.Ordering/Create", want: "ordering grpc"},
		{name: "gRPC, manifest before code", protocol: "grpc", procedure: "both.Both/Get", want: "payment grpc"},
		{name: "host before gRPC", protocol: "grpc", address: "backend:8081", procedure: "pay.Payment/Pay", want: "ordering literal"},
		{name: "gRPC at an unknown key", protocol: "grpc", address: "{env:OTHER}", procedure: "pay.Payment/Pay", want: "payment grpc"},
		{name: "gRPC of two", protocol: "grpc", procedure: "two.Two/Get", want: "two services serve two.Two: basket, ordering"},
		{name: "gRPC of two, name of one", protocol: "grpc", address: "basket:80", procedure: "two.Two/Get", want: "basket name"},
		{name: "gRPC of two, name of none", protocol: "grpc", address: "web:80", procedure: "two.Two/Get", want: "two services serve two.Two: basket, ordering", hint: "services.<name>.address.hosts: [web]"},
		{name: "gRPC of two, key", protocol: "grpc", address: "{env:ORDERS_URL}", procedure: "two.Two/Get", want: "ordering env"},
		{name: "gRPC of nobody", protocol: "grpc", procedure: "no.No/Get", want: "the address is not known", hint: "services.<name>.address.grpc: [no.No]"},
		{name: "gRPC health", protocol: "grpc", procedure: "grpc.health.v1.Health/Check", want: "the address is not known"},

		{name: "client type", frames: "main.h (*example.com/clients.OrderingClient).Get", want: "ordering client"},
		{name: "client type, generic", frames: "main.h (*example.com/clients.OrderingClient[example.com/x.T]).Get$1", want: "ordering client"},
		{name: "client package", frames: "main.h (*example.com/clients.Other).Get", want: "payment client"},
		{name: "client function", frames: "main.h example.com/clients.NewOrdering", want: "payment client"},
		{name: "innermost client", frames: "example.com/clients.F (*example.com/clients.OrderingClient).Get net/http.x", want: "ordering client"},
		{name: "gRPC before client", protocol: "grpc", procedure: "shop.Basket/Get", frames: "example.com/clients.F", want: "basket grpc"},

		{name: "name", address: "http://ordering:8080/x", want: "ordering name"},
		{name: "name in a cluster", address: "http://ordering.shop.svc.cluster.local", want: "ordering name"},
		{name: "name in a namespace", address: "http://ordering.shop", want: "ordering name"},
		{name: "name in an unknown namespace", address: "http://ordering.{env:NS}.svc:80/x", want: "ordering name"},
		{name: "name at a public host", address: "http://payment.stripe.com", want: `host "payment.stripe.com" is no service of the manifest`, hint: "services.<name>.address.hosts: [payment.stripe.com]"},
		{name: "name with underscore", address: "http://catalog_service", want: "catalog-service name"},
		{name: "name of a default", address: "{env:X|basket:80}", want: "basket name"},
		{name: "name of an env", address: "http://{env:BASKET_SERVICE_ADDR}", want: "basket name"},
		{name: "name of an env, service word", address: "{env:CATALOG_URL}", want: "catalog-service name"},
		{name: "name of a config", address: "{config:services.basket.url}", want: "basket name"},
		{name: "name of a config in capitals", address: "{config:GRPC.BasketHost}:{config:GRPC.BasketPort}", want: "basket name"},
		{name: "name of a discovery", address: "{discovery:basket}", want: "basket name"},
		{name: "part of a name is none", address: "{env:MY_BASKET_URL}", want: "environment variable MY_BASKET_URL is no address in the manifest", hint: "services.<name>.address.env: [MY_BASKET_URL]"},

		{name: "request data", address: "{request}/x", frames: "(*main.S).h", want: "from request data", hint: `services.<name>.address.clients: ["(*main.S).h"]`},
		{name: "key beside request data", address: "http://{env:ORDERS_URL}/{request}", want: "ordering env"},
		{name: "unknown", address: "{}/x", frames: "main.h$1", want: "the address is not known: {}/x", hint: "services.<name>.address.clients: [main.h]"},
		{name: "no host", address: "/x", want: "the address has no host"},
		{name: "nothing", want: "the address is not known"},
	}
	m := targetManifest()
	deployments := withDeclared(m, targetDeployments())
	c := newComposer(m, deployments, endpointsOf(m, deployments))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			call := hop.ProgramCall{Kind: hop.Sync, Protocol: hop.HTTP, Procedure: tt.procedure}
			if tt.protocol != "" {
				call.Protocol = tt.protocol
			}
			if tt.address != "" {
				call.Addresses = []hop.Template{template(tt.address)}
			}
			for f := range strings.FieldsSeq(tt.frames) {
				call.Path = append(call.Path, hop.PathFrame{Func: f, Pos: "a.go:1:1"})
			}
			caller := "web"
			if tt.caller != "" {
				caller = tt.caller
			}
			all := c.destinations(caller, &call)
			if len(all) != 1 {
				t.Fatalf("%d destinations, want 1", len(all))
			}
			d := all[0]
			got := d.service + " " + string(d.evidence)
			if d.service == "" {
				got = d.reason
				if d.evidence != hop.Unknown {
					t.Errorf("evidence %q, want unresolved", d.evidence)
				}
			}
			if got != tt.want || d.hint != tt.hint {
				t.Errorf("got %q, hint %q; want %q, hint %q", got, d.hint, tt.want, tt.hint)
			}
		})
	}
}

func TestAlternatives(t *testing.T) {
	tests := []struct {
		name      string
		addresses string // "; " between
		want      string // services, "?" for an unknown one
	}{
		{"two services", "http://{env:ORDERS_URL}; http://{env:PAY_URL}", "ordering payment"},
		{"literal for a developer's machine", "http://{env:ORDERS_URL}; http://localhost:7777", "ordering"},
		{"literal that is known", "http://{env:ORDERS_URL}; http://backend:80", "ordering payment"},
		{"unset beside known", "/x; http://backend:80/x", "payment"},
		{"unknown beside known", "http://backend:80/x; {}/x", "payment ?"},
		{"literals that are not known", "http://a.example.com; http://b.example.com", "? ?"},
		{"literal by name beside literal", "http://basket; http://a.example.com", "basket ?"},
	}
	m := targetManifest()
	deployments := withDeclared(m, nil)
	c := newComposer(m, deployments, endpointsOf(m, deployments))
	for _, tt := range tests {
		call := hop.ProgramCall{Kind: hop.Sync, Protocol: hop.HTTP}
		for a := range strings.SplitSeq(tt.addresses, "; ") {
			call.Addresses = append(call.Addresses, template(a))
		}
		var got []string
		for _, d := range c.destinations("web", &call) {
			if d.service == "" {
				d.service = "?"
			}
			got = append(got, d.service)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}

func TestVerb(t *testing.T) {
	tests := []struct {
		protocol, method, endpoint string
		want                       hop.Verb
	}{
		{"http", "GET", "ANY /x", hop.Query},
		{"http", "HEAD", "GET /x", hop.Query},
		{"http", "POST", "ANY /x", hop.Command},
		{"http", "", "GET /x", hop.Query},
		{"http", "", "ANY /x", hop.Command},
		{"grpc", "", "shop.Ordering/GetOrder", hop.Query},
		{"grpc", "", "shop.Ordering/Get", hop.Query},
		{"grpc", "", "shop.Ordering/Getaway", hop.Command},
		{"grpc", "", "shop.Ordering/IsOpen", hop.Query},
		{"grpc", "", "shop.Ordering/Issue", hop.Command},
		{"grpc", "", "shop.Listing/Create", hop.Command},
		{"rpc", "", "Ordering.FindAll", hop.Query},
		{"rpc", "", "", hop.Command},
	}
	for _, tt := range tests {
		if got := verbOf(tt.protocol, tt.method, tt.endpoint); got != tt.want {
			t.Errorf("verbOf(%q, %q, %q) = %q, want %q", tt.protocol, tt.method, tt.endpoint, got, tt.want)
		}
	}
}

func TestIsHealth(t *testing.T) {
	for endpoint, want := range map[string]bool{
		"GET /health": true, "GET /_healthz": true, "ANY /api/status/": true, "GET /hc": true, "grpc.health.v1.Health/Check": true,
		"GET /health/details": false, "GET /orders": false, "GET /": false, "GET /orders/{id}/status": false, "": false, "shop.Ordering/health": false, "GET /healthy": false,
	} {
		if got := isHealth(endpoint); got != want {
			t.Errorf("isHealth(%q) = %v, want %v", endpoint, got, want)
		}
	}
}
