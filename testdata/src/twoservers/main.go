// Two servers in one process: one for clients, one for operators with probes only.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"
)

func public() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/1") // want `GET /order of twoservers waits for orders GET /orders/\{id\}`
	})
	return mux
}

func internal() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/healthz")
	})
	mux.HandleFunc("POST /flush", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `POST /flush of twoservers waits for users GET /users/\{id\}`
	})
	return mux
}

func main() {
	servers := []*http.Server{
		{Addr: ":8080", Handler: public(), ReadHeaderTimeout: time.Second},
		{Addr: ":9090", Handler: internal()},
	}
	var wg sync.WaitGroup
	for _, s := range servers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := s.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
				log.Print(err)
			}
		}()
	}
	wg.Wait()
	for _, s := range servers {
		s.Shutdown(context.Background())
	}
	http.Get("http://users/users/bye")
}
