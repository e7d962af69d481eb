package fragment_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/fragment"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

const everything = `version: 1
services:
  ordering:
    role: service
    owner: "team \u007f \u0085 \ufeff <orders> & 😀"
    listen: [8080]
    address:
      hosts: [ordering, {key: "localhost:8080", in: basket}, "unix:/run/o-*.sock"]
      env: [ORDERING_URL, {key: URL, in: [basket, "yes"]}]
      flags: [ordering-addr]
      config: [services.ordering.url]
      discovery: [orders.ordering.service]
      grpc: [shop.Ordering]
      clients: [example.com/clients.Ordering]
      fields: [example.com/dto.Device.Addr]
      topics: ["kafka:orders.*"]
    routes:
      - {via: basket, prefix: /o, strip: true}
    serves:
      - GET /orders/{id}
      - shop.Ordering/*
    calls:
      - {from: "GET /orders/{id}", to: basket, endpoint: "GET /b/*"}
      - {to: basket}
    budget: {hops: 0, services: 3}
    allow:
      - {to: basket, endpoint: "GET /b", reason: it must, owner: me, until: 2027-03-31}
  basket: {}
  "yes": {role: gateway}
`

// full returns a fragment with something of everything.
func full(t testing.TB) *fragment.Fragment {
	t.Helper()
	m, err := manifest.Read("hoplint.yaml", []byte(everything))
	if err != nil {
		t.Fatal(err)
	}
	return &fragment.Fragment{
		Version: fragment.Version, Repository: "example.com/shop", Manifest: m,
		Services: []fragment.Service{{Name: "basket", Role: hop.RoleService, Guessed: true, Root: "./basket"}, {
			Name: "ordering", Role: hop.RoleService, Root: "./ordering", Program: &hop.Program{
				Root:      "example.com/shop/ordering",
				Endpoints: []hop.ProgramEndpoint{{Protocol: hop.HTTP, Name: "GET /orders/{id}", Func: "main.get", Pos: "main.go:3:4"}},
				Calls: []hop.ProgramCall{{
					Endpoint: "GET /orders/{id}", Kind: hop.Sync, Context: hop.Request, Awaited: hop.Direct, Protocol: hop.HTTP, Methods: []string{"GET"},
					Addresses: []hop.Template{{{Kind: hop.PartEnv, Text: "BASKET", Also: []hop.Key{{Kind: hop.PartFlag, Text: "basket"}}}, {Kind: hop.PartText, Text: "/b"}}},
					Path:      []hop.PathFrame{{Func: "main.get", Pos: "main.go:5:6", Generated: true}},
				}},
				Consumers: []hop.ProgramConsumer{{Protocol: "kafka", Topic: hop.Template{{Kind: hop.PartText, Text: "orders"}}, Pos: "main.go:7:8"}},
			},
		}},
		Skipped: []hop.Skipped{{Package: "example.com/shop/lib", Reason: "lib.go:1:2: broken", Incomplete: true}},
	}
}

