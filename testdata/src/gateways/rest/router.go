// Package rest serves the service layer over HTTP.
package rest

import (
	"fmt"
	"net/http"

	"cases/gateways/service"
)

type handler struct{ svc service.Checkout }

// NewRouter returns the routes of svc.
func NewRouter(svc service.Checkout) http.Handler {
	h := &handler{svc}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /checkout", h.checkout)
	mux.HandleFunc("GET /quote", h.quote)
	return mux
}

func (h *handler) checkout(w http.ResponseWriter, r *http.Request) {
	if err := h.svc.Sell(r.Context(), r.FormValue("cart")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (h *handler) quote(w http.ResponseWriter, r *http.Request) {
	cents, err := h.svc.Quote(r.Context(), r.FormValue("cart"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintln(w, cents)
}
