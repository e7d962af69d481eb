// A scope of dig: what its functions ask for comes from it or from the container above.
package main

import (
	"net/http"

	"go.uber.org/dig"
)

type config struct{ base string }

func newConfig() config { return config{"http://orders"} }

type orders struct{ base string }

func newOrders(cfg config) *orders { return &orders{cfg.base} }

func (o *orders) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	http.Get(o.base + "/orders/" + r.PathValue("id")) // want `GET /order/\{id\} of digscoped waits for orders GET /orders/\{id\}`
}

func main() {
	container := dig.New()
	container.Provide(newConfig)
	grouped(container)
	scope := container.Scope("shop")
	scope.Provide(newOrders)
	scope.Invoke(func(o *orders) { http.Handle("GET /order/{id}", o) })
	http.ListenAndServe(":8080", nil)
}
