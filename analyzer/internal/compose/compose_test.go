package compose

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// frames reads a path: "func@pos" each, " " between, "!" before generated ones.
func frames(s string) []hop.PathFrame {
	var out []hop.PathFrame
	for f := range strings.FieldsSeq(s) {
		f, generated := strings.CutPrefix(f, "!")
		name, pos, _ := strings.Cut(f, "@")
		out = append(out, hop.PathFrame{Func: name, Pos: pos, Generated: generated})
	}
	return out
}

func httpEndpoints(names ...string) []hop.ProgramEndpoint {
	var out []hop.ProgramEndpoint
	for i, n := range names {
		out = append(out, hop.ProgramEndpoint{Protocol: hop.HTTP, Name: n, Func: "main.h", Pos: fmt.Sprintf("main.go:%d:2", i+1)})
	}
	return out
}

// get is a GET in a request of the endpoint.
func get(endpoint, address, path string) hop.ProgramCall {
	return hop.ProgramCall{
		Endpoint: endpoint, Kind: hop.Sync, Context: hop.Request, Awaited: hop.Direct,
		Protocol: hop.HTTP, Methods: []string{"GET"}, Addresses: []hop.Template{template(address)}, Path: frames(path),
	}
}

func bare(services ...string) *manifest.Manifest {
	m := manifest.Default()
	m.File = manifest.FileName
	for i, s := range services {
		m.Services = append(m.Services, manifest.Service{Name: s, Role: hop.RoleService, Pos: strict.Pos{Line: i + 1, Col: 3}})
	}
	return m
}

func deployed(service string, p hop.Program) Deployment {
	return Deployment{Service: service, Role: hop.RoleService, Root: "./" + service, Program: &p}
}

// calls writes calls as "from → to (kind context evidence) pos".
func calls(s hop.System) []string {
	out := []string{}
	for _, c := range s.Calls {
		out = append(out, fmt.Sprintf("%s %s → %s %s (%s %s %s) %s", c.From.Service, c.From.Endpoint, c.To.Service, c.To.Endpoint, c.Kind, c.Context, c.Evidence, c.Pos))
	}
	return out
}

func expect(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n  %s\nwant\n  %s", what, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestSystem(t *testing.T) {
	m := bare("basket", "ordering", "payment")
	m.Services[0].Owner = "team-basket"
	m.Services[1].Address.Env = keys("ORDERS_URL")
	m.Services[2].Serves = []manifest.Endpoint{{Protocol: hop.HTTP, Method: "POST", Path: "/payments/{id}", Pos: strict.Pos{Line: 9, Col: 5}}}
	checkout := get("POST /checkout", "http://{env:ORDERS_URL}/orders/{}", "(*main.S).checkout@b.go:5:2 clients.Get@c.go:9:1")
	pay := get("POST /checkout", "http://payment/payments/{}?now", "(*main.S).checkout@b.go:6:2 clients.Get@c.go:9:1")
	pay.Methods, pay.Loop = []string{"GET", "POST"}, hop.LoopRange
	lost := get("POST /checkout", "http://{env:NOBODY}/x", "(*main.S).checkout@b.go:7:2")
	redis := get("POST /checkout", "redis:6379", "(*main.S).checkout@b.go:8:2")
	redis.Protocol, redis.Category, redis.Methods = "redis", "cache", nil
	r := System(m, []Deployment{
		deployed("ordering", hop.Program{Endpoints: httpEndpoints("GET /orders/{id}", "GET /health")}),
		deployed("basket", hop.Program{
			Endpoints: httpEndpoints("POST /checkout"),
			Calls:     []hop.ProgramCall{checkout, pay, lost, redis},
			Notes:     []hop.Note{{Func: "(*example.com/a.T).F", Pos: "a.go:1:1", Reason: "unknown receiver"}},
		}),
	})
	expect(t, "calls", calls(r.System), []string{
		"basket POST /checkout →   (sync request unresolved) b.go:8:2",
		"basket POST /checkout →  GET /x (sync request unresolved) b.go:7:2",
		"basket POST /checkout → ordering GET /orders/{id} (sync request env) b.go:5:2",
		"basket POST /checkout → payment GET /payments/{} (sync request name) b.go:6:2",
		"basket POST /checkout → payment POST /payments/{id} (sync request name) b.go:6:2",
	})
	equal(t, "services", r.System.Services, []hop.Service{
		{Name: "basket", Role: hop.RoleService, Root: "./basket", Owner: "team-basket", Endpoints: 1, Analysed: true},
		{Name: "ordering", Role: hop.RoleService, Root: "./ordering", Endpoints: 2, Analysed: true},
		{Name: "payment", Role: hop.RoleService, Endpoints: 1},
	})
	equal(t, "endpoints", r.System.Endpoints, []hop.Endpoint{
		{Service: "basket", Protocol: "http", Name: "POST /checkout", Func: "main.h", Pos: "main.go:1:2"},
		{Service: "ordering", Protocol: "http", Name: "GET /health", Func: "main.h", Pos: "main.go:2:2"},
		{Service: "ordering", Protocol: "http", Name: "GET /orders/{id}", Func: "main.h", Pos: "main.go:1:2"},
		{Service: "payment", Protocol: "http", Name: "POST /payments/{id}", Pos: "hoplint.yaml:9:5"},
	})
	equal(t, "unresolved", r.System.Unresolved, []hop.Unresolved{{
		From:       hop.From{Service: "basket", Endpoint: "POST /checkout"},
		Pos:        "b.go:7:2",
		Expression: "http://{env:NOBODY}/x",
		Reason:     "environment variable NOBODY is no address in the manifest",
		Hint:       "services.<name>.address.env: [NOBODY]",
	}})
	equal(t, "coverage", r.Coverage, hop.Coverage{
		Endpoints: 3, Calls: 5, Resolved: 4,
		Skipped: []hop.Skipped{{Package: "example.com/a", Reason: "a.go:1:1: unknown receiver"}},
	})
	order := r.System.Calls[2]
	equal(t, "path", order.Path, []hop.Frame{{Func: "(*main.S).checkout", Pos: "b.go:5:2"}, {Func: "clients.Get", Pos: "c.go:9:1"}})
	equal(t, "to", order.To, hop.To{Service: "ordering", Protocol: "http", Endpoint: "GET /orders/{id}", Address: "http://{env:ORDERS_URL}/orders/{}"})
	if order.Verb != hop.Query || r.System.Calls[4].Verb != hop.Command || r.System.Calls[4].Loop != hop.LoopRange {
		t.Errorf("verbs and loops: %+v", r.System.Calls)
	}
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n  %+v\nwant\n  %+v", what, got, want)
	}
}

