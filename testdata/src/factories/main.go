// Clients out of factories: functions in maps by kind, a switch on a constant, a
// registry that packages fill in init, and closures that return closures.
package main

import (
	"fmt"
	"net/http"

	"cases/factories/driver"
	_ "cases/factories/driver/web"
)

type client interface{ Find(id string) error }

type orders struct{ base string }

func (o orders) Find(id string) error {
	_, err := http.Get(o.base + "/orders/" + id) // want `GET /kind of factories \(like 2 other endpoints\) waits for orders GET /orders/\{id\}`
	return err
}

type users struct{ base string }

func (u users) Find(id string) error {
	_, err := http.Get(u.base + "/users/" + id)
	return err
}

var kinds = map[string]func(base string) client{
	"orders": func(base string) client { return orders{base} },
	"users":  func(base string) client { return users{base} },
}

const (
	kindOrders = iota + 1
	kindUsers
)

func newClient(kind int, base string) (client, error) {
	switch kind {
	case kindOrders:
		return orders{base}, nil
	case kindUsers:
		return users{base}, nil
	}
	return nil, fmt.Errorf("unknown kind %d", kind)
}

func finder(base string) func(id string) func() error {
	return func(id string) func() error {
		return func() error { return orders{base}.Find(id) }
	}
}

func find(c client) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := c.Find(r.FormValue("id")); err != nil {
			w.WriteHeader(http.StatusBadGateway)
		}
	}
}

func main() {
	http.HandleFunc("GET /kind", find(kinds["orders"]("http://orders")))
	c, err := newClient(kindOrders, "http://orders")
	if err != nil {
		panic(err)
	}
	http.HandleFunc("GET /switch", find(c))
	by := finder("http://orders")
	http.HandleFunc("GET /curried", func(w http.ResponseWriter, r *http.Request) { by("1")() })
	conn, err := driver.Open("web", "http://users/users/")
	if err != nil {
		panic(err)
	}
	http.HandleFunc("GET /driver", func(w http.ResponseWriter, r *http.Request) { conn.Query("1") })
	http.ListenAndServe(":8080", nil)
}
