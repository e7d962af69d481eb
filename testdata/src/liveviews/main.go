// Handlers that stay: a stream of events and a long poll ask others again and again while
// a client waits. A broadcaster asks once for all of them, in the background.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

func events(w http.ResponseWriter, r *http.Request) {
	flush := w.(http.Flusher)
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-t.C:
			resp, err := http.Get("http://orders/orders/" + r.PathValue("id")) /* runs: request */ // want `GET /events/\{id\} of liveviews waits for orders GET /orders/\{id\}` `GET /events/\{id\} of liveviews calls orders GET /orders/\{id\} once per turn of a loop`
			if err != nil {
				return
			}
			fmt.Fprintf(w, "data: %s\n\n", resp.Status)
			flush.Flush()
		}
	}
}

// status waits until something has changed.
func status(w http.ResponseWriter, r *http.Request) {
	deadline := time.After(30 * time.Second)
	for {
		resp, err := http.Get("http://users/users/1") /* runs: request */ // want `GET /status of liveviews waits for users GET /users/\{id\}`
		if err == nil && resp.StatusCode == http.StatusOK {
			w.WriteHeader(http.StatusOK)
			return
		}
		select {
		case <-deadline:
			w.WriteHeader(http.StatusNoContent)
			return
		case <-time.After(time.Second):
		}
	}
}

// board tells all who look at it the same.
type board struct {
	mu   sync.Mutex
	subs map[chan string]bool
}

func (b *board) run() {
	for range time.Tick(time.Second) {
		resp, err := http.Get("http://users/users/online") // runs: poll background
		if err != nil {
			continue
		}
		b.mu.Lock()
		for s := range b.subs {
			select {
			case s <- resp.Status:
			default:
			}
		}
		b.mu.Unlock()
	}
}

func (b *board) watch(w http.ResponseWriter, r *http.Request) {
	s := make(chan string, 1)
	b.mu.Lock()
	b.subs[s] = true
	b.mu.Unlock()
	for {
		select {
		case text := <-s:
			fmt.Fprintf(w, "data: %s\n\n", text)
		case <-r.Context().Done():
			b.mu.Lock()
			delete(b.subs, s)
			b.mu.Unlock()
			return
		}
	}
}

func main() {
	b := &board{subs: map[chan string]bool{}}
	go b.run()
	http.HandleFunc("GET /events/{id}", events)
	http.HandleFunc("GET /status", status)
	http.HandleFunc("GET /board", b.watch)
	http.ListenAndServe(":8080", nil)
}
