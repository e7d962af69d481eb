// Clients that are made, stored and handed around, but never used.
package main

import (
	"context"
	"net/http"
)

type client struct {
	base string
	http *http.Client
}

func newClient(base string) *client { return &client{base, &http.Client{}} }

func (c *client) Order(ctx context.Context, id string) error {
	_, err := c.http.Get(c.base + "/orders/" + id)
	return err
}

func (c *client) User(ctx context.Context, id string) error {
	_, err := c.http.Get(c.base + "/users/" + id) // want `GET /user of unused waits for users GET /users/\{id\}`
	return err
}

type orders interface {
	Order(ctx context.Context, id string) error
}

// handler holds a client whose method it never calls.
type handler struct {
	orders orders
	users  *client
	hooks  map[string]func(context.Context, string) error
}

func (h *handler) user(w http.ResponseWriter, r *http.Request) {
	h.users.User(r.Context(), r.FormValue("id"))
}

func (h *handler) about(w http.ResponseWriter, r *http.Request) {
	if h.orders == nil {
		w.WriteHeader(http.StatusNotImplemented)
	}
}

func main() {
	o := newClient("http://orders")
	h := &handler{orders: o, users: newClient("http://users"), hooks: map[string]func(context.Context, string) error{"order": o.Order}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /user", h.user)
	mux.HandleFunc("GET /about", h.about)
	http.ListenAndServe(":8080", mux)
}