func TestHealth(t *testing.T) {
	r := System(bare("s1"), []Deployment{
		deployed("s1", hop.Program{Endpoints: httpEndpoints("GET /healthz", "GET /orders")}),
		deployed("s2", hop.Program{Calls: []hop.ProgramCall{
			get("GET /health", "http://s1/healthz", "h@a.go:1"),
			get("GET /health", "http://s1/orders", "h@a.go:2"),
			get("GET /orders", "http://s1/healthz", "h@a.go:3"),
		}}),
	})
	expect(t, "calls", calls(r.System), []string{
		"s2 GET /health → s1 GET /healthz (sync health name) a.go:1",
		"s2 GET /health → s1 GET /orders (sync request name) a.go:2",
		"s2 GET /orders → s1 GET /healthz (sync request name) a.go:3",
	})
}

func TestMessages(t *testing.T) {
	publish := func(protocol, topic string, kind hop.Kind) hop.ProgramCall {
		c := hop.ProgramCall{Endpoint: "POST /x", Kind: kind, Context: hop.Request, Protocol: protocol, Path: frames("h@a.go:1 p@" + topic)}
		if topic != "" {
			c.Addresses = []hop.Template{template(topic)}
		}
		return c
	}
	consume := func(protocol string, topics ...string) hop.Program {
		var p hop.Program
		for _, topic := range topics {
			p.Consumers = append(p.Consumers, hop.ProgramConsumer{Protocol: protocol, Topic: template(topic)})
		}
		return p
	}
	m := bare("declared")
	m.Services[0].Address.Topics = []manifest.Topic{{Broker: "kafka", Name: "audit-*"}}
	r := System(m, []Deployment{
		deployed("a", consume("amqp", "orders", "{env:TOPIC}", "{}")),
		deployed("b", consume("amqp", "orders", "{config:t|stock}")),
		deployed("c", consume("nats", "orders.*", "bills.>")),
		deployed("z", hop.Program{Calls: []hop.ProgramCall{
			publish("amqp", "orders", hop.Async),
			publish("amqp", "stock", hop.Async),
			publish("amqp", "{env:TOPIC}", hop.Async),
			publish("amqp", "{}", hop.Async),
			publish("kafka", "orders", hop.Async),
			publish("kafka", "audit-eu", hop.Async),
			publish("nats", "orders.get", hop.Sync),
			publish("nats", "bills", hop.Sync),
			publish("nats", "", hop.Async),
		}}),
	})
	expect(t, "calls", calls(r.System), []string{
		"z POST /x →   (async request unresolved) ",
		"z POST /x →  bills (sync request unresolved) bills",
		"z POST /x →  orders (async request unresolved) orders",
		"z POST /x →  {} (async request unresolved) {}",
		"z POST /x → a orders (async request literal) orders",
		"z POST /x → a {env:TOPIC} (async request env) {env:TOPIC}",
		"z POST /x → b orders (async request literal) orders",
		"z POST /x → b stock (async request literal) stock",
		"z POST /x → c orders.get (sync request literal) orders.get",
		"z POST /x → declared audit-eu (async request literal) audit-eu",
	})
	equal(t, "unresolved", r.System.Unresolved, []hop.Unresolved{{
		From: hop.From{Service: "z", Endpoint: "POST /x"}, Pos: "bills", Expression: "nats:bills",
		Reason: "no service is known to receive nats:bills", Hint: `services.<name>.address.topics: ["nats:bills"]`,
	}})
	equal(t, "to", r.System.Calls[4].To, hop.To{Service: "a", Protocol: "amqp", Endpoint: "orders", Address: "amqp:orders"})
}

