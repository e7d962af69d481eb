// Options as values of an interface, and options that return what they undo.
package main

import (
	"log"
	"net/http"
)

type settings struct {
	scheme, host, prefix string
}

type option interface{ apply(*settings) }

type optionFunc func(*settings)

func (f optionFunc) apply(s *settings) { f(s) }

type hostOption string

func (h hostOption) apply(s *settings) { s.host = string(h) }

func withPrefix(prefix string) option {
	return optionFunc(func(s *settings) { s.prefix = prefix })
}

// chained is an option made of others.
func chained(opts ...option) option {
	return optionFunc(func(s *settings) {
		for _, o := range opts {
			o.apply(s)
		}
	})
}

func dial(opts ...option) *settings {
	s := settings{scheme: "http"}
	for _, o := range opts {
		o.apply(&s)
	}
	return &s
}

func (s *settings) get(id string) error {
	_, err := http.Get(s.scheme + "://" + s.host + s.prefix + "/" + id)
	return err
}

func main() {
	orders := dial(hostOption("orders"), withPrefix("/orders"))
	users := dial(chained(hostOption("users"), withPrefix("/users")))
	http.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		orders.get(r.FormValue("id")) // want `ANY /order of optionvalues waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("/user", func(w http.ResponseWriter, r *http.Request) {
		users.get(r.FormValue("id")) // want `ANY /user of optionvalues waits for users GET /users/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
