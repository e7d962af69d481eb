// A service locator and clients in maps and slices: the key that is asked for decides.
package main

import (
	"fmt"
	"log"
	"net/http"
	"sync"
)

type client struct{ base string }

func (c *client) get(path string) error {
	resp, err := http.Get(c.base + path)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type locator struct {
	mu sync.RWMutex
	by map[string]any
}

func newLocator() *locator { return &locator{by: make(map[string]any)} }

func (l *locator) register(name string, v any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, dup := l.by[name]; dup {
		panic("registered twice: " + name)
	}
	l.by[name] = v
}

func (l *locator) lookup(name string) (any, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	v, ok := l.by[name]
	if !ok {
		return nil, fmt.Errorf("nothing registered as %s", name)
	}
	return v, nil
}

func mustClient(l *locator, name string) *client {
	v, err := l.lookup(name)
	if err != nil {
		panic(err)
	}
	return v.(*client)
}

const (
	ordersKey = "orders"
	usersKey  = "users"
)

var clients = map[string]*client{
	ordersKey: {"http://orders"},
	usersKey:  {"http://users"},
	"spare":   {"http://payments"},
}

const (
	orders = iota
	users
	spare
)

var table = [...]*client{
	orders: {"http://orders"},
	users:  {"http://users"},
	spare:  {"http://payments"},
}

func main() {
	l := newLocator()
	l.register(ordersKey, &client{"http://orders"})
	l.register(usersKey, &client{"http://users"})
	l.register("spare", &client{"http://payments"})

	http.HandleFunc("/locator", func(w http.ResponseWriter, r *http.Request) {
		mustClient(l, ordersKey).get("/orders/1") // want `ANY /locator of locator waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("/map", func(w http.ResponseWriter, r *http.Request) {
		clients[usersKey].get("/users/1") // want `ANY /map of locator waits for users GET /users/\{id\}`
	})
	http.HandleFunc("/comma-ok", func(w http.ResponseWriter, r *http.Request) {
		if c, ok := clients["orders"]; ok {
			c.get("/orders/1") // want `ANY /comma-ok of locator waits for orders GET /orders/\{id\}`
		}
	})
	http.HandleFunc("/slice", func(w http.ResponseWriter, r *http.Request) {
		table[users].get("/users/1") // want `ANY /slice of locator waits for users GET /users/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
