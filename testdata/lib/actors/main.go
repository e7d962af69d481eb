// Actors of a group, and a pool of workers.
package main

import (
	"context"
	"net/http"

	"github.com/gammazero/workerpool"
	"github.com/oklog/run"
)

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/1") // want `GET /order of actors waits for orders GET /orders/\{id\}`
}

var workers = workerpool.New(8)

func waited(w http.ResponseWriter, r *http.Request) {
	workers.SubmitWait(func() {
		http.Get("http://users/users/waited") // want `GET /waited of actors waits for users GET /users/\{id\}`
	})
}

// submitted leaves the work to the pool.
func submitted(w http.ResponseWriter, r *http.Request) {
	workers.Submit(func() { http.Get("http://users/users/submitted") })
	w.WriteHeader(http.StatusAccepted)
}

// batch has a pool of its own, and waits until it is empty.
func batch(w http.ResponseWriter, r *http.Request) {
	pool := workerpool.New(2)
	for _, id := range r.URL.Query()["id"] {
		pool.Submit(func() {
			http.Get("http://orders/orders/" + id) // want `GET /batch of actors waits for orders GET /orders/\{id\}` `GET /batch of actors calls orders GET /orders/\{id\} once per element of a loop`
		})
	}
	pool.StopWait()
}

func main() {
	http.HandleFunc("GET /order", order)
	http.HandleFunc("GET /waited", waited)
	http.HandleFunc("GET /submitted", submitted)
	http.HandleFunc("GET /batch", batch)

	var g run.Group
	server := &http.Server{Addr: ":8080"}
	g.Add(server.ListenAndServe, func(error) { server.Shutdown(context.Background()) })
	stop := make(chan struct{})
	g.Add(func() error {
		http.Get("http://users/users/warm")
		<-stop
		return nil
	}, func(error) { close(stop) })
	// It ends when its context does: it calls nobody.
	g.Add(run.ContextHandler(context.Background()))
	g.Run()
}
