// Package catalog is the client of the catalog service.
package catalog

import (
	"context"
	"net/http"
	"net/url"

	"example.com/eshop/chain/platform/rest"
)

// A Client asks for items.
type Client struct {
	api *rest.Client
}

// New makes a client of the service at the URL base.
func New(base string) *Client { return &Client{api: rest.NewClient(base)} }

// Reserve takes some of an item out of the stock.
func (c *Client) Reserve(ctx context.Context, item string, quantity int) error {
	body := map[string]int{"quantity": quantity}
	return c.api.Do(ctx, rest.Call{Method: http.MethodPost, Path: path(item, "/reserve"), Body: body}, nil)
}

// Price returns today's price of an item.
func (c *Client) Price(ctx context.Context, item string) (int64, error) {
	var price struct{ Price int64 }
	err := c.api.Do(ctx, rest.Call{Method: http.MethodGet, Path: path(item, "/price")}, &price)
	return price.Price, err
}

func path(item, rest string) string { return "/items/" + url.PathEscape(item) + rest }
