// A variable that is empty until something is known: the call has one target.
package main

import "net/http"

func find(w http.ResponseWriter, r *http.Request) {
	var id string
	if c, err := r.Cookie("id"); err == nil {
		id = c.Value
	}
	http.Get("http://orders/orders/" + id) // want `GET /find of emptydefault waits for orders GET /orders/\{id\}`
}

func main() {
	http.HandleFunc("GET /find", find)
	http.ListenAndServe(":8080", nil)
}
