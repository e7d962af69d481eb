// A handler that is a struct and picks by method.
package main

import (
	"net/http"
	"strings"
)

type resource struct{ orders, users string }

func (s *resource) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet:
		s.get(w, r)
	case http.MethodPost:
		s.post(w, r)
	default:
		w.WriteHeader(http.StatusMethodNotAllowed)
	}
}

func (s *resource) get(w http.ResponseWriter, r *http.Request) {
	http.Get(s.orders + "/orders/" + strings.TrimPrefix(r.URL.Path, "/resource/")) // want `ANY /resource/ of handlerstruct waits for orders GET /orders/\{id\}`
}

func (s *resource) post(w http.ResponseWriter, r *http.Request) {
	http.Get(s.users + "/users/" + r.FormValue("user")) // want `ANY /resource/ of handlerstruct waits for users GET /users/\{id\}`
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/resource/", &resource{"http://orders", "http://users"})
	http.ListenAndServe(":8080", mux)
}
