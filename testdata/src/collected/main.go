// Loops over slices that the program fills: one that it fills itself turns as often as
// the code shows, be it once; one that it fills in a loop over data multiplies the calls.
package main

import (
	"encoding/json"
	"net/http"
	"slices"
)

type guard func(user string) error

type options struct{ guards []guard }

func with(g guard) func(*options) {
	return func(o *options) { o.guards = append(o.guards, g) }
}

func handle(opts ...func(*options)) http.HandlerFunc {
	var o options
	for _, opt := range opts {
		opt(&o)
	}
	return func(w http.ResponseWriter, r *http.Request) {
		for _, g := range o.guards {
			if err := g(r.FormValue("user")); err != nil {
				http.Error(w, err.Error(), http.StatusForbidden)
				return
			}
		}
	}
}

func known(user string) error {
	_, err := http.Get("http://users/users/" + user) // want `GET /one of collected waits for users GET /users/\{id\}`
	return err
}

type basket struct{ IDs []string }

func decoded(r *http.Request) basket {
	var b basket
	json.NewDecoder(r.Body).Decode(&b)
	return b
}

// single gathers one call for each element.
func single(w http.ResponseWriter, r *http.Request) {
	var urls []string
	for _, id := range decoded(r).IDs {
		urls = append(urls, "http://orders/orders/"+id)
	}
	for _, url := range urls {
		http.Get(url) // want `GET /single of collected calls orders GET /orders/\{id\} once per element` `GET /single of collected waits for orders`
	}
}

// several gathers two calls for each element.
func several(w http.ResponseWriter, r *http.Request) {
	var jobs []func()
	for _, id := range decoded(r).IDs {
		jobs = append(jobs,
			func() { http.Get("http://orders/orders/" + id) }, // want `GET /several of collected calls orders GET /orders/\{id\} once per element` `GET /several of collected waits for orders`
			func() { http.Get("http://users/users/" + id) },   // want `GET /several of collected calls users GET /users/\{id\} once per element` `GET /several of collected waits for users`
		)
	}
	for _, job := range jobs {
		job()
	}
}

// extended makes a longer slice for each element.
func extended(w http.ResponseWriter, r *http.Request) {
	var jobs []func()
	for _, id := range decoded(r).IDs {
		job := func() { http.Get("http://orders/orders/" + id) } // want `GET /extended of collected calls orders GET /orders/\{id\} once per element` `GET /extended of collected waits for orders`
		jobs = slices.Concat(jobs, []func(){job})
	}
	for _, job := range jobs {
		job()
	}
}

// more adds what the request says to what is always asked for.
func more(w http.ResponseWriter, r *http.Request) {
	ids := append([]string{"first"}, decoded(r).IDs...)
	for _, id := range ids {
		http.Get("http://orders/orders/" + id) // want `GET /more of collected calls orders GET /orders/\{id\} once per element` `GET /more of collected waits for orders`
	}
}

func main() {
	http.HandleFunc("GET /one", handle(with(known)))
	http.HandleFunc("GET /none", handle())
	http.HandleFunc("GET /single", single)
	http.HandleFunc("GET /several", several)
	http.HandleFunc("GET /extended", extended)
	http.HandleFunc("GET /more", more)
	http.ListenAndServe(":8080", nil)
}
