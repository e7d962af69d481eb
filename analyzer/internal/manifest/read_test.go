package manifest_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// read reads a manifest of testdata.
func read(t *testing.T, name string) *manifest.Manifest {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	m, err := manifest.Read(manifest.FileName, data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestReadExample reads a manifest that has every key, and compares all of it but the
// positions.
func TestReadExample(t *testing.T) {
	got := read(t, "hoplint.yaml")
	hops, services, depth := 1, 3, 2
	want := &manifest.Manifest{
		Version:    1,
		FirstParty: names("github.com/acme/"),
		Libraries:  names("github.com/acme/webkit/"),
		Exclude:    names("./tutorial/..."),
		Services: []manifest.Service{{
			Name:  "ordering",
			Role:  hop.RoleService,
			Root:  manifest.Root{Text: "./services/ordering", Dir: "services/ordering"},
			Build: manifest.Build{Tags: []string{"prod"}},
			Settings: manifest.Settings{
				Args:  []string{"--registry"},
				Env:   map[string]string{"PAYMENT_URL": "http://payment:8080"},
				Files: names("deploy/ordering.yaml", ".env"),
			},
			Owner:  "team-orders",
			Listen: []int{8080},
			Address: manifest.Address{
				Hosts: []manifest.Host{
					{Text: "ordering", Host: "ordering"},
					{Text: "ordering:8080", Host: "ordering", Port: "8080"},
					{Text: "ordering.shop.svc.cluster.local", Host: "ordering.shop.svc.cluster.local"},
					{Text: "unix:/run/ordering-*.sock", Host: "/run/ordering-*.sock", Unix: true},
				},
				Env:       []manifest.Key{{Key: "ORDERING_URL"}, {Key: "SERVICE_URL", In: names("webshop")}},
				Flags:     []manifest.Key{{Key: "ordering-addr"}},
				Config:    []manifest.Key{{Key: "services.ordering.url"}, {Key: "Config.OrderingAddr"}},
				Discovery: []manifest.Key{{Key: "beer.ordering.service"}},
				GRPC:      names("shop.ordering.v1.Ordering"),
				Clients:   names("github.com/acme/clients.OrderingClient"),
				Fields:    names("github.com/acme/dto.Device.BaseAddress"),
				Topics: []manifest.Topic{
					{Text: "kafka:orders", Broker: "kafka", Name: "orders"},
					{Text: "nats:orders.*", Broker: "nats", Name: "orders.*"},
				},
			},
			Routes: []manifest.Route{{Via: manifest.Name{Name: "edge"}, Prefix: "/o", Strip: true}},
			Serves: []manifest.Endpoint{http("GET /orders/{id}")},
			Calls: []manifest.Call{{
				From: http("POST /orders"), To: manifest.Name{Name: "payment"}, Endpoint: http("POST /payments"),
			}},
			Budget: manifest.Budget{Hops: &hops, Services: &services},
			Allow: []manifest.Allow{{
				To: manifest.Name{Name: "identity"}, Endpoint: http("GET /users/{id}"),
				Reason: "tokens are introspected", Owner: "team-orders", Until: "2027-03-31",
			}},
		}},
		Rules: []manifest.Rule{
			{Name: "sync-call", Severity: hop.Warning},
			{Name: "chain-depth", Severity: hop.Error, Max: &depth},
		},
		Fragments: names("../fragments/*.json"),
		File:      manifest.FileName,
	}
	if n := len(got.Models); n != 0 {
		t.Errorf("%d models, want none", n)
	}
	got.Models = nil
	if pos := (strict.Pos{Line: 8, Col: 3}); got.Services[0].Pos != pos {
		t.Errorf("service at %v, want %v", got.Services[0].Pos, pos)
	}
	if at, want := got.At(&manifest.Service{}, got.Services[0].Address.Hosts[1].Pos), "hoplint.yaml:19:25"; at != want {
		t.Errorf("host at %s, want %s", at, want)
	}
	dropPositions(reflect.ValueOf(got))
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func names(list ...string) []manifest.Name {
	var out []manifest.Name
	for _, n := range list {
		out = append(out, manifest.Name{Name: n})
	}
	return out
}

func http(name string) manifest.Endpoint {
	method, path, _ := strings.Cut(name, " ")
	return manifest.Endpoint{Text: name, Protocol: hop.HTTP, Method: method, Path: path}
}

// dropPositions clears all positions below v.
func dropPositions(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			dropPositions(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			dropPositions(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[strict.Pos]() {
			v.SetZero()
			return
		}
		for i := range v.NumField() {
			dropPositions(v.Field(i))
		}
	}
}

func TestReadForms(t *testing.T) {
	m := read(t, "shop.yaml")
	var order, sorted []string
	for i, s := range m.Sorted() {
		order = append(order, m.Services[i].Name)
		sorted = append(sorted, s.Name)
	}
	if want := []string{"webshop", "edge", "ordering", "payment"}; !slices.Equal(order, want) {
		t.Errorf("services in the order %v, want %v", order, want)
	}
	if want := []string{"edge", "ordering", "payment", "webshop"}; !slices.Equal(sorted, want) {
		t.Errorf("sorted services %v, want %v", sorted, want)
	}
	ordering, payment := m.Services[2], m.Services[3]
	if got, want := ordering.Settings.Env, map[string]string{"PORT": "8080", "DEBUG": "true", "NAME": ""}; !reflect.DeepEqual(got, want) {
		t.Errorf("env %v, want %v", got, want)
	}
	if got, want := ordering.Root.Func, "(App).Run"; got != want {
		t.Errorf("root function %s, want %s", got, want)
	}
	if got, want := manifest.Names(ordering.Address.Env[0].In), []string{"webshop", "edge"}; !slices.Equal(got, want) {
		t.Errorf("in %v, want %v", got, want)
	}
	var serves []string
	for _, e := range payment.Serves {
		serves = append(serves, e.Protocol+": "+e.Name())
	}
	want := []string{"http: POST /payments/{rest...}", "http: ANY /{$}", "http: PURGE /cache/{key}.json", "grpc: shop.Payment/*"}
	if !slices.Equal(serves, want) {
		t.Errorf("serves %q, want %q", serves, want)
	}
	if got := payment.ServesFrom[1]; got.File != "pb/shop.proto" || got.Name != "shop.Payment" {
		t.Errorf("serves_from %+v", got)
	}
	if payment.Role != "" {
		t.Errorf("role %q of a service without one", payment.Role)
	}
	if r := m.Rules[1]; r.Severity != "" || r.Max == nil || *r.Max != 0 {
		t.Errorf("rule %+v, want max 0 and no severity", r)
	}
}

func TestDefault(t *testing.T) {
	m := manifest.Default()
	if len(m.Sorted()) != 0 || m.CheckRules(nil) != nil || m.CheckRoots(".") != nil || m.CheckServices(nil) != nil {
		t.Errorf("the default manifest says something: %+v", m)
	}
}

func TestHosts(t *testing.T) {
	tests := []struct {
		text       string
		host, port string
	}{
		{"Ordering.", "ordering", ""},
		{"ordering:8080", "ordering", "8080"},
		{"*.shop.svc", "*.shop.svc", ""},
		{"10.0.0.7:80", "10.0.0.7", "80"},
		{"127.0.0.1:80", "localhost", "80"},
		{":80", "localhost", "80"},
		{"0.0.0.0:80", "localhost", "80"},
		{"[::1]:80", "localhost", "80"},
		{"[fe80::1]:80", "fe80::1", "80"},
		{"fe80::1", "fe80::1", ""},
		{"my_host", "my_host", ""},
	}
	for _, tt := range tests {
		h := manifest.Host{Text: tt.text}
		if err := h.Check(); err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		if h.Host != tt.host || h.Port != tt.port || h.Unix {
			t.Errorf("%s: got %+v", tt.text, h)
		}
	}
}

func TestRoots(t *testing.T) {
	tests := []struct{ text, dir, fn string }{
		{".", ".", ""},
		{"./", ".", ""},
		{"./services/ordering/", "services/ordering", ""},
		{"../shop/cmd", "../shop/cmd", ""},
		{"./cmd/all#runOrdering", "cmd/all", "runOrdering"},
		{"#(*App).Run", ".", "(*App).Run"},
		{"./x#(App).Run", "x", "(App).Run"},
		{"./x#App.Run", "x", "(App).Run"},
	}
	for _, tt := range tests {
		r := manifest.Root{Text: tt.text}
		if err := r.Check(); err != nil || r.Dir != tt.dir || r.Func != tt.fn {
			t.Errorf("%s: got %+v, %v", tt.text, r, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"hoplint.yaml", "shop.yaml"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, tt := range badManifests {
		f.Add([]byte(tt.data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := manifest.Read("f.yaml", data)
		if err == nil {
			for _, s := range m.Sorted() {
				if s.Name == "" {
					t.Errorf("%q: a service without a name", data)
				}
			}
			return
		}
		if m != nil {
			t.Errorf("%q: a manifest and an error", data)
		}
		for line := range strings.Lines(err.Error()) {
			if !strings.HasPrefix(line, "f.yaml:") {
				t.Errorf("%q: error without a file: %q", data, line)
			}
		}
	})
}
