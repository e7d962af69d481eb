// Package catalog is what the catalog service does.
package catalog

import (
	"context"
	"fmt"
	"net/http"

	"example.com/eshop/chain/platform/rest"
)

// An Item is something to buy. Prices are in cents.
type Item struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Price int64  `json:"price"`
	Stock int    `json:"stock"`
}

// A Store keeps items.
type Store interface {
	Get(id string) (Item, bool)
	Update(id string, change func(Item) (Item, error)) error
}

// Orders knows what is bought together.
type Orders interface {
	// CompanionPrice is the price of what is bought with an item most often, 0 if nothing is.
	CompanionPrice(ctx context.Context, item string) (int64, error)
}

// Suppliers knows who supplies an item. The supplier pages that need it are still to come.
type Suppliers interface {
	Name(ctx context.Context, user string) (string, error)
}

// Hooks checks the URLs that subscribers give.
type Hooks interface {
	Check(ctx context.Context, url string) error
}

// Deps is what a Service works with.
type Deps struct {
	Items     Store
	Orders    Orders
	Suppliers Suppliers
	Hooks     Hooks
}

// A Service serves the catalog.
type Service struct {
	Deps
}

// New makes a service.
func New(deps Deps) *Service { return &Service{Deps: deps} }

// Item returns the item with the given id.
func (s *Service) Item(id string) (Item, error) {
	item, ok := s.Items.Get(id)
	if !ok {
		return Item{}, rest.Errorf(http.StatusNotFound, "no item %s", id)
	}
	return item, nil
}

// Reserve takes n of an item out of the stock.
func (s *Service) Reserve(id string, n int) error {
	if n < 1 {
		return rest.Errorf(http.StatusBadRequest, "cannot reserve %d of item %s", n, id)
	}
	return s.Items.Update(id, func(item Item) (Item, error) {
		if item.Stock < n {
			return item, rest.Errorf(http.StatusConflict, "not enough of item %s", id)
		}
		item.Stock -= n
		return item, nil
	})
}

// Price is the price of an item today: a tenth of the price of what is bought with it is taken off.
func (s *Service) Price(ctx context.Context, id string) (int64, error) {
	item, err := s.Item(id)
	if err != nil {
		return 0, err
	}
	companion, err := s.Orders.CompanionPrice(ctx, id)
	if err != nil {
		return 0, fmt.Errorf("price of %s: %w", id, err)
	}
	return max(item.Price-companion/10, item.Price/2), nil
}

// Subscribe accepts a subscriber whose URL answers.
func (s *Service) Subscribe(ctx context.Context, url string) error {
	if err := s.Hooks.Check(ctx, url); err != nil {
		return rest.Errorf(http.StatusBadRequest, "%s does not answer: %v", url, err)
	}
	return nil
}
