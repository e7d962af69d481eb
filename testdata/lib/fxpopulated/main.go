// Values that fx replaces, and variables that it fills.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

type config struct{ base string }

func newConfig() *config { return &config{"http://users"} }

type client struct{ base string }

func newClient(cfg *config) *client { return &client{cfg.base} }

func (c *client) order(w http.ResponseWriter, r *http.Request) {
	http.Get(c.base + "/orders/1") // want `GET /order of fxpopulated waits for orders GET /orders/\{id\}`
}

func main() {
	var c *client
	app := fx.New(
		fx.Provide(newConfig, newClient),
		fx.Replace(&config{"http://orders"}),
		fx.Populate(&c),
		more,
	)
	if err := app.Start(context.Background()); err != nil {
		return
	}
	http.HandleFunc("GET /order", c.order)
	http.ListenAndServe(":8080", nil)
}
