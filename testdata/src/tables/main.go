// Routes, middleware and targets in tables: what stands together belongs together.
package main

import "net/http"

type route struct {
	pattern string
	handle  http.HandlerFunc
}

var targets = map[string]string{
	"order": "http://orders/orders/",
	"user":  "http://users/users/",
}

func main() {
	mux := http.NewServeMux()
	for _, r := range []route{
		{"GET /order", order},
		{"GET /user", user},
		{"GET /none", none},
	} {
		mux.HandleFunc(r.pattern, r.handle)
	}
	for kind, target := range targets {
		mux.HandleFunc("GET /by/"+kind, func(w http.ResponseWriter, r *http.Request) {
			http.Get(target + r.FormValue("id")) // want `GET /by/order of tables waits for orders GET /orders/\{id\}` `GET /by/user of tables waits for users GET /users/\{id\}`
		})
	}
	var h http.Handler = http.HandlerFunc(none)
	for _, mw := range []func(http.Handler) http.Handler{counted, logged} {
		h = mw(h)
	}
	mux.Handle("GET /wrapped", h)
	http.ListenAndServe(":8080", mux)
}

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/1") // want `GET /order of tables waits for orders GET /orders/\{id\}`
}

func user(w http.ResponseWriter, r *http.Request) {
	http.Get("http://users/users/1") // want `GET /user of tables waits for users GET /users/\{id\}`
}

func none(w http.ResponseWriter, r *http.Request) {}

func counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://orders/orders", "", nil) // want `GET /wrapped of tables waits for orders POST /orders`
		next.ServeHTTP(w, r)
	})
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}
