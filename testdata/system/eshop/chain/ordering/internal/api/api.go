// Package api serves orders over HTTP.
package api

import (
	"context"
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/eshop/chain/ordering/internal/ordering"
	"example.com/eshop/chain/platform/rest"
)

type api struct {
	orders *ordering.Service
}

// Routes returns the handler of all that ordering serves.
func Routes(service *ordering.Service, health *Health) http.Handler {
	a := &api{orders: service}
	r := chi.NewRouter()
	r.Use(rest.Logged)
	r.Method(http.MethodGet, "/hc", rest.Handler(health.check))
	r.Method(http.MethodGet, "/orders", rest.Handler(a.list))
	r.Method(http.MethodPost, "/orders", placing(service.Place))
	r.Method(http.MethodPost, "/orders/draft", placing(service.Draft))
	r.Method(http.MethodGet, "/orders/{id}", rest.Handler(a.get))
	r.Method(http.MethodPost, "/orders/{id}/payment", rest.Handler(a.pay))
	r.Route("/companions", func(r chi.Router) {
		r.Method(http.MethodGet, "/{item}", rest.Handler(a.companion))
	})
	return r
}

// placing handles the requests that bring a new order.
func placing(place func(context.Context, ordering.Order) (ordering.Order, error)) rest.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		o, err := rest.Read[ordering.Order](w, r)
		if err != nil {
			return err
		}
		o, err = place(r.Context(), o)
		if err != nil {
			return err
		}
		return rest.Write(w, http.StatusCreated, o)
	}
}

func (a *api) list(w http.ResponseWriter, r *http.Request) error {
	return rest.Write(w, http.StatusOK, a.orders.OfBuyer(r.URL.Query().Get("buyer")))
}

func (a *api) get(w http.ResponseWriter, r *http.Request) error {
	o, err := a.orders.Order(chi.URLParam(r, "id"))
	if err != nil {
		return err
	}
	return rest.Write(w, http.StatusOK, o)
}

func (a *api) pay(w http.ResponseWriter, r *http.Request) error {
	o, err := a.orders.Pay(r.Context(), chi.URLParam(r, "id"))
	if err != nil {
		return err
	}
	return rest.Write(w, http.StatusOK, o)
}

func (a *api) companion(w http.ResponseWriter, r *http.Request) error {
	price, err := a.orders.CompanionPrice(r.Context(), chi.URLParam(r, "item"))
	if err != nil {
		return err
	}
	return rest.Write(w, http.StatusOK, map[string]int64{"price": price})
}
