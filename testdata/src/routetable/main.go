// A table of routes, registered in a loop: each pattern keeps its handler.
package main

import "net/http"

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/1") // want `GET /order of routetable waits for orders GET /orders/\{id\}`
}

func local(w http.ResponseWriter, r *http.Request) {}

func main() {
	for _, r := range []struct {
		pattern string
		handler http.HandlerFunc
	}{
		{"GET /order", order},
		{"GET /local", local},
	} {
		http.HandleFunc(r.pattern, r.handler)
	}
	http.ListenAndServe(":8080", nil)
}
