// Middlewares that are chained in a loop, kept in a slice, given to a group, and put
// around everything: each call belongs to the endpoints that it wraps.
package main

import (
	"log"
	"net/http"
)

type middleware func(http.Handler) http.Handler

func chain(mws ...middleware) middleware {
	return func(h http.Handler) http.Handler {
		for i := range mws {
			h = mws[len(mws)-1-i](h)
		}
		return h
	}
}

func introspect(base string) middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := http.Get(base + "/users/me"); err != nil { // want `GET /admin/a of middlewarechain \(like 1 other endpoint\) waits for users GET /users/\{id\}`
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// meter is a middleware that is a type.
type meter struct {
	next http.Handler
	name string
}

func (m *meter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer log.Print(m.name)
	m.next.ServeHTTP(w, r)
}

func metered(name string) middleware {
	return func(next http.Handler) http.Handler { return &meter{next: next, name: name} }
}

// charge wraps one route.
func charge(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		next(w, r)
		http.Post("http://payments/payments", "", nil) // want `GET /admin/b of middlewarechain waits for payments POST /payments`
	}
}

type group struct {
	mux    *http.ServeMux
	prefix string
	mws    []middleware
}

func (g *group) use(mws ...middleware) { g.mws = append(g.mws, mws...) }

func (g *group) with(mws ...middleware) *group {
	return &group{g.mux, g.prefix, append(append([]middleware{}, g.mws...), mws...)}
}

func (g *group) get(path string, h http.HandlerFunc) {
	g.mux.Handle("GET "+g.prefix+path, chain(g.mws...)(h))
}

func ok(w http.ResponseWriter, r *http.Request) {}

func audit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/audit") // want `GET / of middlewarechain \(like 4 other endpoints\) waits for orders GET /orders/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func main() {
	mux := http.NewServeMux()
	admin := &group{mux: mux, prefix: "/admin"}
	admin.use(metered("admin"), introspect("http://users"))
	admin.get("/a", ok)
	admin.get("/b", charge(ok))

	public := &group{mux: mux, prefix: "/public"}
	public.use(metered("public"))
	public.get("/a", ok)
	public.with(metered("more")).get("/b", ok)
	mux.HandleFunc("GET /", ok)

	log.Fatal(http.ListenAndServe(":8080", audit(mux)))
}
