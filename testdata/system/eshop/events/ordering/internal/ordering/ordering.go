// Package ordering is the ordering service.
package ordering

import (
	"context"
	"fmt"
	"net/http"

	"example.com/eshop/events/platform/contract"
	"example.com/eshop/events/platform/rest"
)

// A Publisher publishes integration events.
type Publisher interface {
	Publish(ctx context.Context, event string, body any) error
}

// A Status says how far an order is.
type Status string

// The states of an order.
const (
	AwaitingValidation Status = "awaiting_validation"
	Confirmed          Status = "confirmed"
	Rejected           Status = "rejected"
)

// A Buyer is what ordering needs to know of a user.
type Buyer struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// An Order is what a buyer wants to have.
type Order struct {
	contract.Checkout
	Status Status `json:"status"`
	Reason string `json:"reason,omitempty"`
}

// A Store keeps orders or buyers by their ids.
type Store[T any] interface {
	Get(id string) (T, bool)
	Put(id string, v T)
}

// A Service takes orders.
type Service struct {
	orders Store[Order]
	buyers Store[Buyer]
	bus    Publisher
}

// New makes a service.
func New(orders Store[Order], buyers Store[Buyer], bus Publisher) *Service {
	return &Service{orders: orders, buyers: buyers, bus: bus}
}

// Routes returns the handler of all that the service serves.
func (s *Service) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /orders/{id}", rest.Handler(s.get))
	mux.HandleFunc("GET /hc", rest.Alive)
	return mux
}

func (s *Service) get(w http.ResponseWriter, r *http.Request) error {
	o, ok := s.orders.Get(r.PathValue("id"))
	if !ok {
		return rest.Errorf(http.StatusNotFound, "no order %s", r.PathValue("id"))
	}
	buyer, _ := s.buyers.Get(o.Buyer)
	return rest.Write(w, http.StatusOK, map[string]any{"order": o, "buyer": buyer})
}

// UserChanged keeps a copy of what ordering needs to know of a user.
func (s *Service) UserChanged(_ context.Context, u contract.User) error {
	s.buyers.Put(u.ID, Buyer{ID: u.ID, Name: u.Name})
	return nil
}

// UserCheckoutAccepted starts an order. An event that comes twice starts one order.
func (s *Service) UserCheckoutAccepted(ctx context.Context, c contract.Checkout) error {
	if _, ok := s.orders.Get(c.ID); !ok {
		s.orders.Put(c.ID, Order{Checkout: c, Status: AwaitingValidation})
	}
	return s.bus.Publish(ctx, contract.OrderStarted, c)
}

// StockConfirmed ends an order well.
func (s *Service) StockConfirmed(_ context.Context, out contract.Outcome) error {
	return s.end(out, Confirmed)
}

// StockRejected ends an order.
func (s *Service) StockRejected(_ context.Context, out contract.Outcome) error {
	return s.end(out, Rejected)
}

func (s *Service) end(out contract.Outcome, status Status) error {
	o, ok := s.orders.Get(out.Order)
	if !ok {
		return fmt.Errorf("no order %s", out.Order)
	}
	o.Status, o.Reason = status, out.Reason
	s.orders.Put(o.ID, o)
	return nil
}
