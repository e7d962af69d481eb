package interp

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestWiring runs programs in which the address of a call goes a long way.
func TestWiring(t *testing.T) {
	for _, test := range []handlerCase{
		{"field of an interface's implementation", ``, `type getter interface{ get() }
type client struct{ base string }
func (c *client) get() { http.Get(c.base + "/x") }
type server struct{ g getter }
var s = &server{&client{"http://b"}}`, `s.g.get()`, []string{"GET http://b/x"}},
		{"two instances of one type", ``, `type client struct{ base string }
func (c client) get(p string) { http.Get(c.base + p) }
var b, c = client{"http://b"}, client{"http://c"}`, `b.get("/1"); c.get("/2")`, []string{"GET http://b/1", "GET http://c/2"}},
		{"embedded struct", ``, `type base struct{ url string }
func (b *base) get() { http.Get(b.url) }
type client struct{ *base; n int }
func newClient(u string) *client { return &client{base: &base{u}} }`, `newClient("http://b").get()`, []string{"GET http://b"}},
		{"method value", ``, `type client struct{ base string }
func (c *client) get() { http.Get(c.base) }
func call(f func()) { f() }`, `call((&client{"http://b"}).get)`, []string{"GET http://b"}},
		{"method value of an embedded interface", ``, `type getter interface{ get(string) }
type client struct{ base string }
func (c client) get(p string) { http.Get(c.base + p) }
type outer struct{ getter }
func call(f func(string)) { f("/x") }`, `call(outer{client{"http://b"}}.get)`, []string{"GET http://b/x"}},
		{"method expression", ``, `type client struct{ base string }
func (c *client) get() { http.Get(c.base) }`, `f := (*client).get; f(&client{"http://b"})`, []string{"GET http://b"}},
		{"generic function", ``, `func apply[T any](v T, f func(T)) { f(v) }`, `apply("http://b", func(u string) { http.Get(u) }); apply(1, func(int) { http.Get("http://c") })`, []string{"GET http://b", "GET http://c"}},
		{"generic type", ``, `type box[T any] struct{ v T }
func (b *box[T]) each(f func(T)) { f(b.v) }`, `(&box[string]{"http://b"}).each(func(u string) { http.Get(u) })`, []string{"GET http://b"}},
		{"environment with a default", `"os"`, `func env(key, def string) string { if v := os.Getenv(key); v != "" { return v }; return def }
var base = env("ORDERS", "http://orders:80")`, `http.Get(base + "/x")`, []string{"GET {env:ORDERS}/x"}},
		{"flag", `"flag"`, `var base = flag.String("orders", "http://orders", "")`, `http.Get(*base + "/x")`, []string{"GET {flag:orders}/x"}},
		{"decoded configuration", `"encoding/json"; "os"`, `type config struct{ Orders struct{ URL string } }
var c config
func init() { data, _ := os.ReadFile("c.json"); json.Unmarshal(data, &c) }`, `http.Get(c.Orders.URL + "/x")`, []string{"GET {config:Orders.URL}/x"}},
		{"map by key", ``, `var hosts = map[string]string{"b": "http://b", "c": "http://c"}`, `http.Get(hosts["b"])`, []string{"GET http://b"}},
		{"array by index", ``, `var hosts = [...]string{"http://b", "http://c"}`, `http.Get(hosts[1])`, []string{"GET http://c"}},
		{"channel of functions", ``, `func run(c chan func()) { (<-c)() }`, `c := make(chan func(), 1); c <- func() { http.Get("http://b") }; run(c)`, []string{"GET http://b [detached]"}},
		{"request that is passed on", ``, `func do(q *http.Request) { http.DefaultClient.Do(q) }`, `q, _ := http.NewRequest("PUT", "http://b/x", nil); do(q)`, []string{"PUT http://b/x"}},
		{"path of the request", ``, ``, `http.Get("http://b" + r.URL.Path)`, []string{"GET http://b [routing]"}},
		{"third party calls back", `"thirdparty"`, ``, `thirdparty.Retry(func() error { _, err := http.Get("http://b"); return err })`, []string{"GET http://b"}},
		{"third party fills", `"thirdparty"`, `type conf struct{ Base string }`, `var c conf; thirdparty.Fill(&c); http.Get(c.Base + "/x")`, []string{"GET {}/x"}},
		{"struct that is copied", ``, `type conf struct{ base string }
func with(c conf, b string) conf { c.base = b; return c }`, `one := conf{"http://b"}; two := with(one, "http://c"); http.Get(two.base)`, []string{"GET http://b or http://c"}},
		{"own transport", ``, `type rewriting struct{ next http.RoundTripper }
func (t rewriting) RoundTrip(r *http.Request) (*http.Response, error) { r.URL.Host = "proxy"; return t.next.RoundTrip(r) }`,
			`c := &http.Client{Transport: rewriting{http.DefaultTransport}}; q, _ := http.NewRequest("GET", "http://b/x", nil); c.Do(q)`, []string{"GET http://proxy/x"}},
		{"zero values", ``, `type client struct{ base string; next *client }
func (c *client) get() { if c.next != nil { c.next.get() }; if c.base != "" { http.Get(c.base) } }`, `(&client{}).get(); (&client{base: "http://b"}).get()`, []string{"GET http://b"}},
		{"deferred closure", ``, `func done(f func()) { defer f() }`, `done(func() { http.Get("http://b") })`, []string{"GET http://b"}},
		{"two results", ``, `func pair() (string, string) { return "http://b", "/x" }`, `a, b := pair(); http.Get(a + b)`, []string{"GET http://b/x"}},
		{"type switch", ``, `type a1 struct{}; type a2 struct{}
func call(v any) { switch v.(type) { case a1: http.Get("http://b/1"); case a2: http.Get("http://b/2"); default: http.Get("http://b/3") } }`, `call(a2{})`, []string{"GET http://b/2"}},
	} {
		t.Run(test.name, test.run)
	}
}

