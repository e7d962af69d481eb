// A handler that routes by hand.
package main

import (
	"net/http"
	"strings"
)

type router struct{ orders, users http.Handler }

func (s *router) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case strings.HasPrefix(r.URL.Path, "/orders/"):
		s.orders.ServeHTTP(w, r)
	case r.URL.Path == "/users" && r.Method == http.MethodGet:
		s.users.ServeHTTP(w, r)
	default:
		http.NotFound(w, r)
	}
}

func orders(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders" + r.URL.Path) // want `of byprefix waits for orders`
}

func users(w http.ResponseWriter, r *http.Request) {
	http.Get("http://users/users/1") // want `of byprefix waits for users GET /users/\{id\}`
}

func main() {
	http.ListenAndServe(":8080", &router{http.HandlerFunc(orders), http.HandlerFunc(users)})
}
