// A router that is never served, beside one that is: its routes are no endpoints.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `GET /user of unserved waits for users GET /users/\{id\}`
	})
	other := http.NewServeMux()
	other.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/1")
	})
	http.ListenAndServe(":8080", mux)
}
