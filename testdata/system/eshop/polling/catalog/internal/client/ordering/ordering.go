// Package ordering is the client of the ordering service.
package ordering

import (
	"context"
	"net/url"

	"example.com/eshop/polling/platform/rest"
)

// An Order is what a buyer wants to have.
type Order struct {
	ID    string `json:"id"`
	Lines []Line `json:"lines"`
}

// A Line is so many of one item.
type Line struct {
	Item     string `json:"item"`
	Quantity int    `json:"quantity"`
}

// A Client reads orders.
type Client struct {
	api *rest.Client
}

// New makes a client of the service at the URL base.
func New(base string) *Client { return &Client{api: rest.NewClient(base)} }

// Awaiting lists the orders that want their stock.
func (c *Client) Awaiting(ctx context.Context) (orders []Order, err error) {
	query := url.Values{"status": {"awaiting_validation"}}
	err = c.api.Get(ctx, "/orders?"+query.Encode(), &orders)
	return orders, err
}
