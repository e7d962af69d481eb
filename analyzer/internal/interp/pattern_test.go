package interp

import (
	"slices"
	"testing"
)

func TestNormalPattern(t *testing.T) {
	for _, test := range []struct{ syntax, in, want string }{
		{"servemux", "/a", "/a"},
		{"servemux", "GET /a/{id}", "/a/{id}"},
		{"servemux", "GET  /a", "/a"},
		{"servemux", "GET\t/a", "/a"},
		{"servemux", "POST shop.example/a/", "/a/"},
		{"servemux", "shop.example/", "/"},
		{"servemux", "/a/{$}", "/a/"},
		{"servemux", "/files/{path...}", "/files/{path...}"},
		{"servemux", "GET /a b", "/a b"},
		{"braces", "/a/{id}", "/a/{id}"},
		{"braces", "/a/{id:[0-9]+}", "/a/{id}"},
		{"braces", "/a/{id:[0-9]{2,3}}/b", "/a/{id}/b"},
		{"braces", "/a/{x:a|b}-{y:c:d}", "/a/{x}-{y}"},
		{"braces", "/a/*", "/a/{...}"},
		{"braces", "/a/{*}", "/a/{*}"},
		{"braces", "/a:b", "/a:b"},
		{"colon", "/a/:id", "/a/{id}"},
		{"colon", "/a/:id?", "/a/{id}"},
		{"colon", "/a/*path", "/a/{path...}"},
		{"colon", "/a/*", "/a/{...}"},
		{"colon", "/:x/:y/z", "/{x}/{y}/z"},
		{"colon", "/a:b", "/a:b"},
		{"", "/as/it/:is/{is:x}", "/as/it/:is/{is:x}"},
		{"braces", "", ""},
		{"braces", "/日本/{名:.*}", "/日本/{名...}"},
		{"braces", "/a/{rest:*}", "/a/{rest...}"},
		{"braces", "/a/{x:.+}/b", "/a/{x}/b"},
	} {
		if got := normalPattern(test.in, test.syntax); got != test.want {
			t.Errorf("%s %q: got %q, want %q", test.syntax, test.in, got, test.want)
		}
	}
}

func TestJoinPattern(t *testing.T) {
	for _, test := range []struct{ a, b, want string }{
		{"", "", ""}, {"/a", "", "/a"}, {"", "/b", "/b"}, {"/a", "/b", "/a/b"}, {"/a/", "/b", "/a/b"}, {"/a", "b/", "/a/b/"}, {"/a", "/", "/a/"},
	} {
		if got := joinPattern(test.a, test.b); got != test.want {
			t.Errorf("%q and %q: got %q, want %q", test.a, test.b, got, test.want)
		}
	}
	if got := cleanPath("a//b///c/"); got != "/a/b/c/" {
		t.Errorf("clean path is %q", got)
	}
}

func TestCrossPathsAreBounded(t *testing.T) {
	many := make([]string, 100)
	for i := range many {
		many[i] = "/" + itoa(int64(i))
	}
	if n := len(crossPaths(many, many)); n != maxPaths {
		t.Errorf("100 times 100 paths give %d, want %d", n, maxPaths)
	}
	if got := crossPaths([]string{"/a", "/b"}, nil); !slices.Equal(got, []string{"/a", "/b"}) {
		t.Errorf("prefixes without paths give %q", got)
	}
}

// TestEndpoints checks the names of the endpoints that programs register.
func TestEndpoints(t *testing.T) {
	const (
		head = "import (\n\"net/http\"\n\"github.com/go-chi/chi/v5\"\n\"github.com/gorilla/mux\"\n)\nvar _ chi.Router\nvar _ mux.Router\nfunc h(w http.ResponseWriter, r *http.Request) {}\n"
		tail = "\n}"
	)
	for _, test := range []struct {
		name, main string
		want       []string
	}{
		{"default mux", `http.HandleFunc("/a", h); http.ListenAndServe("", nil)`, []string{"ANY /a"}},
		{"method", `m := http.NewServeMux(); m.HandleFunc("POST /a/{id}", h); http.ListenAndServe("", m)`, []string{"POST /a/{id}"}},
		{"server struct", `m := http.NewServeMux(); m.HandleFunc("GET /a", h); s := &http.Server{Handler: m}; s.ListenAndServe()`, []string{"GET /a"}},
		{"stripped prefix", `m := http.NewServeMux(); m.HandleFunc("GET /a", h); root := http.NewServeMux(); root.Handle("/v1/", http.StripPrefix("/v1", m)); http.ListenAndServe("", root)`, []string{"GET /v1/a"}},
		{"handler without a mux", `http.ListenAndServe("", http.HandlerFunc(h))`, []string{"ANY /"}},
		{"timeout", `m := http.NewServeMux(); m.HandleFunc("GET /a", h); http.ListenAndServe("", http.TimeoutHandler(m, 1, ""))`, []string{"GET /a"}},
		{"prefix from a variable", `for _, v := range []string{"/v1", "/v2"} { http.HandleFunc("GET "+v+"/a", h) }; http.ListenAndServe("", nil)`, []string{"GET /v1/a", "GET /v2/a"}},
		{"groups", `r := chi.NewRouter(); r.Route("/api", func(r chi.Router) { r.Get("/a", h); r.Route("/{x:[a-z]+}", func(r chi.Router) { r.Get("/*", h) }) }); http.ListenAndServe("", r)`, []string{"GET /api/a", "GET /api/{x}/{...}"}},
		{"group with middleware alone", `r := chi.NewRouter(); r.With(func(n http.Handler) http.Handler { return n }).Get("/a", h); http.ListenAndServe("", r)`, []string{"GET /a"}},
		{"mounted router", `s := chi.NewRouter(); s.Get("/a", h); r := chi.NewRouter(); r.Mount("/v1", s); http.ListenAndServe("", r)`, []string{"GET /v1/a"}},
		{"subrouter", `r := mux.NewRouter(); s := r.PathPrefix("/v1").Subrouter(); s.HandleFunc("/a", h).Methods("GET", "HEAD"); s.HandleFunc("/b", h).Methods("PUT", "POST"); http.ListenAndServe("", r)`, []string{"GET /v1/a", "POST /v1/b", "PUT /v1/b"}},
		{"router that nobody serves", `m := http.NewServeMux(); m.HandleFunc("GET /a", h)`, []string{"GET /a"}},
		{"two muxes", `a := http.NewServeMux(); a.HandleFunc("GET /a", h); b := http.NewServeMux(); b.HandleFunc("GET /b", h); go http.ListenAndServe(":1", a); http.ListenAndServe(":2", b)`, []string{"GET /a", "GET /b"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := runSource(t, head+"func main() {\n"+test.main+tail)
			if got := endpointNames(p); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			for _, e := range p.Endpoints {
				if e.Func != "acme/p.h" {
					t.Errorf("%s is handled by %q, want acme/p.h", e.Name, e.Func)
				}
			}
		})
	}
}

