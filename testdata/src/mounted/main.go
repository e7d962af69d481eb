// A router below a prefix of another, with a middleware around it.
package main

import "net/http"

func allowed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := http.Get("http://users/users/me"); err != nil { // want `GET /api/local of mounted \(like 1 other endpoint\) waits for users GET /users/\{id\}:`
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func main() {
	api := http.NewServeMux()
	api.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/1") // want `GET /api/order of mounted waits for orders GET /orders/\{id\}:`
	})
	api.HandleFunc("GET /local", func(w http.ResponseWriter, r *http.Request) {})
	mux := http.NewServeMux()
	mux.Handle("/api/", allowed(http.StripPrefix("/api", api)))
	http.ListenAndServe(":8080", mux)
}
