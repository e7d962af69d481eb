package manifest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// A badManifest is a manifest with its errors. Those that only hold beyond what a
// JSON Schema can say are marked.
type badManifest struct {
	name, data, want string
	beyondSchema     bool
}

// ordering returns a manifest with one service, of which the lines are part.
func ordering(lines ...string) string {
	return "version: 1\nservices:\n  ordering:\n    " + strings.Join(lines, "\n    ") + "\n"
}

var badManifests = []badManifest{
	{name: "empty", data: "", want: `hoplint.yaml:1:1: missing key "version" (write "version: 1")`},
	{name: "unsupported version", data: "version: 2\n",
		want: `hoplint.yaml:1:10: unsupported version 2 (this hoplint reads version 1; a newer one may read more)`},
	{name: "YAML syntax", data: "version: 1\nservices:\n  ordering: {role: service\n", beyondSchema: true,
		want: `hoplint.yaml:3:14: did not find expected ',' or '}'`},
	{name: "braces in a flow list", data: ordering("serves: [GET /orders/{id}]"), beyondSchema: true,
		want: `hoplint.yaml:4:26: a brace in a flow list or mapping begins a mapping: quote the text, or write a block list ("- GET /orders/{id}")`},
	{name: "unknown key", data: "version: 1\nservces: {}\n",
		want: `hoplint.yaml:2:1: unknown key "servces" (did you mean "services"?)`},
	{name: "unknown key of a service", data: ordering("adress: {}"),
		want: `hoplint.yaml:4:5: unknown key "adress" (did you mean "address"?)`},
	{name: "unknown kind of address", data: ordering("address: {dns: [ordering]}"),
		want: `hoplint.yaml:4:15: unknown key "dns" (want hosts, env, flags, config, discovery, grpc, clients, fields, topics)`},
	{name: "unknown role", data: ordering("role: servce"),
		want: `hoplint.yaml:4:11: unknown role "servce" (did you mean "service"?)`},
	{name: "role that is no word", data: ordering("role: [service]"),
		want: `hoplint.yaml:4:11: role: want a string, found a list`},
	{name: "duplicate service", data: ordering("role: service") + "  ordering:\n    role: worker\n", beyondSchema: true,
		want: `hoplint.yaml:5:3: duplicate service "ordering", first defined on line 3`},
	{name: "duplicate key", data: ordering("role: service", "role: worker"), beyondSchema: true,
		want: `hoplint.yaml:5:5: duplicate key "role", first defined on line 4`},
	{name: "service without a body", data: "version: 1\nservices:\n  ordering:\n",
		want: `hoplint.yaml:3:12: service "ordering": want a mapping, found nothing (write {} or leave the key out)`},
	{name: "services as a list", data: "version: 1\nservices: [ordering]\n",
		want: `hoplint.yaml:2:11: services: want a mapping, found a list`},
	{name: "service name with a space", data: "version: 1\nservices:\n  the ordering: {}\n",
		want: `hoplint.yaml:3:17: bad service name "the ordering" (want a name without spaces, quotes and #)`},

	{name: "root without ./", data: ordering("root: services/ordering"),
		want: `hoplint.yaml:4:11: root "services/ordering": directories begin with ./ (did you mean "./services/ordering"?)`},
	{name: "absolute root", data: ordering("root: /services/ordering"),
		want: `hoplint.yaml:4:11: root "/services/ordering": want a directory relative to the checked one`},
	{name: "root with a pattern", data: ordering("root: ./services/..."), beyondSchema: true,
		want: `hoplint.yaml:4:11: root "./services/...": ... can only be the end of a pattern, and only of exclude`},
	{name: "root with a bad function", data: ordering(`root: "./cmd#(*App)Run"`), beyondSchema: true,
		want: `hoplint.yaml:4:11: root "./cmd#(*App)Run": bad function "(*App)Run" (want Func, (*Type).Method or (Type).Method)`},
	{name: "root with no function", data: ordering(`root: "./cmd#"`),
		want: `hoplint.yaml:4:11: root "./cmd#": bad function "" (want Func, (*Type).Method or (Type).Method)`},
	{name: "port out of range", data: ordering("listen: [80, 80800]"),
		want: `hoplint.yaml:4:18: listen: want a number from 1 to 65535, found 80800`},
	{name: "port that is no number", data: ordering(`listen: [":80"]`),
		want: `hoplint.yaml:4:14: listen: want a whole number, found the string ":80"`},
	{name: "setting without a value", data: ordering("settings:", "  env:", "    PORT:"),
		want: `hoplint.yaml:6:14: PORT: want a string, found nothing`},

	{name: "host that is a URL", data: ordering(`address: {hosts: ["http://ordering:8080/api"]}`),
		want: `hoplint.yaml:4:23: host "http://ordering:8080/api": the scheme does not matter (write "ordering:8080")`},
	{name: "host with a path", data: ordering(`address: {hosts: [ordering/api]}`),
		want: `hoplint.yaml:4:23: host "ordering/api" has a path (write "ordering")`},
	{name: "host that is any", data: ordering(`address: {hosts: ["*"]}`), beyondSchema: true,
		want: `hoplint.yaml:4:23: host "*" names no host`},
	{name: "host with a variable", data: ordering(`address: {hosts: ["$HOST"]}`),
		want: `hoplint.yaml:4:23: bad host "$HOST" (want host, host:port or unix:/path)`},
	{name: "bad port", data: ordering(`address: {hosts: ["ordering:http"]}`), beyondSchema: true,
		want: `hoplint.yaml:4:23: host "ordering:http": bad port "http"`},
	{name: "loopback without a port", data: ordering("address: {hosts: [localhost, 127.0.0.2]}"), beyondSchema: true,
		want: `hoplint.yaml:4:23: host "localhost" is every service's own machine: add the port (localhost:8080)
hoplint.yaml:4:34: host "127.0.0.2" is every service's own machine: add the port (127.0.0.2:8080)`},
	{name: "socket without a path", data: ordering(`address: {hosts: ["unix:"]}`), beyondSchema: true,
		want: `hoplint.yaml:4:23: host "unix:" has no path`},
	{name: "entry without its key", data: ordering("address: {env: [{in: ordering}]}"),
		want: `hoplint.yaml:4:21: missing key "key"`},
	{name: "variable with its sign", data: ordering("address: {env: ['${ORDERING_URL}']}"), beyondSchema: true,
		want: `hoplint.yaml:4:21: environment variable "${ORDERING_URL}": write the name alone (ORDERING_URL)`},
	{name: "flag with dashes", data: ordering("address: {flags: [--ordering-addr]}"), beyondSchema: true,
		want: `hoplint.yaml:4:23: flag "--ordering-addr": write it without dashes (ordering-addr)`},
	{name: "config key with an empty segment", data: ordering("address: {config: [services..url]}"), beyondSchema: true,
		want: `hoplint.yaml:4:24: configuration key "services..url" has an empty segment`},
	{name: "discovery name with its scheme", data: ordering(`address: {discovery: ["consul:///ordering"]}`), beyondSchema: true,
		want: `hoplint.yaml:4:27: discovery name "consul:///ordering": write the name alone (ordering)`},
	{name: "gRPC name with its method", data: ordering("address: {grpc: [shop.Ordering/Create]}"), beyondSchema: true,
		want: `hoplint.yaml:4:22: bad gRPC service "shop.Ordering/Create" (want package.Service)`},
	{name: "bad client", data: ordering("address: {clients: [the client]}"), beyondSchema: true,
		want: `hoplint.yaml:4:25: bad client "the client" (want import/path, import/path.Type, import/path.Func or (*import/path.Type).Method)`},
	{name: "bad field", data: ordering("address: {fields: [github.com/acme/dto.Device]}"), beyondSchema: true,
		want: `hoplint.yaml:4:24: bad field "github.com/acme/dto.Device" (want import/path.Type.Field)`},
	{name: "topic without a broker", data: ordering("address: {topics: [orders]}"),
		want: `hoplint.yaml:4:24: bad topic "orders" (want broker:name, as kafka:orders or nats:orders.*)`},
	{name: "name twice in a list", data: ordering("address: {grpc: [shop.Ordering, shop.Ordering]}"), beyondSchema: true,
		want: `hoplint.yaml:4:37: duplicate gRPC service "shop.Ordering", first on line 4`},
	{name: "two services with one host", data: `version: 1
services:
  ordering:
    address: {hosts: ["localhost:8080", ordering]}
  payment:
    address: {hosts: ["127.0.0.1:8080", "ordering:80"]}
`, beyondSchema: true,
		want: `hoplint.yaml:6:23: host "localhost:8080" addresses "payment" and, on line 4, "ordering": tell the callers apart with {key: "localhost:8080", in: CALLER}`},
	{name: "two services with one key of each kind", data: `version: 1
services:
  ordering:
    address:
      env: [{key: URL, in: [webshop, edge]}]
      flags: [addr, zone]
      config: [Services.URL]
      discovery: [shop]
      grpc: [shop.Shop]
  payment:
    address:
      env: [{key: URL, in: edge}]
      flags: [{key: zone, in: edge}, addr]
      config: [services.url]
      discovery: [shop.service.consul]
      grpc: [shop.Shop]
  webshop: {}
  edge: {}
`, beyondSchema: true,
		want: `hoplint.yaml:12:13: environment variable "URL" addresses "payment" and, on line 5, "ordering": tell the callers apart with {key: "URL", in: CALLER}
hoplint.yaml:13:38: flag "addr" addresses "payment" and, on line 6, "ordering": tell the callers apart with {key: "addr", in: CALLER}
hoplint.yaml:14:16: configuration key "services.url" addresses "payment" and, on line 7, "ordering": tell the callers apart with {key: "services.url", in: CALLER}
hoplint.yaml:15:19: discovery name "shop" addresses "payment" and, on line 8, "ordering": tell the callers apart with {key: "shop", in: CALLER}`},
	{name: "address twice in one service", data: ordering("address: {env: [URL, URL]}"), beyondSchema: true,
		want: `hoplint.yaml:4:26: duplicate environment variable "URL", first on line 4`},
	{name: "caller that does not exist", data: ordering("address: {env: [{key: URL, in: odering}]}"), beyondSchema: true,
		want: `hoplint.yaml:4:36: unknown service "odering" (did you mean "ordering"?)`},

	{name: "route via nobody", data: ordering("routes: [{via: edge}]"), beyondSchema: true,
		want: `hoplint.yaml:4:20: unknown service "edge" (want ordering)`},
	{name: "route without via", data: ordering("routes: [{prefix: /o}]"),
		want: `hoplint.yaml:4:14: missing key "via"`},
	{name: "prefix without a slash", data: ordering("routes: [{via: ordering, prefix: o}]"),
		want: `hoplint.yaml:4:14: prefix "o": paths begin with / (did you mean "/o"?)`},
	{name: "endpoint without a method", data: ordering("serves:", "  - /orders"),
		want: `hoplint.yaml:5:9: endpoint "/orders" has no method (did you mean "ANY /orders"?)`},
	{name: "endpoint with an unknown method", data: ordering("serves:", "  - get /orders", "  - PSOT /orders"), beyondSchema: true,
		want: `hoplint.yaml:5:9: endpoint "get /orders": unknown method "get" (did you mean "GET"?)
hoplint.yaml:6:9: endpoint "PSOT /orders": unknown method "PSOT" (did you mean "POST"?)`},
	{name: "endpoint that is a word", data: ordering("serves:", "  - orders"),
		want: `hoplint.yaml:5:9: bad endpoint "orders" (want METHOD /path or package.Service/Method)`},
	{name: "RPC with a slash before it", data: ordering("serves:", "  - /shop.Ordering/Create"),
		want: `hoplint.yaml:5:9: endpoint "/shop.Ordering/Create": write "shop.Ordering/Create" for RPC, "ANY /shop.Ordering/Create" for HTTP`},
	{name: "parameters of frameworks", data: ordering("serves:", `  - GET /a/:id`, `  - "GET /b/{id:[0-9]+}"`), beyondSchema: true,
		want: `hoplint.yaml:5:9: endpoint "GET /a/:id": write the parameter :id as {id}
hoplint.yaml:6:9: endpoint "GET /b/{id:[0-9]+}": write the parameter {id:[0-9]+} as {id}`},
	{name: "rest in the middle", data: ordering("serves:", `  - GET /a/*/b`, `  - GET /a/{x...}/b`, `  - GET /a*`), beyondSchema: true,
		want: `hoplint.yaml:5:9: endpoint "GET /a/*/b": * can only be the end of a path
hoplint.yaml:6:9: endpoint "GET /a/{x...}/b": {x...} can only be the end of a path
hoplint.yaml:7:9: endpoint "GET /a*": * stands for all the rest of a path and must be a segment of its own; one segment is {x}`},
	{name: "braces that do not match", data: ordering("serves:", `  - GET /a/{id`, `  - GET /a/id}`), beyondSchema: true,
		want: `hoplint.yaml:5:9: endpoint "GET /a/{id": braces do not match
hoplint.yaml:6:9: endpoint "GET /a/id}": braces do not match`},
	{name: "query in a pattern", data: ordering("serves:", `  - GET /a?x=1`), beyondSchema: true,
		want: `hoplint.yaml:5:9: endpoint "GET /a?x=1": a pattern has no query and no fragment`},
	{name: "endpoint twice", data: ordering("serves:", `  - GET /a/*`, `  - GET  /a/{rest...}`), beyondSchema: true,
		want: `hoplint.yaml:6:9: duplicate endpoint "GET /a/{rest...}", first on line 5`},
	{name: "source of an unknown kind", data: ordering("serves_from: [api/openapi.toml]"),
		want: `hoplint.yaml:4:19: bad source "api/openapi.toml" (want an OpenAPI file, .yaml, .yml or .json, or a protobuf file, .proto)`},

	{name: "call to a service that does not exist", data: ordering("calls: [{to: odering}]"), beyondSchema: true,
		want: `hoplint.yaml:4:18: unknown service "odering" (did you mean "ordering"?)`},
	{name: "call to nobody", data: ordering("calls: [{endpoint: GET /a}]"),
		want: `hoplint.yaml:4:13: missing key "to"`},
	{name: "negative budget", data: ordering("budget: {hops: -1}"),
		want: `hoplint.yaml:4:20: hops: want a number of at least 0, found -1`},
	{name: "allow without a reason", data: ordering("allow: [{to: ordering}]"),
		want: `hoplint.yaml:4:13: missing key "reason"`},
	{name: "allow with an empty reason", data: ordering(`allow: [{to: ordering, reason: " "}]`),
		want: `hoplint.yaml:4:13: allow needs a reason: say why the hop is accepted`},
	{name: "bad dates", data: ordering("allow:", "  - {to: ordering, reason: r, until: 31.03.2027}", "  - {to: ordering, reason: r, until: 2027-02-30}"),
		want: `hoplint.yaml:5:42: bad date "31.03.2027" (want YYYY-MM-DD)
hoplint.yaml:6:42: bad date "2027-02-30" (want YYYY-MM-DD)`},
	{name: "allow of an endpoint in flow style", data: ordering("allow:", "  - {to: ordering, endpoint: GET /users/{id}, reason: r}"), beyondSchema: true,
		want: `hoplint.yaml:5:45: a brace in a flow list or mapping begins a mapping: quote the text, or write a block list ("- GET /orders/{id}")`},

	{name: "unknown severity", data: "version: 1\nrules: {sync-call: warn}\n",
		want: `hoplint.yaml:2:20: unknown severity "warn" (did you mean "warning"?)`},
	{name: "unknown severity in a mapping", data: "version: 1\nrules: {sync-call: {severity: fatal}}\n",
		want: `hoplint.yaml:2:31: unknown severity "fatal" (want off, info, warning, error)`},
	{name: "limit that is no number", data: "version: 1\nrules: {chain-depth: {max: two}}\n",
		want: `hoplint.yaml:2:28: max: want a whole number, found the string "two"`},
	{name: "duplicate rule", data: "version: 1\nrules:\n  a: off\n  a: off\n", beyondSchema: true,
		want: `hoplint.yaml:4:3: duplicate rule "a", first defined on line 3`},
	{name: "bad import paths", data: "version: 1\nfirst_party: [./x, github.com/acme/...]\n", beyondSchema: true,
		want: `hoplint.yaml:2:15: bad import path prefix "./x" (want host/owner/ or import/path)
hoplint.yaml:2:20: import path prefix "github.com/acme/...": all below a prefix is meant (write "github.com/acme/")`},
	{name: "bad exclude", data: "version: 1\nexclude: [tutorial/...]\n", beyondSchema: true,
		want: `hoplint.yaml:2:11: exclude "tutorial/...": directories begin with ./ (did you mean "./tutorial"?)`},
	{name: "second document", data: "version: 1\n---\nversion: 1\n", beyondSchema: true,
		want: `hoplint.yaml:2:1: a second document begins here; the file must be one`},
}