// TestTables checks that what stands together in an entry of a table stays together.
func TestTables(t *testing.T) {
	const handlers = `
func h0(w http.ResponseWriter, r *http.Request) { http.Get("http://b/0") }
func h1(w http.ResponseWriter, r *http.Request) { http.Get("http://b/1") }
func h2(w http.ResponseWriter, r *http.Request) { http.Get("http://b/2") }
`
	for name, src := range map[string]string{
		"map":                `func main() { for p, h := range map[string]http.HandlerFunc{"GET /h0": h0, "GET /h1": h1, "GET /h2": h2} { http.HandleFunc(p, h) }; http.ListenAndServe("", nil) }`,
		"global slice":       `type route struct { p string; h http.HandlerFunc }; var routes = []route{{"GET /h0", h0}, {"GET /h1", h1}, {"GET /h2", h2}}; func main() { for _, r := range routes { http.HandleFunc(r.p, r.h) }; http.ListenAndServe("", nil) }`,
		"slice of pointers":  `type route struct { p string; h http.HandlerFunc }; func main() { for _, r := range []*route{{"GET /h0", h0}, {"GET /h1", h1}, {"GET /h2", h2}} { http.HandleFunc(r.p, r.h) }; http.ListenAndServe("", nil) }`,
		"by index":           `type route struct { p string; h http.HandlerFunc }; func main() { rs := []route{{"GET /h0", h0}, {"GET /h1", h1}, {"GET /h2", h2}}; for i := range rs { http.HandleFunc(rs[i].p, rs[i].h) }; http.ListenAndServe("", nil) }`,
		"in a helper":        `type route struct { p string; h http.HandlerFunc }; func register(m *http.ServeMux, rs []route) { for _, r := range rs { m.HandleFunc(r.p, r.h) } }; func main() { m := http.NewServeMux(); register(m, []route{{"GET /h0", h0}, {"GET /h1", h1}}); register(m, []route{{"GET /h2", h2}}); http.ListenAndServe("", m) }`,
		"appended":           `type route struct { p string; h http.HandlerFunc }; func main() { var rs []route; rs = append(rs, route{"GET /h0", h0}); rs = append(rs, route{"GET /h1", h1}, route{"GET /h2", h2}); for _, r := range rs { http.HandleFunc(r.p, r.h) }; http.ListenAndServe("", nil) }`,
		"closure over entry": `func main() { for _, n := range []string{"0", "1", "2"} { http.HandleFunc("GET /h"+n, func(w http.ResponseWriter, r *http.Request) { http.Get("http://b/" + n) }) }; http.ListenAndServe("", nil) }`,
	} {
		t.Run(name, func(t *testing.T) {
			want := []string{"GET /h0 -> GET http://b/0", "GET /h1 -> GET http://b/1", "GET /h2 -> GET http://b/2"}
			if got := lines(runSource(t, "import \"net/http\"\n"+src+handlers)); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// TestLoopsOverOneTable checks that loops within one another over the same table see
// elements of their own.
func TestLoopsOverOneTable(t *testing.T) {
	for name, loops := range map[string]string{
		"by value": `for _, x := range list { for _, y := range list { reg(x, y) } }`,
		"by index": `for i := range list { for j := range list { reg(list[i], list[j]) } }`,
		"crossed":  `for i := range list { for _, y := range list { reg(list[i], y) } }`,
	} {
		t.Run(name, func(t *testing.T) {
			p := runSource(t, `
import "net/http"
func main() {
	list := []string{"a", "b"}
	`+loops+`
	http.ListenAndServe("", nil)
}
func reg(x, y string) {
	http.HandleFunc("GET /"+x+"/"+y, func(w http.ResponseWriter, r *http.Request) { http.Get("http://" + y + "/" + x) })
}`)
			want := []string{"GET /a/a -> GET http://a/a", "GET /a/b -> GET http://b/a", "GET /b/a -> GET http://a/b", "GET /b/b -> GET http://b/b"}
			if got := lines(p); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
