// Closures, method values and method expressions as handlers, clients and callbacks,
// in fields, maps and other packages.
package main

import (
	"context"
	"log"
	"net/http"

	"cases/callbacks/clients"
	"cases/callbacks/policy"
)

type app struct {
	users   *clients.Users
	orders  *clients.Orders
	audit   func(ctx context.Context, what string)
	actions map[string]func(context.Context, string) error
}

func (a *app) list(w http.ResponseWriter, r *http.Request) {
	if err := a.actions["order"](r.Context(), r.FormValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (a *app) idle(w http.ResponseWriter, r *http.Request) {
	a.audit(r.Context(), "idle")
}

func handle(f func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func (a *app) place(w http.ResponseWriter, r *http.Request) error {
	return a.orders.Place(r.Context())
}

func main() {
	u, o := clients.NewUsers("http://users"), clients.NewOrders("http://orders")
	a := &app{
		users:  u,
		orders: o,
		audit:  func(_ context.Context, what string) { log.Print(what) },
	}
	a.actions = map[string]func(context.Context, string) error{
		"order": o.Find,
		"user":  u.Touch,
	}
	p := policy.New(policy.Config{Default: true}, u.Blocked)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /list", a.list)
	mux.HandleFunc("GET /idle", a.idle)
	mux.HandleFunc("POST /place", handle(a.place))
	mux.HandleFunc("GET /guarded", func(w http.ResponseWriter, r *http.Request) {
		if !p.Allows(r.Context(), r.FormValue("user")) {
			w.WriteHeader(http.StatusForbidden)
		}
	})
	mux.Handle("GET /expr", bind(a, (*app).count))
	log.Fatal(http.ListenAndServe(":8080", mux))
}

// bind turns a method expression into a handler.
func bind(a *app, method func(*app, http.ResponseWriter, *http.Request)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { method(a, w, r) })
}

func (a *app) count(w http.ResponseWriter, r *http.Request) {
	find := (*clients.Orders).Count
	if err := find(a.orders, r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}
