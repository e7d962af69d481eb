// Clients behind atomic values, channels and pointers to pointers.
package main

import (
	"net/http"
	"sync/atomic"
)

type client struct{ base string }

var (
	current atomic.Pointer[client]
	value   atomic.Value
	handed  = make(chan *client, 1)
)

func replace(c **client, base string) { *c = &client{base} }

func main() {
	current.Store(&client{"http://orders"})
	value.Store(&client{"http://users"})
	handed <- &client{"http://payments"}
	var c *client
	replace(&c, "http://orders")

	swap()
	http.HandleFunc("GET /pointer", func(w http.ResponseWriter, r *http.Request) {
		http.Get(current.Load().base + "/orders/1") // want `GET /pointer of atomicclients waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /value", func(w http.ResponseWriter, r *http.Request) {
		http.Get(value.Load().(*client).base + "/users/1") // want `GET /value of atomicclients waits for users GET /users/\{id\}`
	})
	http.HandleFunc("POST /channel", func(w http.ResponseWriter, r *http.Request) {
		c := <-handed
		defer func() { handed <- c }()
		http.Post(c.base+"/payments", "text/plain", nil) // want `POST /channel of atomicclients waits for payments POST /payments`
	})
	http.HandleFunc("GET /replaced", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.base + "/orders/2") // want `GET /replaced of atomicclients waits for orders GET /orders/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
