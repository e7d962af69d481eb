// Wiring by go.uber.org/dig: two clients of one type, told apart by name.
package main

import (
	"log"
	"net/http"

	"go.uber.org/dig"
)

type client struct{ base string }

func (c *client) get(path string) { http.Get(c.base + path) }

type clients struct {
	dig.In

	Orders *client `name:"orders"`
	Users  *client `name:"users"`
}

type server struct{ clients }

func newServer(c clients) *server { return &server{c} }

func (s *server) order(w http.ResponseWriter, r *http.Request) {
	s.Orders.get("/orders/1") // want `GET /order of digwired waits for orders GET /orders/\{id\}:`
}

func (s *server) user(w http.ResponseWriter, r *http.Request) {
	s.Users.get("/users/1") // want `GET /user of digwired waits for users GET /users/\{id\}:`
}

func main() {
	c := dig.New()
	for _, err := range []error{
		c.Provide(func() *client { return &client{"http://orders"} }, dig.Name("orders")),
		c.Provide(func() *client { return &client{"http://users"} }, dig.Name("users")),
		c.Provide(newServer),
	} {
		if err != nil {
			log.Fatal(err)
		}
	}
	err := c.Invoke(func(s *server) {
		http.HandleFunc("GET /order", s.order)
		http.HandleFunc("GET /user", s.user)
		http.ListenAndServe(":8080", nil)
	})
	if err != nil {
		log.Fatal(err)
	}
}
