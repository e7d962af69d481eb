// A handler that asks a mux which of its handlers serves a request, and has that serve
// it; handlers that only stand in a list are not asked.
package main

import "net/http"

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + r.PathValue("id")) // want `GET /orders/\{id\} of muxlookup waits for orders GET /orders/\{id\}`
}

func pay(w http.ResponseWriter, r *http.Request) {
	http.Post("http://payments/payments", "text/plain", nil)
}

type front struct {
	mux  *http.ServeMux
	rest []http.Handler
}

func (f *front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h, pattern := f.mux.Handler(r)
	if pattern == "" {
		http.NotFound(w, r)
		return
	}
	h.ServeHTTP(w, r)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders/{id}", order)
	http.ListenAndServe(":8080", &front{mux: mux, rest: []http.Handler{http.HandlerFunc(pay)}})
}