// TestUnknownReceiverIsNotGuessed checks that a call through an interface of which no
// object is known does not reach the types that happen to implement it.
func TestUnknownReceiverIsNotGuessed(t *testing.T) {
	p := runSource(t, serving(`
type getter interface{ get() }
type client struct{}
func (client) get() { http.Get("http://b") }
var g getter
func a(w http.ResponseWriter, r *http.Request) { g.get() }
`))
	if got := lines(p); len(got) > 0 {
		t.Errorf("got %q, want no call", got)
	}
}

// TestRoots checks where programs start.
func TestRoots(t *testing.T) {
	const src = `
import "net/http"
type App struct{ base string }
func (a *App) Run() { http.Get("http://b/method") }
func (a App) Serve() { http.Get("http://b/value") }
func Run() { http.Get("http://b/func") }
func main() { http.Get("http://b/main") }
`
	for fn, want := range map[string]string{
		"": "http://b/main", "Run": "http://b/func", "(*App).Run": "http://b/method", "(App).Serve": "http://b/value",
	} {
		cfg := config(t, src)
		cfg.Func = fn
		if got := lines(runConfig(t, cfg)); !slices.Equal(got, []string{"startup -> GET " + want}) {
			t.Errorf("%q: got %q, want a call of %s", fn, got, want)
		}
	}
	cfg := config(t, src)
	cfg.Func = "Missing"
	if _, err := Run(cfg); err == nil || !strings.Contains(err.Error(), "acme/p has no function Missing") {
		t.Errorf("the error is %v", err)
	}
}

// TestSettings checks that what the manifest says a service is started with decides
// branches and defaults.
func TestSettings(t *testing.T) {
	const src = `
import (
	"net/http"
	"os"
	"flag"
)
var base = flag.String("base", "http://default", "")
func main() {
	switch os.Args[1] {
	case "orders": http.Get("http://orders/" + os.Getenv("ZONE"))
	case "stock": http.Get(*base + "/stock")
	}
}
`
	cfg := config(t, src)
	if got := lines(runConfig(t, cfg)); len(got) != 2 {
		t.Errorf("without arguments: got %q, want both", got)
	}
	cfg.Args, cfg.Env = []string{"orders"}, map[string]string{"ZONE": "eu"}
	p := runConfig(t, cfg)
	if got := lines(p); !slices.Equal(got, []string{"startup -> GET http://orders/{env:ZONE}"}) {
		t.Fatalf("orders: got %q", got)
	}
	if got := p.Calls[0].Addresses[0][1].Default; got != "eu" {
		t.Errorf("the variable's value is %q, want eu", got)
	}
	cfg.Args, cfg.Env = []string{"stock", "--base=http://set"}, nil
	p = runConfig(t, cfg)
	if got := lines(p); !slices.Equal(got, []string{"startup -> GET {flag:base}/stock"}) {
		t.Fatalf("stock: got %q", got)
	}
	if got := p.Calls[0].Addresses[0][0].Default; got != "http://set" {
		t.Errorf("the flag's value is %q, want http://set", got)
	}
}

// TestUserModels runs a library that only the manifest describes.
func TestUserModels(t *testing.T) {
	cfg := config(t, `
import "thirdparty"
func main() { thirdparty.Fill("http://b/x") }
`)
	cfg.Models = models(t, `
library: thirdparty
import: thirdparty
protocol: http
rows:
  - {func: thirdparty.Fill, kind: call, args: {url: 0}, const: {method: DELETE}}
`)
	if got := lines(runConfig(t, cfg)); !slices.Equal(got, []string{"startup -> DELETE http://b/x"}) {
		t.Errorf("got %q", got)
	}
}

// TestSeveralPackages runs a program of packages that initialise one another.
func TestSeveralPackages(t *testing.T) {
	got := lines(runSource(t, `-- acme/conf/conf.go --
package conf

var Base = "http://b"
-- acme/client/client.go --
package client

import (
	"acme/conf"
	"net/http"
)

type Client struct{ base string }

var Default = &Client{conf.Base}

func (c *Client) Get(p string) { http.Get(c.base + p) }
-- acme/cmd/main.go --
package main

import "acme/client"

func main() { client.Default.Get("/x") }
`))
	if !slices.Equal(got, []string{"startup -> GET http://b/x"}) {
		t.Errorf("got %q", got)
	}
}

// TestDeterminism checks that equal programs give equal results, whatever order maps
// are ranged in.
func TestDeterminism(t *testing.T) {
	srcs := []string{handlerMap(20), groupLoop(4), muxCircle(3), callTree(8), selfApplied(), concatField()}
	for _, src := range srcs {
		var first []byte
		for range 5 {
			got, err := json.Marshal(runSource(t, src))
			if err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = got
			}
			if string(got) != string(first) {
				t.Fatalf("two runs differ:\n%s\n%s\nof:\n%s", first, got, src)
			}
		}
	}
}
