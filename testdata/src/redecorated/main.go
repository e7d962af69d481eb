// A field that is wrapped in place: what it held before is only reached through the
// wrapper, so that there is one call.
package main

import (
	"log"
	"net/http"
)

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

type counted struct {
	next doer
	n    int
}

func (c *counted) Do(r *http.Request) (*http.Response, error) {
	c.n++
	return c.next.Do(r)
}

// logged is put around what is counted already.
type logged struct{ next doer }

func (l logged) Do(r *http.Request) (*http.Response, error) {
	log.Print(r.URL)
	return l.next.Do(r) // want `GET /both of redecorated waits for users GET /users/\{id\}`
}

// offline remembers what was there, and never asks it.
type offline struct{ was doer }

func (offline) Do(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: 503}, nil }

type client struct {
	base string
	doer doer
}

func (c *client) with(wrap func(doer) doer) *client {
	c.doer = wrap(c.doer)
	return c
}

func (c *client) get(path string) {
	req, err := http.NewRequest("GET", c.base+path, nil)
	if err != nil {
		return
	}
	c.doer.Do(req)
}

// fetcher has a func in the field.
type fetcher struct{ fetch func(url string) error }

func (f *fetcher) log() {
	next := f.fetch
	f.fetch = func(url string) error {
		log.Print(url)
		return next(url)
	}
}

func main() {
	orders := (&client{"http://orders", http.DefaultClient}).with(func(d doer) doer { return &counted{next: d} })
	users := &client{"http://users", http.DefaultClient}
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		orders.get("/orders/" + r.FormValue("id")) // want `GET /order of redecorated waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) {
		users.get("/users/" + r.FormValue("id")) // want `GET /user of redecorated waits for users GET /users/\{id\}`
	})
	both := (&client{"http://users", http.DefaultClient}).with(func(d doer) doer { return &counted{next: d} }).with(func(d doer) doer { return logged{d} })
	http.HandleFunc("GET /both", func(w http.ResponseWriter, r *http.Request) {
		both.get("/users/" + r.FormValue("id"))
	})
	silent := (&client{"http://orders", http.DefaultClient}).with(func(d doer) doer { return offline{d} })
	http.HandleFunc("GET /silent", func(w http.ResponseWriter, r *http.Request) {
		silent.get("/orders/" + r.FormValue("id"))
	})
	f := &fetcher{func(url string) error {
		_, err := http.Get(url) // want `GET /fetched of redecorated waits for orders GET /orders/\{id\}`
		return err
	}}
	f.log()
	http.HandleFunc("GET /fetched", func(w http.ResponseWriter, r *http.Request) { f.fetch("http://orders/orders/" + r.FormValue("id")) })
	http.ListenAndServe(":8080", nil)
}
