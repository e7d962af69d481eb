// Constructors with several strings in a row: each goes where its place says.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
)

type backend struct {
	ordersURL, usersURL, token string
}

func newBackend(token, orders, users string) (*backend, error) {
	if orders == "" || users == "" {
		return nil, errors.New("orders and users are needed")
	}
	b := &backend{orders, users, token}
	return b, b.check()
}

func (b *backend) check() error {
	if len(b.token) < 8 {
		return errors.New("short token")
	}
	return nil
}

func swap(a, b string) (string, string) { return b, a }

func main() {
	users, orders := swap(os.Getenv("ORDERS_URL"), os.Getenv("USERS_URL"))
	b, err := newBackend(os.Getenv("TOKEN"), orders, users)
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		http.Get(b.ordersURL + "/orders/1") // want `ANY /order of positional waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("/user", func(w http.ResponseWriter, r *http.Request) {
		http.Get(b.usersURL + "/users/1") // want `ANY /user of positional waits for users GET /users/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