func TestReadErrors(t *testing.T) {
	for _, tt := range badManifests {
		t.Run(tt.name, func(t *testing.T) {
			m, err := manifest.Read("hoplint.yaml", []byte(tt.data))
			if err == nil {
				t.Fatalf("no error, want\n%s", tt.want)
			}
			if m != nil {
				t.Error("a manifest and an error")
			}
			if err.Error() != tt.want {
				t.Errorf("got\n%s\nwant\n%s", err, tt.want)
			}
		})
	}
}

func TestCheckRules(t *testing.T) {
	m, err := manifest.Read("hoplint.yaml", []byte("version: 1\nrules:\n  sync-cal: off\n  chain-depth: error\n"))
	if err != nil {
		t.Fatal(err)
	}
	expect(t, m.CheckRules([]string{"chain-depth", "sync-call"}), `hoplint.yaml:3:3: unknown rule "sync-cal" (did you mean "sync-call"?)`)
	expect(t, m.CheckRules([]string{"chain-depth", "sync-cal"}), "")
}

// TestCheckServices is about services that only fragments have.
func TestCheckServices(t *testing.T) {
	m, err := manifest.Read("hoplint.yaml", []byte(ordering("calls: [{to: payment}]")+"fragments: [a.json]\n"))
	if err != nil {
		t.Fatal(err)
	}
	expect(t, m.CheckServices([]string{"payment"}), "")
	expect(t, m.CheckServices([]string{"payments"}), `hoplint.yaml:4:18: unknown service "payment" (did you mean "payments"?)`)
}

