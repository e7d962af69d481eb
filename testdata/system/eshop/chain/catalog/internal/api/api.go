// Package api serves the catalog over HTTP.
package api

import (
	"net/http"

	"github.com/gorilla/mux"

	"example.com/eshop/chain/catalog/internal/catalog"
	"example.com/eshop/chain/platform/rest"
)

type api struct {
	catalog *catalog.Service
}

// Routes returns the handler of all that the catalog serves.
func Routes(service *catalog.Service) http.Handler {
	a := &api{catalog: service}
	r := mux.NewRouter()
	r.Use(rest.Logged)
	items := r.PathPrefix("/items/{id}").Subrouter()
	items.Handle("", rest.Handler(a.item)).Methods(http.MethodGet)
	items.Handle("/price", rest.Handler(a.price)).Methods(http.MethodGet)
	items.Handle("/reserve", rest.Handler(a.reserve)).Methods(http.MethodPost)
	r.Handle("/subscriptions", rest.Handler(a.subscribe)).Methods(http.MethodPost)
	r.HandleFunc("/hc", rest.Alive).Methods(http.MethodGet)
	return r
}

func (a *api) item(w http.ResponseWriter, r *http.Request) error {
	item, err := a.catalog.Item(mux.Vars(r)["id"])
	if err != nil {
		return err
	}
	return rest.Write(w, http.StatusOK, item)
}

func (a *api) price(w http.ResponseWriter, r *http.Request) error {
	price, err := a.catalog.Price(r.Context(), mux.Vars(r)["id"])
	if err != nil {
		return err
	}
	return rest.Write(w, http.StatusOK, map[string]int64{"price": price})
}

func (a *api) reserve(w http.ResponseWriter, r *http.Request) error {
	body, err := rest.Read[struct{ Quantity int }](w, r)
	if err != nil {
		return err
	}
	if err := a.catalog.Reserve(mux.Vars(r)["id"], body.Quantity); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (a *api) subscribe(w http.ResponseWriter, r *http.Request) error {
	body, err := rest.Read[struct{ URL string }](w, r)
	if err != nil {
		return err
	}
	if err := a.catalog.Subscribe(r.Context(), body.URL); err != nil {
		return err
	}
	w.WriteHeader(http.StatusCreated)
	return nil
}
