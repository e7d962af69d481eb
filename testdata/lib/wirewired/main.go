// Wiring that google/wire generated: the sets only describe it.
package main

import (
	"net/http"

	"github.com/google/wire"
)

type config struct{ base string }

func newConfig() config { return config{"http://orders"} }

// newOther is in no set that is used.
func newOther() config {
	http.Get("http://users/users/never")
	return config{"http://users"}
}

type orders interface{ find(id string) error }

type remote struct {
	client *http.Client
	base   string
}

func newRemote(client *http.Client, cfg config) *remote { return &remote{client, cfg.base} }

func (r *remote) find(id string) error {
	_, err := r.client.Get(r.base + "/orders/" + id) // want `GET /order/\{id\} of wirewired waits for orders GET /orders/\{id\}`
	return err
}

type handler struct{ orders orders }

func newHandler(o orders) *handler { return &handler{o} }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.orders.find(r.PathValue("id")) }

var (
	shopSet  = wire.NewSet(newConfig, newRemote, newHandler, wire.Bind(new(orders), new(*remote)))
	otherSet = wire.NewSet(newOther)
)

func main() {
	http.Handle("GET /order/{id}", initialize())
	http.ListenAndServe(":8080", nil)
}
