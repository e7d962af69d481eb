// Package api serves baskets over HTTP.
package api

import (
	"net/http"

	"example.com/eshop/chain/basket/internal/basket"
	"example.com/eshop/chain/platform/rest"
)

type api struct {
	baskets *basket.Service
}

// Routes returns the handler of all that basket serves.
func Routes(service *basket.Service) http.Handler {
	a := &api{baskets: service}
	mux := http.NewServeMux()
	mux.Handle("GET /baskets/{buyer}", rest.Handler(a.get))
	mux.Handle("PUT /baskets/{buyer}", rest.Handler(a.put))
	mux.Handle("GET /baskets/{buyer}/preview", rest.Handler(a.preview))
	mux.Handle("POST /checkout", rest.Handler(a.checkout))
	mux.HandleFunc("GET /hc", rest.Alive)
	return rest.Logged(mux)
}

func (a *api) get(w http.ResponseWriter, r *http.Request) error {
	return rest.Write(w, http.StatusOK, a.baskets.Basket(r.PathValue("buyer")))
}

func (a *api) put(w http.ResponseWriter, r *http.Request) error {
	b, err := rest.Read[basket.Basket](w, r)
	if err != nil {
		return err
	}
	b.Buyer = r.PathValue("buyer")
	a.baskets.Put(b)
	return rest.Write(w, http.StatusOK, b)
}

func (a *api) preview(w http.ResponseWriter, r *http.Request) error {
	p, err := a.baskets.Preview(r.Context(), r.PathValue("buyer"))
	if err != nil {
		return err
	}
	return rest.Write(w, http.StatusOK, p)
}

func (a *api) checkout(w http.ResponseWriter, r *http.Request) error {
	body, err := rest.Read[struct{ Buyer string }](w, r)
	if err != nil {
		return err
	}
	order, err := a.baskets.Checkout(r.Context(), body.Buyer)
	if err != nil {
		return err
	}
	return rest.Write(w, http.StatusCreated, map[string]string{"order": order})
}
