// Package client asks the services behind the web pages.
package client

import (
	"context"
	"net/http"
	"net/url"

	"example.com/eshop/chain/platform/rest"
)

// A Line is so many of one item.
type Line struct {
	Item     string `json:"item"`
	Name     string `json:"name"`
	Quantity int    `json:"quantity"`
}

// A Shop knows baskets and items.
type Shop struct {
	basket  *rest.Client
	catalog *rest.Client
}

// New makes a client of the services at the given URLs.
func New(basket, catalog string) *Shop {
	return &Shop{basket: rest.NewClient(basket), catalog: rest.NewClient(catalog)}
}

// Lines lists what is in the basket of a buyer.
func (s *Shop) Lines(ctx context.Context, buyer string) ([]Line, error) {
	var b struct{ Lines []Line }
	err := s.basket.Do(ctx, rest.Call{Method: http.MethodGet, Path: "/baskets/" + url.PathEscape(buyer)}, &b)
	return b.Lines, err
}

// Checkout turns the basket of a buyer into an order and returns its id.
func (s *Shop) Checkout(ctx context.Context, buyer string) (string, error) {
	var placed struct{ Order string }
	body := map[string]string{"buyer": buyer}
	err := s.basket.Do(ctx, rest.Call{Method: http.MethodPost, Path: "/checkout", Body: body}, &placed)
	return placed.Order, err
}

// Name returns the name of an item.
func (s *Shop) Name(ctx context.Context, item string) (string, error) {
	var i struct{ Name string }
	err := s.catalog.Do(ctx, rest.Call{Method: http.MethodGet, Path: "/items/" + url.PathEscape(item)}, &i)
	return i.Name, err
}
