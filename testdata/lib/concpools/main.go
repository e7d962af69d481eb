// Pools of sourcegraph/conc: what is waited for counts.
package main

import (
	"context"
	"net/http"

	"github.com/sourcegraph/conc"
	"github.com/sourcegraph/conc/iter"
	"github.com/sourcegraph/conc/panics"
	"github.com/sourcegraph/conc/pool"
	"github.com/sourcegraph/conc/stream"
)

func get(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func waitGroup(w http.ResponseWriter, r *http.Request) {
	var wg conc.WaitGroup
	wg.Go(func() { get(r.Context(), "http://orders/orders/1") }) // want `GET /wait-group of concpools waits for orders GET /orders/\{id\}`
	wg.Wait()
}

func pooled(w http.ResponseWriter, r *http.Request) {
	p := pool.New().WithMaxGoroutines(4).WithErrors().WithContext(r.Context())
	for _, id := range r.URL.Query()["id"] {
		p.Go(func(ctx context.Context) error {
			return get(ctx, "http://orders/orders/"+id) // want `GET /pooled of concpools waits for orders GET /orders/\{id\}` `GET /pooled of concpools calls orders GET /orders/\{id\} once per element of a loop`
		})
	}
	if err := p.Wait(); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func results(w http.ResponseWriter, r *http.Request) {
	p := pool.NewWithResults[string]().WithContext(r.Context())
	p.Go(func(ctx context.Context) (string, error) {
		return "", get(ctx, "http://users/users/1") // want `GET /results of concpools waits for users GET /users/\{id\}`
	})
	if _, err := p.Wait(); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func mapped(w http.ResponseWriter, r *http.Request) {
	iter.Map(r.URL.Query()["id"], func(id *string) error {
		return get(r.Context(), "http://users/users/"+*id) // want `GET /mapped of concpools waits for users GET /users/\{id\}` `GET /mapped of concpools calls users GET /users/\{id\} once per element of a loop`
	})
}

func streamed(w http.ResponseWriter, r *http.Request) {
	s := stream.New().WithMaxGoroutines(2)
	s.Go(func() stream.Callback {
		err := get(r.Context(), "http://orders/orders/streamed") // want `GET /streamed of concpools waits for orders GET /orders/\{id\}`
		return func() {
			if err == nil {
				get(r.Context(), "http://users/users/streamed") // want `GET /streamed of concpools waits for users GET /users/\{id\}`
			}
		}
	})
	s.Wait()
}

func unstreamed(w http.ResponseWriter, r *http.Request) {
	s := stream.New()
	s.Go(func() stream.Callback {
		get(context.Background(), "http://orders/orders/unstreamed")
		return func() {}
	})
}

func each(w http.ResponseWriter, r *http.Request) {
	iter.ForEach(r.URL.Query()["id"], func(id *string) {
		get(r.Context(), "http://orders/orders/"+*id) // want `GET /each of concpools waits for orders GET /orders/\{id\}` `GET /each of concpools calls orders GET /orders/\{id\} once per element of a loop`
	})
}

// caught runs there and then what may panic.
func caught(w http.ResponseWriter, r *http.Request) {
	var catcher panics.Catcher
	catcher.Try(func() { get(r.Context(), "http://orders/orders/caught") })          // want `GET /caught of concpools waits for orders GET /orders/\{id\}`
	if panics.Try(func() { get(r.Context(), "http://users/users/caught") }) != nil { // want `GET /caught of concpools waits for users GET /users/\{id\}`
		catcher.Repanic()
	}
}

// background is waited for at the end of the program.
var background = pool.New()

func later(w http.ResponseWriter, r *http.Request) {
	background.Go(func() { get(context.Background(), "http://users/users/later") })
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	http.HandleFunc("GET /caught", caught)
	http.HandleFunc("GET /wait-group", waitGroup)
	http.HandleFunc("GET /pooled", pooled)
	http.HandleFunc("GET /results", results)
	http.HandleFunc("GET /mapped", mapped)
	http.HandleFunc("GET /streamed", streamed)
	http.HandleFunc("GET /unstreamed", unstreamed)
	http.HandleFunc("GET /each", each)
	http.HandleFunc("GET /later", later)
	http.ListenAndServe(":8080", nil)
	background.Wait()
}
