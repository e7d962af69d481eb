package main

import (
	"net/http"
	"sync/atomic"
)

var (
	next atomic.Pointer[client]
	last atomic.Value
)

// swap puts a client in the place of one that is not stored: only the new one is.
func swap() {
	next.CompareAndSwap(nil, &client{"http://users"})
	next.CompareAndSwap(&client{"http://payments"}, &client{"http://orders"})
	last.CompareAndSwap(nil, &client{"http://orders"})
	http.HandleFunc("GET /last", func(w http.ResponseWriter, r *http.Request) {
		http.Get(last.Load().(*client).base + "/orders/2") // want `GET /last of atomicclients waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /swapped", func(w http.ResponseWriter, r *http.Request) {
		http.Get(next.Load().base + "/orders/1") // want `GET /swapped of atomicclients waits for orders GET /orders/\{id\}` `GET /swapped of atomicclients waits for users GET /orders/1`
	})
}
