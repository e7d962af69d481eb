// One handler type, two instances with different implementations behind them: what one
// calls is not what the other calls.
package main

import (
	"log"
	"net/http"
)

type finder interface{ Find(id string) error }

type orderFinder struct{ base string }

func (f orderFinder) Find(id string) error {
	_, err := http.Get(f.base + "/orders/" + id) // want `GET /o/\{id\} of perinstance waits for orders GET /orders/\{id\}`
	return err
}

type userFinder struct{ base string }

func (f *userFinder) Find(id string) error {
	_, err := http.Get(f.base + "/users/" + id) // want `GET /u/\{id\} of perinstance waits for users GET /users/\{id\}`
	return err
}

type localFinder map[string]bool

func (f localFinder) Find(id string) error {
	if !f[id] {
		return http.ErrMissingFile
	}
	return nil
}

type handler struct{ finder }

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h.Find(r.PathValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
	}
}

func main() {
	mux := http.NewServeMux()
	for pattern, f := range map[string]finder{
		"GET /l/{id}": localFinder{"a": true},
	} {
		mux.Handle(pattern, handler{f})
	}
	mux.Handle("GET /o/{id}", handler{orderFinder{"http://orders"}})
	mux.Handle("GET /u/{id}", handler{&userFinder{"http://users"}})
	log.Fatal(http.ListenAndServe(":8080", mux))
}
