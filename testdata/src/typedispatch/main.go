// A mediator finds handlers by the type of a command. That a handler asserts another
// type than it gets ends there: it calls nobody.
package main

import (
	"net/http"
	"reflect"
)

type place struct{ order string }

type cancel struct{ order string }

type rename struct{ user string }

type mediator map[reflect.Type]func(any) error

func on[C any](m mediator, handle func(C) error) {
	m[reflect.TypeFor[C]()] = func(c any) error { return handle(c.(C)) }
}

func (m mediator) send(c any) error { return m[reflect.TypeOf(c)](c) }

func main() {
	m := mediator{}
	on(m, func(c place) error {
		_, err := http.Post("http://orders/orders", c.order, nil) // want `POST /place of typedispatch waits for orders POST /orders`
		return err
	})
	on(m, func(c cancel) error {
		_, err := http.Get("http://orders/orders/" + c.order) // want `POST /cancel of typedispatch waits for orders GET /orders/\{id\}`
		return err
	})
	on(m, func(c rename) error {
		_, err := http.Get("http://users/users/" + c.user)
		return err
	})
	http.HandleFunc("GET /names", names)
	http.HandleFunc("POST /place", func(w http.ResponseWriter, r *http.Request) { m.send(place{r.FormValue("id")}) })
	http.HandleFunc("POST /cancel", func(w http.ResponseWriter, r *http.Request) { m.send(cancel{r.FormValue("id")}) })
	http.ListenAndServe(":8080", nil)
}
