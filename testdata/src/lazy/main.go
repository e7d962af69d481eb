// What the first request has to wait for is a hop, though it happens once.
package main

import (
	"net/http"
	"sync"
)

type keys struct {
	once sync.Once
	err  error
}

func (k *keys) load() error {
	k.once.Do(func() {
		_, k.err = http.Get("http://users/users/keys") // want `GET /signed of lazy waits for users GET /users/\{id\}`
	})
	return k.err
}

// cached asks only if it has no answer yet.
type cached struct {
	mu     sync.Mutex
	prices map[string]int
}

func (c *cached) price(id string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p, ok := c.prices[id]; ok {
		return p
	}
	http.Get("http://orders/orders/" + id) // want `GET /price of lazy waits for orders GET /orders/\{id\}`
	c.prices[id] = 1
	return 1
}

var eager = sync.OnceValue(func() error {
	_, err := http.Post("http://payments/payments", "text/plain", nil)
	return err
})

func main() {
	if err := eager(); err != nil {
		panic(err)
	}
	k := &keys{}
	c := &cached{prices: map[string]int{}}
	http.HandleFunc("GET /signed", func(w http.ResponseWriter, r *http.Request) {
		if k.load() != nil {
			w.WriteHeader(http.StatusBadGateway)
		}
	})
	http.HandleFunc("GET /price", func(w http.ResponseWriter, r *http.Request) { c.price(r.FormValue("id")) })
	http.ListenAndServe(":8080", nil)
}
