// Callbacks that the standard library calls once per element.
package main

import (
	"net/http"
	"slices"
	"sync"
)

func known(id string) bool {
	resp, err := http.Get("http://users/users/" + id) // want `GET /contains of libraryloops waits for users GET /users/\{id\}` `GET /contains of libraryloops calls users GET /users/\{id\} once per element of a loop`
	return err == nil && resp.StatusCode == http.StatusOK
}

func contains(w http.ResponseWriter, r *http.Request) {
	if !slices.ContainsFunc(r.URL.Query()["id"], known) {
		w.WriteHeader(http.StatusNotFound)
	}
}

var sessions sync.Map

func ranged(w http.ResponseWriter, r *http.Request) {
	sessions.Range(func(id, _ any) bool {
		http.Get("http://orders/orders/" + id.(string)) // want `GET /ranged of libraryloops waits for orders GET /orders/\{id\}` `GET /ranged of libraryloops calls orders GET /orders/\{id\} once per element of a loop`
		return true
	})
}

func main() {
	http.HandleFunc("GET /contains", contains)
	http.HandleFunc("GET /ranged", ranged)
	functions()
	http.ListenAndServe(":8080", nil)
}
