// A handler that waits for a goroutine through a condition variable.
package main

import (
	"net/http"
	"sync"
)

func handler(w http.ResponseWriter, r *http.Request) {
	var (
		mu   sync.Mutex
		done bool
	)
	cond := sync.NewCond(&mu)
	go func() {
		http.Get("http://orders/orders/1") // want `GET /cond of cond waits for orders GET /orders/\{id\}`
		mu.Lock()
		defer mu.Unlock()
		done = true
		cond.Signal()
	}()
	mu.Lock()
	defer mu.Unlock()
	for !done {
		cond.Wait()
	}
}

func main() {
	http.HandleFunc("GET /cond", handler)
	http.ListenAndServe(":8080", nil)
}
