// Clients that are made on demand by name and kept in a map, and scratch
// objects out of a sync.Pool.
package main

import (
	"bytes"
	"fmt"
	"net/http"
	"sync"
)

type client struct {
	name string
	base string
}

func newClient(name string) *client {
	return &client{name: name, base: fmt.Sprintf("http://%s", name)}
}

func (c *client) get(path string) error {
	_, err := http.Get(c.base + path)
	return err
}

type clients struct {
	mu sync.Mutex
	by map[string]*client
}

func (c *clients) get(name string) *client {
	c.mu.Lock()
	defer c.mu.Unlock()
	if x, ok := c.by[name]; ok {
		return x
	}
	x := newClient(name)
	c.by[name] = x
	return x
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func main() {
	c := &clients{by: make(map[string]*client)}
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		c.get("orders").get("/orders/1") // want `GET /order of lazypool waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) {
		c.get("users").get("/users/1") // want `GET /user of lazypool waits for users GET /users/\{id\}`
	})
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		b := buffers.Get().(*bytes.Buffer)
		defer buffers.Put(b)
		b.Reset()
		b.WriteString(r.FormValue("cents"))
		http.Post("http://payments/payments", "text/plain", b) // want `POST /pay of lazypool waits for payments POST /payments`
	})
	http.ListenAndServe(":8080", nil)
}
