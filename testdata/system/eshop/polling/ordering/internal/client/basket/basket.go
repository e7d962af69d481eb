// Package basket is the client of the basket service.
package basket

import (
	"context"
	"fmt"

	"example.com/eshop/polling/platform/rest"
)

// A Checkout is what a buyer wants to have.
type Checkout struct {
	ID    string `json:"id"`
	Buyer string `json:"buyer"`
	Lines []Line `json:"lines"`
}

// A Line is so many of one item.
type Line struct {
	Item     string `json:"item"`
	Quantity int    `json:"quantity"`
}

// A Client reads checkouts.
type Client struct {
	api *rest.Client
}

// New makes a client of the service at the URL base.
func New(base string) *Client { return &Client{api: rest.NewClient(base)} }

// After lists the checkouts behind the first n.
func (c *Client) After(ctx context.Context, n int) (checkouts []Checkout, err error) {
	err = c.api.Get(ctx, fmt.Sprintf("/checkouts?after=%d", n), &checkouts)
	return checkouts, err
}
