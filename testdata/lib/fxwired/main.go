// Wiring by go.uber.org/fx: constructors are matched by type, group and name.
package main

import (
	"context"
	"net/http"
	"os"

	"go.uber.org/fx"
)

type config struct{ orders, users string }

func newConfig() config {
	return config{orders: os.Getenv("ORDERS_URL"), users: os.Getenv("USERS_URL")}
}

// finder is what handlers need; find is the only implementation that is provided.
type finder interface {
	find(id string) error
}

type remote struct{ base string }

func newRemote(c config) *remote { return &remote{base: c.orders} }

func (r *remote) find(id string) error {
	_, err := http.Get(r.base + "/orders/" + id) // want `GET /order of fxwired waits for orders GET /orders/\{id\}:`
	return err
}

// offline is provided by nobody.
type offline struct{}

func (offline) find(string) error {
	_, err := http.Get("http://payments/payments")
	return err
}

// route is an element of a group.
type route struct {
	pattern string
	handler http.HandlerFunc
}

type routeResult struct {
	fx.Out

	Route route `group:"routes"`
}

func newOrder(f finder) routeResult {
	return routeResult{Route: route{"GET /order", func(w http.ResponseWriter, r *http.Request) { f.find("1") }}}
}

func newUser(c config) routeResult {
	return routeResult{Route: route{"GET /user", func(w http.ResponseWriter, r *http.Request) {
		http.Get(c.users + "/users/1") // want `GET /user of fxwired waits for users GET /users/\{id\}:`
	}}}
}

type muxParams struct {
	fx.In

	Routes []route `group:"routes"`
}

func newMux(p muxParams) *http.ServeMux {
	mux := http.NewServeMux()
	for _, r := range p.Routes {
		mux.HandleFunc(r.pattern, r.handler)
	}
	return mux
}

func serve(lc fx.Lifecycle, mux *http.ServeMux) {
	srv := &http.Server{Addr: ":8080", Handler: mux}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go srv.ListenAndServe()
			return nil
		},
		OnStop: srv.Shutdown,
	})
}

var clients = fx.Module("clients",
	fx.Provide(fx.Annotate(newRemote, fx.As(new(finder)))),
)

func main() {
	fx.New(
		fx.Provide(newConfig, newOrder, newUser, newMux),
		clients,
		fx.Invoke(serve),
	).Run()
}
