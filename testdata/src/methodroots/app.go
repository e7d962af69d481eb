// Package methodroots is a service that starts at a method, with a role that the
// manifest leaves open.
package methodroots

import (
	"context"
	"net/http"
)

type app struct {
	mux    *http.ServeMux
	client *http.Client
	orders string
	users  string // nobody in sight sets it
}

func (a *app) run(ctx context.Context, args []string) error {
	a.mux = http.NewServeMux()
	a.orders = "http://orders"
	if a.client == nil {
		a.client = http.DefaultClient
	}
	a.mux.HandleFunc("GET /orders/{id}", a.order)
	a.mux.HandleFunc("GET /users/{id}", a.user)
	return http.ListenAndServe(":8080", a.mux)
}

func (a *app) order(w http.ResponseWriter, r *http.Request) {
	a.client.Get(a.orders + "/orders/1") // want `GET /orders/\{id\} of methodroots waits for orders GET /orders/\{id\}`
}

func (a *app) user(w http.ResponseWriter, r *http.Request) {
	a.client.Get(a.users + "/users/1")
}
