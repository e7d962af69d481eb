// Type switches and assertions: the branch that the value cannot take calls nobody.
package main

import (
	"log"
	"net/http"
)

type (
	local  struct{}
	remote struct{ url string }
	bulk   interface{ All() []string }
)

func (local) All() []string { return nil }

func fetch(source any) error {
	switch s := source.(type) {
	case remote:
		_, err := http.Get(s.url) // want `GET /remote of typeswitch waits for orders GET /orders/\{id\}`
		return err
	case bulk:
		s.All()
	case string:
		_, err := http.Get(s) // want `GET /string of typeswitch waits for users GET /users/\{id\}`
		return err
	}
	return nil
}

func serve(source any) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := fetch(source); err != nil {
			w.WriteHeader(http.StatusBadGateway)
		}
	}
}

func main() {
	http.HandleFunc("GET /local", serve(local{}))
	http.HandleFunc("GET /remote", serve(remote{"http://orders/orders/1"}))
	http.HandleFunc("GET /string", serve("http://users/users/1"))
	http.HandleFunc("GET /number", serve(7))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
