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

// Price returns the list price of an item.
func (c *Client) Price(ctx context.Context, item string) (int64, error) {
	var i struct{ Price int64 }
	err := c.api.Do(ctx, rest.Call{Method: http.MethodGet, Path: "/items/" + url.PathEscape(item)}, &i)
	return i.Price, err
}
