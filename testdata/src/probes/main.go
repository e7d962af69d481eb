// Readiness probes, start-up checks and fixtures are no requests of clients.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"
)

type checker struct{ deps map[string]string }

func (c checker) check(ctx context.Context) error {
	var errs []error
	for name, url := range c.deps {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", name, err))
			continue
		}
		resp.Body.Close()
	}
	return errors.Join(errs...)
}

func (c checker) ready(w http.ResponseWriter, r *http.Request) {
	if err := c.check(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// waitFor blocks start-up until the users are there.
func waitFor(url string) {
	for {
		if resp, err := http.Get(url); err == nil && resp.StatusCode == http.StatusOK {
			return
		}
		time.Sleep(time.Second)
	}
}

// seed puts example data into a fresh installation.
func seed() {
	for i := range 10 {
		http.Get(fmt.Sprintf("http://orders/orders/%d", i))
	}
}

func main() {
	waitFor("http://users/users/0")
	seed()
	c := checker{deps: map[string]string{"users": "http://users/healthz", "orders": "http://orders/healthz"}}
	if err := c.check(context.Background()); err != nil {
		panic(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /readyz", c.ready)
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("GET /status", status)
	http.ListenAndServe(":8080", mux)
}

// status looks like a probe, but is asked by clients.
func status(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + r.FormValue("order")) // want `GET /status of probes waits for orders GET /orders/\{id\}`
}
