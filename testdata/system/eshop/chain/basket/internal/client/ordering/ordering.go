// Package ordering is the client of the ordering service.
package ordering

import (
	"context"
	"net/http"
	"net/url"

	"example.com/eshop/chain/basket/internal/basket"
	"example.com/eshop/chain/platform/rest"
)

// A Client places orders.
type Client struct {
	api *rest.Client
}

// New makes a client of the service at the URL base.
func New(base string) *Client { return &Client{api: rest.NewClient(base)} }

// Place orders what is in a basket and returns the id of the order.
func (c *Client) Place(ctx context.Context, b basket.Basket) (string, error) {
	var order struct{ ID string }
	err := c.api.Do(ctx, rest.Call{Method: http.MethodPost, Path: "/orders", Body: b}, &order)
	return order.ID, err
}

// Count returns how many orders a buyer has.
func (c *Client) Count(ctx context.Context, buyer string) (int, error) {
	var orders []struct{ ID string }
	query := url.Values{"buyer": {buyer}}
	err := c.api.Do(ctx, rest.Call{Method: http.MethodGet, Path: "/orders?" + query.Encode()}, &orders)
	return len(orders), err
}

// PlaceLegacy orders through the old gateway.
//
// Deprecated: the gateway is gone; use Place.
func PlaceLegacy(ctx context.Context, b basket.Basket) error {
	old := rest.NewClient("http://apigw/shopping")
	return old.Do(ctx, rest.Call{Method: http.MethodPost, Path: "/orders", Body: b}, nil)
}
