// Pools of panjf2000/ants: a submitted function runs on another goroutine, and whether
// the handler waits is up to the handler.
package main

import (
	"log"
	"net/http"
	"sync"

	"github.com/panjf2000/ants/v2"
)

type server struct{ pool *ants.Pool }

func (s *server) joined(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	for _, id := range r.URL.Query()["id"] {
		wg.Add(1)
		err := s.pool.Submit(func() {
			defer wg.Done()
			http.Get("http://orders/orders/" + id) // want `GET /joined of antspools waits for orders GET /orders/\{id\}` `GET /joined of antspools calls orders GET /orders/\{id\} once per element of a loop`
		})
		if err != nil {
			wg.Done()
		}
	}
	wg.Wait()
}

func (s *server) left(w http.ResponseWriter, r *http.Request) {
	if err := s.pool.Submit(func() { http.Get("http://users/users/left") }); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (s *server) plain(w http.ResponseWriter, r *http.Request) {
	ants.Submit(func() { http.Get("http://users/users/plain") })
}

func plainJoined(w http.ResponseWriter, r *http.Request) {
	done := make(chan struct{})
	ants.Submit(func() {
		http.Get("http://orders/orders/plain") // want `GET /plain-joined of antspools waits for orders GET /orders/\{id\}`
		close(done)
	})
	<-done
}

func main() {
	p, err := ants.NewPool(16)
	if err != nil {
		log.Fatal(err)
	}
	defer p.Release()
	s := &server{p}
	http.HandleFunc("GET /joined", s.joined)
	http.HandleFunc("GET /left", s.left)
	http.HandleFunc("GET /plain", s.plain)
	http.HandleFunc("GET /plain-joined", plainJoined)
	invoked, err := ants.NewPoolWithFunc(8, fetchOne)
	if err != nil {
		log.Fatal(err)
	}
	f := &fetcher{invoked}
	http.HandleFunc("GET /invoked", f.all)
	http.HandleFunc("GET /invoked-left", f.one)
	http.HandleFunc("GET /many", newMany().all)
	http.ListenAndServe(":8080", nil)
}
