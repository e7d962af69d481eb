// A call that a middleware makes belongs to exactly the endpoints that it wraps.
package main

import "net/http"

func introspect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Get("http://users/users/me") // want `GET /a of middleware \(like 1 other endpoint\) waits for users`
		if err != nil || resp.StatusCode != http.StatusOK {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func logging(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next(w, r)
	}
}

func empty(w http.ResponseWriter, r *http.Request) {}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /a", introspect(http.HandlerFunc(empty)))
	mux.Handle("GET /b", introspect(logging(empty)))
	mux.HandleFunc("GET /open", logging(empty))
	http.ListenAndServe(":8080", mux)
}
