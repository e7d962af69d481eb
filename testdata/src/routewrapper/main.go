// Routes through a wrapper of the service's own: app.Handle(method, group, path, h, mw...).
package main

import (
	"context"
	"errors"
	"net/http"
	"os"

	"cases/routewrapper/web"
)

type auth struct{ users string }

// required asks users who is calling.
func (a *auth) required() web.Middleware {
	return func(next web.Handler) web.Handler {
		return func(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
			resp, err := http.Get(a.users + "/users/" + r.Header.Get("Authorization")) // want `GET /v1/orders/\{id\} of routewrapper \(like 1 other endpoint\) waits for users GET /users/\{id\}`
			if err != nil {
				return err
			}
			defer resp.Body.Close()
			if resp.StatusCode != http.StatusOK {
				return errors.New("forbidden")
			}
			return next(ctx, w, r)
		}
	}
}

type handlers struct{ orders string }

func (h handlers) query(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
	_, err := http.Get(h.orders + "/orders/" + r.PathValue("id")) // want `GET /v1/orders/\{id\} of routewrapper waits for orders GET /orders/\{id\}`
	return err
}

func (h handlers) create(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
	w.WriteHeader(http.StatusAccepted)
	return nil
}

func (h handlers) open(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func routes(app *web.App) {
	const version = "v1"
	a := &auth{users: "http://users"}
	h := handlers{orders: "http://orders"}
	app.Handle(http.MethodGet, version, "/orders/{id}", h.query, a.required())
	app.Handle(http.MethodPost, version, "/orders", h.create, a.required())
	app.Handle(http.MethodGet, version, "/open", h.open)
}

func main() {
	app := web.NewApp(make(chan os.Signal, 1), web.Logger(), web.Panics())
	routes(app)
	server := http.Server{Addr: ":3000", Handler: app}
	server.ListenAndServe()
}
