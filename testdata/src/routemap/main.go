// A map of routes, registered in a loop: each pattern keeps its handler.
package main

import "net/http"

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/1") // want `GET /order of routemap waits for orders GET /orders/\{id\}`
}

func local(w http.ResponseWriter, r *http.Request) {}

func main() {
	for pattern, handler := range map[string]http.HandlerFunc{
		"GET /order": order,
		"GET /local": local,
	} {
		http.HandleFunc(pattern, handler)
	}
	http.ListenAndServe(":8080", nil)
}
