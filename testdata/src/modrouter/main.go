// Modules that register their own routes, in a loop: each under its own name.
package main

import "net/http"

type module interface {
	name() string
	routes(r *router)
}

type router struct {
	mux    *http.ServeMux
	prefix string
}

func (r *router) get(path string, h http.HandlerFunc) { r.mux.HandleFunc("GET "+r.prefix+path, h) }

type orders struct{ base string }

func (orders) name() string { return "orders" }

func (m orders) routes(r *router) {
	r.get("/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get(m.base + "/orders/" + r.PathValue("id")) // want `GET /orders/\{id\} of modrouter waits for orders GET /orders/\{id\}`
	})
}

type users struct{ base string }

func (users) name() string { return "users" }

func (m users) routes(r *router) {
	r.get("/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get(m.base + "/users/" + r.PathValue("id")) // want `GET /users/\{id\} of modrouter waits for users GET /users/\{id\}`
	})
}

func main() {
	mux := http.NewServeMux()
	for _, m := range []module{orders{"http://orders"}, users{"http://users"}} {
		m.routes(&router{mux, "/" + m.name()})
	}
	http.ListenAndServe(":8080", mux)
}
