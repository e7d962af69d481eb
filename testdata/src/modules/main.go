// Modules that register their own routes, in a loop: each under its own name.
package main

import "net/http"

type module interface {
	name() string
	routes(prefix string)
}

type orders struct{ base string }

func (orders) name() string { return "orders" }

func (m orders) routes(prefix string) {
	http.HandleFunc("GET "+prefix+"/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get(m.base + "/orders/" + r.PathValue("id")) // want `GET /orders/\{id\} of modules waits for orders GET /orders/\{id\}`
	})
}

type users struct{ base string }

func (users) name() string { return "users" }

func (m users) routes(prefix string) {
	http.HandleFunc("GET "+prefix+"/{id}", func(w http.ResponseWriter, r *http.Request) {
		http.Get(m.base + "/users/" + r.PathValue("id")) // want `GET /users/\{id\} of modules waits for users GET /users/\{id\}`
	})
}

func main() {
	for _, m := range []module{orders{"http://orders"}, users{"http://users"}} {
		m.routes("/" + m.name())
	}
	http.ListenAndServe(":8080", nil)
}
