// Clients in a sync.Map, and in a pool that makes them.
package main

import (
	"net/http"
	"sync"
)

type client struct{ base string }

var (
	clients sync.Map
	pool    = sync.Pool{New: func() any { return &client{base: "http://users"} }}
)

func clientFor(name string) *client {
	if c, ok := clients.Load(name); ok {
		return c.(*client)
	}
	c, _ := clients.LoadOrStore(name, &client{base: "http://" + name})
	return c.(*client)
}

func main() {
	http.HandleFunc("GET /map", func(w http.ResponseWriter, r *http.Request) {
		http.Get(clientFor("orders").base + "/orders/1") // want `GET /map of syncmap waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /pool", func(w http.ResponseWriter, r *http.Request) {
		c := pool.Get().(*client)
		defer pool.Put(c)
		http.Get(c.base + "/users/1") // want `GET /pool of syncmap waits for users GET /users/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
