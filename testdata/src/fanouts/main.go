// Clients that were made for each of any number of addresses: who loops over them sends
// as many calls. Those that the program adds one by one get one each.
package main

import (
	"net/http"
	"os"
	"slices"
	"strings"
)

type client struct{ base string }

func (c *client) get(path string) { http.Get(c.base + path) } // want `GET /mixed of fanouts waits for orders` `GET /mixed of fanouts calls orders GET /orders/\{id\} once per` `GET /mixed of fanouts waits for users` `GET /mixed of fanouts calls users GET /orders/mixed once per`

type pool struct{ clients []*client }

func (p *pool) add(c *client) { p.clients = append(p.clients, c) }

func (p *pool) all(path string) {
	for _, c := range p.clients {
		c.get(path)
	}
}

// node is a list of clients.
type node struct {
	c    *client
	next *node
}

func list(addrs []string) *node {
	var first *node
	for range addrs {
		first = &node{&client{os.Getenv("USERS_URL")}, first}
	}
	return first
}

func main() {
	addrs := strings.Split(os.Getenv("REPLICAS"), ",")

	var local []*client
	for range addrs {
		local = append(local, &client{os.Getenv("ORDERS_URL")})
	}
	http.HandleFunc("GET /local", func(w http.ResponseWriter, r *http.Request) {
		for _, c := range local {
			c.get("/orders/local") // want `GET /local of fanouts waits for orders` `GET /local of fanouts calls orders GET /orders/\{id\} once per`
		}
	})

	many := &pool{}
	for range addrs {
		many.add(&client{os.Getenv("ORDERS_URL")})
	}
	http.HandleFunc("GET /pool", func(w http.ResponseWriter, r *http.Request) { many.all("/orders/pool") }) // want `GET /pool of fanouts waits for orders` `GET /pool of fanouts calls orders GET /orders/\{id\} once per`

	// Two more of the same make no difference.
	mixed := []*client{{"http://users"}}
	for range addrs {
		mixed = append(mixed, &client{os.Getenv("ORDERS_URL")}, &client{os.Getenv("USERS_URL")})
	}
	http.HandleFunc("GET /mixed", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < len(mixed); i++ {
			mixed[i].get("/orders/mixed")
		}
	})

	first := list(addrs)
	http.HandleFunc("GET /list", func(w http.ResponseWriter, r *http.Request) {
		for n := first; n != nil; n = n.next {
			n.c.get("/users/list") // want `GET /list of fanouts waits for users` `GET /list of fanouts calls users GET /users/\{id\} once per`
		}
	})

	http.HandleFunc("GET /values", func(w http.ResponseWriter, r *http.Request) {
		for c := range slices.Values(local) {
			c.get("/orders/values") // want `GET /values of fanouts waits for orders` `GET /values of fanouts calls orders GET /orders/\{id\} once per`
		}
	})

	// A handler that keeps what it is asked for goes over all of it.
	var seen []string
	http.HandleFunc("GET /seen", func(w http.ResponseWriter, r *http.Request) {
		seen = append(seen, r.FormValue("id"))
	})
	http.HandleFunc("GET /again", func(w http.ResponseWriter, r *http.Request) {
		for _, id := range seen {
			http.Get("http://orders/orders/" + id) // want `GET /again of fanouts waits for orders` `GET /again of fanouts calls orders GET /orders/\{id\} once per`
		}
	})

	fixed := &pool{}
	fixed.add(&client{"http://users"})
	http.HandleFunc("GET /fixed", func(w http.ResponseWriter, r *http.Request) { fixed.all("/users/1") }) // want `GET /fixed of fanouts waits for users GET /users/\{id\}`

	http.ListenAndServe(":8080", nil)
}
