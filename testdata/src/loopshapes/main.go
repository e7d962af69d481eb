// Shapes of loops around a call: data, pages, bounds, helpers, iterators, recursion and
// retries.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"log"
	"net/http"
	"time"
)

func fetch(ctx context.Context, url string, out any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

type order struct {
	ID    string
	Items []item
	Next  string
}

type item struct{ User string }

// response ranges over what another service answered.
func response(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := fetch(r.Context(), "http://orders/orders/1", &o); err != nil { // want `GET /response of loopshapes waits for orders GET /orders/\{id\}`
		return
	}
	for _, it := range o.Items {
		var u struct{ Name string }
		fetch(r.Context(), "http://users/users/"+it.User, &u) // want `GET /response of loopshapes waits for users` `GET /response of loopshapes calls users GET /users/\{id\} once per element of a loop`
	}
}

// body ranges over what the request brought.
func body(w http.ResponseWriter, r *http.Request) {
	var in struct{ Users map[string]int }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return
	}
	for id := range in.Users {
		fetch(r.Context(), "http://users/users/"+id, new(item)) // want `POST /body of loopshapes waits for users` `POST /body of loopshapes calls users GET /users/\{id\} once per element of a loop`
	}
}

// bound counts to a number that the request decides.
func bound(w http.ResponseWriter, r *http.Request) {
	ids := r.URL.Query()["id"]
	for i := 0; i < len(ids); i++ {
		fetch(r.Context(), "http://users/users/"+ids[i], new(item)) // want `GET /bound of loopshapes waits for users` `GET /bound of loopshapes calls users GET /users/\{id\} once per turn of a loop`
	}
}

// levels has its loop two levels above the call.
func levels(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.URL.Query()["id"] {
		levelOne(r.Context(), id)
	}
}

func levelOne(ctx context.Context, id string) { levelTwo(ctx, id) }

func levelTwo(ctx context.Context, id string) {
	fetch(ctx, "http://users/users/"+id, new(item)) // want `GET /levels of loopshapes waits for users` `GET /levels of loopshapes calls users GET /users/\{id\} once per element of a loop`
}

// each hides the loop in a helper.
func each[T any](in []T, f func(T) error) error {
	for _, v := range in {
		if err := f(v); err != nil {
			return err
		}
	}
	return nil
}

func hidden(w http.ResponseWriter, r *http.Request) {
	each(r.URL.Query()["id"], func(id string) error {
		return fetch(r.Context(), "http://users/users/"+id, new(item)) // want `GET /hidden of loopshapes waits for users` `GET /hidden of loopshapes calls users GET /users/\{id\} once per element of a loop`
	})
}

// ids is a sequence that makes no calls itself.
func ids(r *http.Request) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, id := range r.URL.Query()["id"] {
			if !yield(id) {
				return
			}
		}
	}
}

func rangeFunc(w http.ResponseWriter, r *http.Request) {
	for id := range ids(r) {
		fetch(r.Context(), "http://users/users/"+id, new(item)) // want `GET /range-func of loopshapes waits for users` `GET /range-func of loopshapes calls users GET /users/\{id\} once per element of a loop`
	}
}

// tree calls itself for its children.
func tree(w http.ResponseWriter, r *http.Request) { walk(r.Context(), r.FormValue("root")) }

func walk(ctx context.Context, id string) {
	var o order
	if err := fetch(ctx, "http://orders/orders/"+id, &o); err != nil { // want `GET /tree of loopshapes waits for orders` `GET /tree of loopshapes calls orders GET /orders/\{id\} once per element of a loop`
		return
	}
	for _, it := range o.Items {
		walk(ctx, it.User)
	}
}

// retried makes one call, up to three times.
func retried(w http.ResponseWriter, r *http.Request) {
	var err error
	for attempt := 0; attempt < 3; attempt++ {
		if err = fetch(r.Context(), "http://orders/orders/retried", new(order)); err == nil { // want `GET /retried of loopshapes waits for orders`
			break
		}
		time.Sleep(time.Duration(attempt) * time.Second)
	}
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func withRetry(ctx context.Context, n int, f func() error) error {
	backoff := 10 * time.Millisecond
	for i := 0; ; i++ {
		err := f()
		if err == nil || i >= n {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		case <-time.After(backoff):
			backoff *= 2
		}
	}
}

func helperRetried(w http.ResponseWriter, r *http.Request) {
	withRetry(r.Context(), 5, func() error {
		return fetch(r.Context(), "http://orders/orders/helper", new(order)) // want `GET /helper-retried of loopshapes waits for orders`
	})
}

// outside calls after a loop and before another.
func outside(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("default")
	for _, s := range r.URL.Query()["id"] {
		if len(s) == 8 {
			id = s
		}
	}
	fetch(r.Context(), "http://orders/orders/"+id, new(order)) // want `GET /outside of loopshapes waits for orders`
	for range r.Header {
		id += "x"
	}
}

func main() {
	http.HandleFunc("GET /response", response)
	http.HandleFunc("POST /body", body)
	http.HandleFunc("GET /bound", bound)
	http.HandleFunc("GET /levels", levels)
	http.HandleFunc("GET /hidden", hidden)
	http.HandleFunc("GET /range-func", rangeFunc)
	http.HandleFunc("GET /tree", tree)
	http.HandleFunc("GET /retried", retried)
	http.HandleFunc("GET /helper-retried", helperRetried)
	http.HandleFunc("GET /outside", outside)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
