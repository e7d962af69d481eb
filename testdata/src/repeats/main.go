// A closure that is called in a loop, deferred calls, a channel that is drained, and
// loops that end at once or end before the call.
package main

import (
	"net/http"
)

func get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// closure is made once and called for each element.
func closure(w http.ResponseWriter, r *http.Request) {
	load := func(id string) error {
		return get("http://orders/orders/" + id) // want `GET /closure of repeats waits for orders` `GET /closure of repeats calls orders GET /orders/\{id\} once per element of a loop`
	}
	for _, id := range r.URL.Query()["id"] {
		load(id)
	}
}

// after makes a function in a loop and calls it once, outside of it.
func after(w http.ResponseWriter, r *http.Request) {
	var last func() error
	for _, id := range r.URL.Query()["id"] {
		last = func() error {
			return get("http://orders/orders/" + id) // want `GET /after of repeats waits for orders`
		}
	}
	if last != nil {
		last()
	}
}

// first leaves the loop right after its call.
func first(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.URL.Query()["id"] {
		if id == "" {
			continue
		}
		get("http://orders/orders/" + id) // want `GET /first of repeats waits for orders`
		return
	}
}

// deferred runs its loop's calls at the end.
func deferred(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.URL.Query()["id"] {
		defer get("http://orders/orders/" + id) // want `GET /deferred of repeats waits for orders` `GET /deferred of repeats calls orders GET /orders/\{id\} once per element of a loop`
	}
}

// drained reads a channel that a goroutine feeds.
func drained(w http.ResponseWriter, r *http.Request) {
	ids := make(chan string)
	go func() {
		defer close(ids)
		for _, id := range r.URL.Query()["id"] {
			ids <- id
		}
	}()
	for id := range ids {
		get("http://users/users/" + id) // want `GET /drained of repeats waits for users` `GET /drained of repeats calls users GET /users/\{id\} once per element of a loop`
	}
}

func main() {
	http.HandleFunc("GET /closure", closure)
	http.HandleFunc("GET /after", after)
	http.HandleFunc("GET /first", first)
	http.HandleFunc("GET /deferred", deferred)
	http.HandleFunc("GET /drained", drained)
	http.ListenAndServe(":8080", nil)
}
