// Package catalog is the catalog service.
package catalog

import (
	"context"
	"net/http"
	"strconv"

	"example.com/eshop/polling/catalog/internal/client/ordering"
	"example.com/eshop/polling/platform/rest"
)

// An Item is something to buy.
type Item struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Stock int    `json:"stock"`
}

// A Reservation says whether there is stock for an order.
type Reservation struct {
	Order    string `json:"order"`
	Reserved bool   `json:"reserved"`
}

// Items keeps the items.
type Items interface {
	Get(id string) (Item, bool)
	Put(id string, item Item)
}

// Reservations keeps the decisions, in order.
type Reservations interface {
	Append(Reservation)
	After(n int) []Reservation
}

// Orders tells which orders want their stock.
type Orders interface {
	Awaiting(ctx context.Context) ([]ordering.Order, error)
}

// A Service serves the catalog.
type Service struct {
	items        Items
	reservations Reservations
	orders       Orders
	decided      map[string]bool // by order; only Reserve uses it
}

// New makes a service.
func New(items Items, reservations Reservations, orders Orders) *Service {
	return &Service{items: items, reservations: reservations, orders: orders, decided: make(map[string]bool)}
}

// Routes returns the handler of all that the service serves.
func (s *Service) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /items/{id}", rest.Handler(s.get))
	mux.Handle("GET /reservations", rest.Handler(s.list))
	mux.HandleFunc("GET /hc", rest.Alive)
	return mux
}

func (s *Service) get(w http.ResponseWriter, r *http.Request) error {
	item, ok := s.items.Get(r.PathValue("id"))
	if !ok {
		return rest.Errorf(http.StatusNotFound, "no item %s", r.PathValue("id"))
	}
	return rest.Write(w, http.StatusOK, item)
}

func (s *Service) list(w http.ResponseWriter, r *http.Request) error {
	after, err := strconv.Atoi(r.URL.Query().Get("after"))
	if err != nil {
		return rest.Errorf(http.StatusBadRequest, "after: %v", err)
	}
	return rest.Write(w, http.StatusOK, s.reservations.After(after))
}

// Reserve decides on the orders that want their stock. Only one goroutine may run it.
func (s *Service) Reserve(ctx context.Context) error {
	orders, err := s.orders.Awaiting(ctx)
	if err != nil {
		return err
	}
	for _, o := range orders {
		if !s.decided[o.ID] {
			s.decided[o.ID] = true
			s.reservations.Append(Reservation{Order: o.ID, Reserved: s.take(o.Lines)})
		}
	}
	return nil
}

// take removes all lines from the stock, or none where one of them is short.
func (s *Service) take(lines []ordering.Line) bool {
	left := make(map[string]Item)
	for _, line := range lines {
		item, ok := left[line.Item]
		if !ok {
			item, _ = s.items.Get(line.Item)
		}
		if item.Stock -= line.Quantity; item.Stock < 0 {
			return false
		}
		left[line.Item] = item
	}
	for id, item := range left {
		s.items.Put(id, item)
	}
	return true
}