func TestCheckRoots(t *testing.T) {
	dir := t.TempDir()
	for _, d := range []string{"services/ordering", "services/payment", "cmd/all", "empty"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(d)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "cmd", "all", "main.go"), []byte("package main\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ root, want string }{
		{"./services/ordering", ""},
		{"./empty", ""},
		{".", ""},
		{"./services/odering", `hoplint.yaml:4:11: root "./services/odering" does not exist (did you mean "./services/ordering"?)`},
		{"./servces/payment", `hoplint.yaml:4:11: root "./servces/payment" does not exist (did you mean "./services/payment"?)`},
		{"'./cmd/al#runOrdering'", `hoplint.yaml:4:11: root "./cmd/al#runOrdering" does not exist (did you mean "./cmd/all#runOrdering"?)`},
		{"./somewhere/else", `hoplint.yaml:4:11: root "./somewhere/else" does not exist`},
		{"./cmd/all/main.go", `hoplint.yaml:4:11: root "./cmd/all/main.go" is a file, want its directory (did you mean "./cmd/all"?)`},
		{"../nowhere-at-all", `hoplint.yaml:4:11: root "../nowhere-at-all" does not exist`},
	}
	for _, tt := range tests {
		t.Run(tt.root, func(t *testing.T) {
			m, err := manifest.Read("hoplint.yaml", []byte(ordering("root: "+tt.root, "serves: [GET /a]")))
			if err != nil {
				t.Fatal(err)
			}
			expect(t, m.CheckRoots(dir), tt.want)
		})
	}
}

func expect(t *testing.T, err error, want string) {
	t.Helper()
	got := ""
	if err != nil {
		got = err.Error()
	}
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
