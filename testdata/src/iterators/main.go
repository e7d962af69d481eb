// Sequences of the standard library: the body of the loop runs for each element.
package main

import (
	"maps"
	"net/http"
	"slices"
	"strings"
)

func values(w http.ResponseWriter, r *http.Request) {
	for id := range slices.Values(r.URL.Query()["id"]) {
		http.Get("http://orders/orders/" + id) // want `GET /values of iterators waits for orders` `GET /values of iterators calls orders GET /orders/\{id\} once per element of a loop`
	}
}

func split(w http.ResponseWriter, r *http.Request) {
	for id := range strings.SplitSeq(r.FormValue("ids"), ",") {
		http.Get("http://orders/orders/" + id) // want `GET /split of iterators waits for orders` `GET /split of iterators calls orders GET /orders/\{id\} once per element of a loop`
	}
}

func keys(w http.ResponseWriter, r *http.Request) {
	for _, id := range slices.Sorted(maps.Keys(r.URL.Query())) {
		http.Get("http://users/users/" + id) // want `GET /keys of iterators waits for users` `GET /keys of iterators calls users GET /users/\{id\} once per element of a loop`
	}
}

// batches makes a call for a hundred elements at a time.
func batches(w http.ResponseWriter, r *http.Request) {
	for ids := range slices.Chunk(r.URL.Query()["id"], 100) {
		http.Get("http://orders/orders/" + strings.Join(ids, ",")) // want `GET /batches of iterators waits for orders` `GET /batches of iterators calls orders GET /orders/\{id\} once per `
	}
}

func main() {
	http.HandleFunc("GET /batches", batches)
	http.HandleFunc("GET /values", values)
	http.HandleFunc("GET /split", split)
	http.HandleFunc("GET /keys", keys)
	sequences()
	http.HandleFunc("GET /pulled", pulled)
	http.HandleFunc("GET /benchmark", benchmark)
	http.HandleFunc("GET /named", named)
	http.ListenAndServe(":8080", nil)
}