func TestInfrastructure(t *testing.T) {
	m := bare("ordering", "postgres")
	m.Services[1].Role = hop.RoleInfrastructure
	m.Services[1].Address.Env = keys("DB_URL")
	query := func(address, pos string) hop.ProgramCall {
		c := get("GET /a", address, "h@"+pos)
		c.Protocol, c.Category, c.Methods = "sql", "database", nil
		return c
	}
	r := System(m, []Deployment{deployed("basket", hop.Program{Calls: []hop.ProgramCall{
		query("{env:DB_URL}", "a.go:1"), query("ordering:5432", "a.go:2"), query("{}", "a.go:3"),
	}})})
	expect(t, "calls", calls(r.System), []string{
		"basket GET /a →   (sync request unresolved) a.go:2",
		"basket GET /a →   (sync request unresolved) a.go:3",
		"basket GET /a → postgres  (sync request env) a.go:1",
	})
	if len(r.System.Unresolved) != 0 {
		t.Errorf("unresolved: %+v", r.System.Unresolved)
	}
}

// TestForwarding checks what reverse proxies in code and gateways of the manifest reach.
func TestForwarding(t *testing.T) {
	m := bare("orders", "edge")
	m.Services[0].Routes = []manifest.Route{
		{Via: manifest.Name{Name: "edge"}, Prefix: "/o", Strip: true},
		{Via: manifest.Name{Name: "edge"}, Prefix: "/o/raw"},
	}
	tests := []struct {
		name, endpoint, address string
		routing                 bool
		want                    string
	}{
		{"same path", "GET /orders/{n}", "http://orders", true, "orders GET /orders/{id}"},
		{"unknown base", "GET /orders/{n}", "{env:ORDERS}", true, "orders GET /orders/{id}"},
		{"path of the address", "GET /{n}", "http://orders/orders", true, "orders GET /orders/{id}"},
		{"method of the request", "DELETE /orders/{n}", "http://orders", true, "orders DELETE /orders/{}"},
		{"any method", "ANY /only", "http://orders", true, "orders POST /only"},
		{"rest, several endpoints", "ANY /api/{rest...}", "http://orders", true, "orders ANY /api/{}"},
		{"prefix cut off -/api", "GET /api/orders/{n}", "http://orders", true, "orders GET /orders/{id}"},
		{"prefix of a subtree cut off -/api", "GET /api/", "http://orders/orders", true, "orders GET /orders/{id}"},
		{"prefix that is not there -/apis", "GET /orders/{n}", "http://orders", true, "orders GET /orders/{id}"},
		{"path built by the proxy", "GET /x/{rest...}", "http://orders/orders/{request}", true, "orders GET /orders/{id}"},
		{"gateway strips", "GET /x", "http://edge/o/orders/{}", false, "orders GET /orders/{id}"},
		{"gateway keeps", "GET /x", "http://edge/o/raw/orders", false, "orders GET /o/raw/orders"},
		{"gateway, other path", "GET /x", "http://edge/orders/{}", false, "edge GET /orders/{}"},
	}
	for _, tt := range tests {
		call := get(tt.endpoint, tt.address, "h@a.go:1")
		call.Routing = tt.routing
		_, call.Stripped, _ = strings.Cut(tt.name, " -")
		if tt.routing {
			call.Methods = nil
		}
		r := System(m, []Deployment{
			deployed("orders", hop.Program{Endpoints: httpEndpoints("GET /orders/{id}", "POST /only", "GET /api/a", "GET /api/b")}),
			deployed("caller", hop.Program{Calls: []hop.ProgramCall{call}}),
		})
		to := r.System.Calls[0].To
		if got := to.Service + " " + to.Endpoint; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestMerge(t *testing.T) {
	long := get("GET /a", "http://s1/x", "h@a.go:1 m@b.go:1 do@c.go:1")
	long.Awaited, long.Loop = hop.Joined, hop.LoopRetry
	short := get("GET /a", "http://s1/x?q={}", "h@a.go:2 do@c.go:1")
	short.Awaited = hop.Detached
	loop := get("GET /a", "http://s1/x", "h@a.go:3 m@b.go:1 do@c.go:1")
	loop.Loop, loop.Awaited = hop.LoopRange, hop.Detached
	worker := get("", "http://s1/x", "w@w.go:1 do@c.go:1")
	worker.Context, worker.Kind = hop.Background, hop.Poll
	r := System(bare("s1"), []Deployment{deployed("s2", hop.Program{Calls: []hop.ProgramCall{long, short, loop, worker}})})
	expect(t, "calls", calls(r.System), []string{
		"s2  → s1 GET /x (poll background name) c.go:1",
		"s2 GET /a → s1 GET /x (sync request name) c.go:1",
	})
	c := r.System.Calls[1]
	if c.Awaited != hop.Joined || c.Loop != hop.LoopRange || len(c.Path) != 2 {
		t.Errorf("merged call: %+v", c)
	}
}

func TestSelfCall(t *testing.T) {
	m := bare("s1")
	m.Services[0].Listen = []int{8080}
	r := System(m, []Deployment{deployed("s1", hop.Program{
		Endpoints: httpEndpoints("GET /x"),
		Calls:     []hop.ProgramCall{get("GET /a", "http://localhost:8080/x", "h@a.go:1")},
	})})
	expect(t, "calls", calls(r.System), []string{"s1 GET /a → s1 GET /x (sync request literal) a.go:1"})
}

func TestDeclaredCalls(t *testing.T) {
	endpoint := func(method, path string) manifest.Endpoint {
		return manifest.Endpoint{Protocol: hop.HTTP, Method: method, Path: path}
	}
	to := func(name string) manifest.Name { return manifest.Name{Name: name} }
	m := bare("basket", "ordering")
	m.Services[0].Calls = []manifest.Call{
		{From: endpoint("GET", "/a/{x}"), To: to("ordering"), Endpoint: endpoint("GET", "/orders/{number}"), Pos: strict.Pos{Line: 7, Col: 9}},
		{From: endpoint("GET", "/a/{x}"), To: to("ordering"), Pos: strict.Pos{Line: 8, Col: 9}},
		{From: endpoint("GET", "/b"), To: to("ordering"), Endpoint: endpoint("POST", "/orders"), Pos: strict.Pos{Line: 9, Col: 9}},
		{To: to("ordering"), Pos: strict.Pos{Line: 10, Col: 9}},
	}
	r := System(m, []Deployment{
		deployed("basket", hop.Program{Endpoints: httpEndpoints("GET /a/{id}"), Calls: []hop.ProgramCall{get("GET /a/{id}", "http://ordering/orders/{}", "h@a.go:1")}}),
		deployed("ordering", hop.Program{Endpoints: httpEndpoints("GET /orders/{id}")}),
	})
	expect(t, "calls", calls(r.System), []string{
		"basket  → ordering  (sync background declared) hoplint.yaml:10:9",
		"basket GET /a/{id} → ordering GET /orders/{id} (sync request name) a.go:1",
		"basket GET /b → ordering POST /orders (sync request declared) hoplint.yaml:9:9",
	})
	equal(t, "coverage", r.Coverage, hop.Coverage{Endpoints: 2, Calls: 1, Resolved: 1, Skipped: []hop.Skipped{}})
}

// TestDeterministic composes a system in several orders, which must not show.
func TestDeterministic(t *testing.T) {
	deployments := generated(20, 30)
	want, err := json.Marshal(System(manifest.Default(), deployments))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		r.Shuffle(len(deployments), func(i, j int) { deployments[i], deployments[j] = deployments[j], deployments[i] })
		for _, d := range deployments {
			c := d.Program.Calls
			r.Shuffle(len(c), func(i, j int) { c[i], c[j] = c[j], c[i] })
		}
		got, err := json.Marshal(System(manifest.Default(), deployments))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Fatal("the order of deployments and calls shows in the system")
		}
	}
}