func encode(t testing.TB, f *fragment.Fragment) []byte {
	t.Helper()
	data, err := f.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// forget takes positions away, which differ between the manifest and the fragment.
func forget(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "Pos" && v.Field(i).Kind() == reflect.Struct {
				v.Field(i).SetZero()
			} else {
				forget(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			forget(v.Index(i))
		}
	}
}

// TestRoundTrip checks that nothing is lost on the way through the file.
func TestRoundTrip(t *testing.T) {
	want := full(t)
	data := encode(t, want)
	got, err := fragment.Read("f.json", data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if again := encode(t, got); !bytes.Equal(again, data) {
		t.Errorf("it is written differently the second time:\n%s\nfirst:\n%s", again, data)
	}
	for _, want := range want.Manifest.Services {
		for _, got := range got.Manifest.Services {
			if got.Name != want.Name {
				continue
			}
			forget(reflect.ValueOf(&want).Elem())
			forget(reflect.ValueOf(&got).Elem())
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s:\n got %+v\nwant %+v", want.Name, got, want)
			}
		}
	}
	if len(got.Manifest.Services) != len(want.Manifest.Services) || !reflect.DeepEqual(got.Services, want.Services) || !reflect.DeepEqual(got.Skipped, want.Skipped) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestDamage checks that each way in which a file can be wrong is told with its name and,
// where there is one, its line.
func TestDamage(t *testing.T) {
	good := string(encode(t, full(t)))
	for _, test := range []struct{ name, old, new, want string }{
		{"version", `"version": 1,` + "\n \"repository\"", `"version": 2,` + "\n \"repository\"", "f.json: unsupported version 2 (this hoplint reads version 1): "},
		{"no version", `"version": 1,` + "\n \"repository\"", `"repository"`, "f.json: no version: this is no fragment"},
		{"key", `"root": "./basket"`, `"root": "./basket", "colour": 1`, `f.json: damaged fragment: unknown field "colour"`},
		{"key of a program", `"func": "main.get"`, `"fun": "main.get"`, `f.json: damaged fragment: unknown field "fun"`},
		{"key of the manifest", `"owner": "me"`, `"ownr": "me"`, `unknown key "ownr" (did you mean "owner"?)`},
		{"kind", `"kind": "sync"`, `"kind": "synch"`, `f.json: service "ordering": call 1: unknown kind "synch"`},
		{"part", `"kind": "env"`, `"kind": "environment"`, `f.json: service "ordering": call 1: unknown part "environment"`},
		{"role", `"role": "service",` + "\n   \"guessed\"", `"role": "servant",` + "\n   \"guessed\"", `f.json: service "basket": unknown role "servant"`},
		{"service", `"name": "basket"`, `"name": "ordering"`, `f.json: service "ordering" stands there twice`},
		{"name", `"name": "basket"`, `"name": "bas ket"`, `f.json: bad service name "bas ket"`},
		{"repository", `"example.com/shop"`, `"../shop"`, `f.json: bad repository name "../shop"`},
		{"clean repository", `"example.com/shop"`, `"example.com//shop"`, `f.json: bad repository name "example.com//shop"`},
		{"type", `"guessed": true`, `"guessed": 1`, "damaged fragment: cannot unmarshal number"},
		{"settings", `"budget": {`, `"settings": {"args": ["x"]}, "budget": {`, `service "ordering": how it is built and started is no part of a fragment`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if strings.Count(good, test.old) == 0 {
				t.Fatalf("the fragment has no %s:\n%s", test.old, good)
			}
			_, err := fragment.Read("f.json", []byte(strings.Replace(good, test.old, test.new, 1)))
			if err == nil || !strings.HasPrefix(err.Error(), "f.json:") || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

// TestDamagePosition checks where errors stand.
func TestDamagePosition(t *testing.T) {
	good := string(encode(t, full(t)))
	bad := strings.Replace(good, `"reason": "it must"`, `"raison": "it must"`, 1)
	before, _, _ := strings.Cut(bad, `"raison"`)
	line := strings.Count(before, "\n") + 1
	_, err := fragment.Read("f.json", []byte(bad))
	if want := fmt.Sprintf("f.json:%d:", line); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want one at %s", err, want)
	}
	for _, size := range []int{0, 1, len(good) / 2, len(good) - 3} {
		if _, err := fragment.Read("f.json", []byte(good[:size])); err == nil || !strings.HasPrefix(err.Error(), "f.json:") {
			t.Errorf("cut to %d bytes: error %v", size, err)
		}
	}
	if _, err := fragment.Read("f.json", []byte(good+"{}")); err == nil {
		t.Error("what follows the end is no error")
	}
}

// FuzzRead checks that no file makes reading or composing panic, and that what is read is
// written the same.
func FuzzRead(f *testing.F) {
	f.Add(encode(f, full(f)))
	f.Add([]byte(`{"version": 1, "repository": "a", "manifest": {"version": 1}, "services": [], "skipped": null}`))
	f.Add([]byte(`{"version": 1, "repository": "a/b", "manifest": {"version": 1, "services": {"x": {"address": {"hosts": [{"key": "h"}]}}}},
		"services": [{"name": "x", "role": "worker", "root": ".", "program": {"calls": [{"kind": "sync", "context": "request", "awaited": "direct", "loop": ""}]}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := fragment.Read("f.json", data)
		if err != nil {
			return
		}
		text := encode(t, first)
		second, err := fragment.Read("f.json", text)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, text)
		}
		if again := encode(t, second); !bytes.Equal(text, again) {
			t.Errorf("written as\n%s\nand then as\n%s", text, again)
		}
		joined := fragment.Join(manifest.Default(), []*fragment.Fragment{first})
		compose.System(joined.Manifest, joined.Deployments)
	})
}
