// A queue in memory whose workers call others after the request has been answered,
// and a job that the request waits for.
package main

import (
	"context"
	"net/http"
)

type job struct {
	url  string
	done chan error
}

type queue struct{ jobs chan job }

func (q *queue) work() {
	for j := range q.jobs {
		resp, err := http.Post(j.url, "application/json", nil)
		if err == nil {
			resp.Body.Close()
		}
		if j.done != nil {
			j.done <- err
		}
	}
}

func (q *queue) later(url string) { q.jobs <- job{url: url} }

func (q *queue) now(ctx context.Context, url string) error {
	done := make(chan error, 1)
	q.jobs <- job{url, done} // want `POST /orders of jobdone waits for orders POST /orders`
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	q := &queue{jobs: make(chan job, 100)}
	for range 4 {
		go q.work()
	}
	http.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		if err := q.now(r.Context(), "http://orders/orders"); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	http.HandleFunc("POST /payments", func(w http.ResponseWriter, r *http.Request) {
		q.later("http://payments/payments")
		w.WriteHeader(http.StatusAccepted)
	})
	http.ListenAndServe(":8080", nil)
}
