// Package ordering is what the ordering service does.
package ordering

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/http"

	"golang.org/x/sync/errgroup"

	"example.com/eshop/chain/platform/rest"
)

// Buyers knows who buys.
type Buyers interface {
	Name(ctx context.Context, buyer string) (string, error)
}

// Catalog has the items.
type Catalog interface {
	Reserve(ctx context.Context, item string, quantity int) error
	Price(ctx context.Context, item string) (int64, error)
}

// Payments takes the money.
type Payments interface {
	Charge(ctx context.Context, order, buyer string, cents int64) error
}

// Deps is what a Service works with.
type Deps struct {
	Orders   Store
	Buyers   Buyers
	Catalog  Catalog
	Payments Payments
}

// A Service takes orders.
type Service struct {
	deps Deps
}

// New makes a service.
func New(deps Deps) *Service { return &Service{deps: deps} }

// Place takes an order: it asks for the buyer, reserves the stock line by line and takes the money, one after the other.
func (s *Service) Place(ctx context.Context, o Order) (Order, error) {
	name, err := s.deps.Buyers.Name(ctx, o.Buyer)
	if err != nil {
		return o, fmt.Errorf("buyer %s: %w", o.Buyer, err)
	}
	o.ID, o.BuyerName = rand.Text(), name
	for _, line := range o.Lines {
		if err := s.deps.Catalog.Reserve(ctx, line.Item, line.Quantity); err != nil {
			return o, fmt.Errorf("reserve %s: %w", line.Item, err)
		}
	}
	o.Status = Reserved
	s.deps.Orders.Put(o.ID, o)
	return s.Pay(ctx, o.ID)
}

// Draft prepares an order. It asks for everything at the same time, but the buyer waits all the same.
func (s *Service) Draft(ctx context.Context, o Order) (Order, error) {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		name, err := s.deps.Buyers.Name(ctx, o.Buyer)
		o.BuyerName = name
		return err
	})
	for _, line := range o.Lines {
		g.Go(func() error { return s.deps.Catalog.Reserve(ctx, line.Item, line.Quantity) })
	}
	if err := g.Wait(); err != nil {
		return o, fmt.Errorf("draft for %s: %w", o.Buyer, err)
	}
	o.ID, o.Status = rand.Text(), Draft
	s.deps.Orders.Put(o.ID, o)
	return o, nil
}

// Pay takes the money for an order that waits for it.
func (s *Service) Pay(ctx context.Context, id string) (Order, error) {
	o, err := s.Order(id)
	if err != nil {
		return o, err
	}
	if err := s.deps.Payments.Charge(ctx, o.ID, o.Buyer, o.Total()); err != nil {
		return o, fmt.Errorf("charge order %s: %w", o.ID, err)
	}
	o.Status = Paid
	s.deps.Orders.Put(o.ID, o)
	return o, nil
}

// Order returns the order with the given id.
func (s *Service) Order(id string) (Order, error) {
	o, ok := s.deps.Orders.Get(id)
	if !ok {
		return o, rest.Errorf(http.StatusNotFound, "no order %s", id)
	}
	return o, nil
}

// OfBuyer lists the orders of a buyer.
func (s *Service) OfBuyer(buyer string) []Order {
	orders := []Order{}
	for _, o := range s.deps.Orders.All() {
		if o.Buyer == buyer {
			orders = append(orders, o)
		}
	}
	return orders
}

// CompanionPrice is the price of what is bought with an item most often, 0 if nothing is.
// The catalog answers it after asking back for the companion's own companion; only
// items that sort after the given one count, so that the questions come to an end.
func (s *Service) CompanionPrice(ctx context.Context, item string) (int64, error) {
	companion := s.companion(item)
	if companion == "" {
		return 0, nil
	}
	return s.deps.Catalog.Price(ctx, companion)
}

func (s *Service) companion(item string) string {
	counts := make(map[string]int)
	for _, o := range s.deps.Orders.All() {
		if !o.has(item) {
			continue
		}
		for _, line := range o.Lines {
			if line.Item > item {
				counts[line.Item] += line.Quantity
			}
		}
	}
	best := ""
	for other, n := range counts {
		if n > counts[best] || n == counts[best] && other < best {
			best = other
		}
	}
	return best
}
