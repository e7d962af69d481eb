// Handlers on embedded structs, methods that are promoted and overridden, and interfaces
// that embed interfaces.
package main

import (
	"log"
	"net/http"
)

type reader interface{ Read(id string) error }

type writer interface{ Write() error }

type store interface {
	reader
	writer
}

type remote struct{ base string }

func (r *remote) Read(id string) error {
	_, err := http.Get(r.base + "/orders/" + id) // want `GET /a of embeddedapi waits for orders GET /orders/\{id\}`
	return err
}

func (r *remote) Write() error {
	_, err := http.Post(r.base+"/orders", "text/plain", nil) // want `POST /a of embeddedapi waits for orders POST /orders`
	return err
}

// readOnly overrides Write.
type readOnly struct{ store }

func (readOnly) Write() error { return http.ErrNotSupported }

type base struct{ store store }

func (b *base) read(w http.ResponseWriter, r *http.Request) { b.store.Read(r.FormValue("id")) }

func (b *base) write(w http.ResponseWriter, r *http.Request) { b.store.Write() }

type apiA struct {
	*base
	name string
}

type apiB struct{ base }

// read overrides.
func (b *apiB) read(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNotFound) }

func main() {
	s := &remote{"http://orders"}
	a := apiA{&base{s}, "a"}
	b := &apiB{base{readOnly{s}}}
	http.HandleFunc("GET /a", a.read)
	http.HandleFunc("POST /a", a.write)
	http.HandleFunc("GET /b", b.read)
	http.HandleFunc("POST /b", b.write)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
