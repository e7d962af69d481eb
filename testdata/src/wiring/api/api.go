// Package api serves requests through whatever it is given.
package api

import "net/http"

// Orders finds orders.
type Orders interface {
	Find(id string) error
}

// Handler serves orders.
type Handler struct{ Orders Orders }

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.Orders.Find(r.PathValue("id"))
}
