// A field that is wrapped in place: what it held before is only reached through the
// wrapper, so that there is one call.
package main

import "net/http"

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

type counted struct {
	next doer
	n    int
}

func (c *counted) Do(r *http.Request) (*http.Response, error) {
	c.n++
	return c.next.Do(r) // want `GET /order of redecorated waits for orders GET /orders/\{id\}`
}

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

func main() {
	orders := (&client{"http://orders", http.DefaultClient}).with(func(d doer) doer { return &counted{next: d} })
	users := &client{"http://users", http.DefaultClient}
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		orders.get("/orders/" + r.FormValue("id"))
	})
	http.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) {
		users.get("/users/" + r.FormValue("id")) // want `GET /user of redecorated waits for users GET /users/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
