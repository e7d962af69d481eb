// A configuration that is exchanged while the service runs.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
)

type config struct{ orders, users string }

func read() *config {
	return &config{orders: os.Getenv("ORDERS_URL"), users: os.Getenv("USERS_URL")}
}

var current atomic.Pointer[config]

// guarded is a configuration behind a lock.
type guarded struct {
	mu  sync.RWMutex
	cfg *config
}

func (g *guarded) get() *config {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.cfg
}

func (g *guarded) set(c *config) {
	g.mu.Lock()
	g.cfg = c
	g.mu.Unlock()
}

var value atomic.Value

func main() {
	g := &guarded{}
	current.Store(read())
	g.set(read())
	value.Store(read())
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	go func() {
		for range hup {
			current.Store(read())
			g.set(read())
			http.Get("http://users/users/reloaded")
		}
	}()
	http.HandleFunc("GET /pointer", func(w http.ResponseWriter, r *http.Request) {
		http.Get(current.Load().orders + "/orders/1") // want `GET /pointer of reload waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /guarded", func(w http.ResponseWriter, r *http.Request) {
		http.Get(g.get().users + "/users/1") // want `GET /guarded of reload waits for users GET /users/\{id\}`
	})
	http.HandleFunc("GET /value", func(w http.ResponseWriter, r *http.Request) {
		http.Get(value.Load().(*config).users + "/users/1") // want `GET /value of reload waits for users GET /users/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
