package main

import (
	"iter"
	"net/http"
	"testing"
)

// fetched gives orders as it gets them.
func fetched(ids []string) iter.Seq[*http.Response] {
	return func(yield func(*http.Response) bool) {
		for _, id := range ids {
			resp, err := http.Get("http://orders/orders/" + id) // want `GET /pulled of iterators waits for orders GET /orders/\{id\}` `GET /pulled of iterators calls orders GET /orders/\{id\} once per element of a loop`
			if err != nil || !yield(resp) {
				return
			}
		}
	}
}

func pulled(w http.ResponseWriter, r *http.Request) {
	next, stop := iter.Pull(fetched(r.URL.Query()["id"]))
	defer stop()
	for resp, ok := next(); ok; resp, ok = next() {
		resp.Body.Close()
	}
}

// benchmark measures how fast users answer, as often as it takes.
func benchmark(w http.ResponseWriter, r *http.Request) {
	testing.Benchmark(func(b *testing.B) {
		b.Run("users", func(b *testing.B) {
			for b.Loop() {
				http.Get("http://users/users/1") // want `GET /benchmark of iterators waits for users GET /users/\{id\}` `GET /benchmark of iterators calls users GET /users/\{id\} once per turn of a loop`
			}
		})
	})
}

// named pulls the addresses that it calls.
func named(w http.ResponseWriter, r *http.Request) {
	next, stop := iter.Pull2(func(yield func(string, string) bool) { yield("users", "http://orders/orders/") })
	defer stop()
	if _, base, ok := next(); ok {
		http.Get(base + "1") // want `GET /named of iterators waits for orders GET /orders/\{id\}`
	}
}
