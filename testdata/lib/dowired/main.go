// Wiring by samber/do: constructors ask the injector for what they need.
package main

import (
	"net/http"

	"github.com/samber/do"
)

type config struct{ base string }

func newConfig(*do.Injector) (*config, error) { return &config{"http://orders"}, nil }

type orders interface{ find(id string) error }

type remote struct{ base string }

func (r *remote) find(id string) error {
	_, err := http.Get(r.base + "/orders/" + id) // want `GET /order of dowired waits for orders GET /orders/\{id\}:`
	return err
}

func newOrders(i *do.Injector) (orders, error) {
	return &remote{base: do.MustInvoke[*config](i).base}, nil
}

type handler struct{ orders orders }

func newHandler(i *do.Injector) (*handler, error) {
	o, err := do.Invoke[orders](i)
	if err != nil {
		return nil, err
	}
	return &handler{o}, nil
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.orders.find("1") }

func main() {
	injector := do.New()
	do.Provide(injector, newConfig)
	do.Provide(injector, newOrders)
	do.Provide(injector, newHandler)
	http.Handle("GET /order", do.MustInvoke[*handler](injector))
	http.ListenAndServe(":8080", nil)
}
