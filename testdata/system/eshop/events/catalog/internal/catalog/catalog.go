// Package catalog is the catalog service.
package catalog

import (
	"context"
	"net/http"

	"example.com/eshop/events/platform/contract"
	"example.com/eshop/events/platform/rest"
)

// A Publisher publishes integration events.
type Publisher interface {
	Publish(ctx context.Context, event string, body any) error
}

// A Service keeps items.
type Service struct {
	store Store
	bus   Publisher
}

// New makes a service.
func New(store Store, bus Publisher) *Service { return &Service{store: store, bus: bus} }

// Routes returns the handler of all that the service serves.
func (s *Service) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /items/{id}", rest.Handler(s.get))
	mux.Handle("PUT /items/{id}/price", rest.Handler(s.reprice))
	mux.HandleFunc("GET /hc", rest.Alive)
	return mux
}

func (s *Service) get(w http.ResponseWriter, r *http.Request) error {
	item, ok := s.store.Item(r.PathValue("id"))
	if !ok {
		return rest.Errorf(http.StatusNotFound, "no item %s", r.PathValue("id"))
	}
	return rest.Write(w, http.StatusOK, item)
}

func (s *Service) reprice(w http.ResponseWriter, r *http.Request) error {
	price, err := rest.Read[contract.Price](w, r)
	if err != nil {
		return err
	}
	price.Item = r.PathValue("id")
	if !s.store.Reprice(price.Item, price.Cents) {
		return rest.Errorf(http.StatusNotFound, "no item %s", price.Item)
	}
	if err := s.bus.Publish(r.Context(), contract.PriceChanged, price); err != nil {
		return err
	}
	return rest.Write(w, http.StatusOK, price)
}

// OrderStarted reserves what an order needs.
func (s *Service) OrderStarted(ctx context.Context, c contract.Checkout) error {
	if err := s.store.Take(c.ID, c.Lines); err != nil {
		return s.bus.Publish(ctx, contract.StockRejected, contract.Outcome{Order: c.ID, Reason: err.Error()})
	}
	return s.bus.Publish(ctx, contract.StockConfirmed, contract.Outcome{Order: c.ID})
}
