// Package catalog is the client of the catalog service.
package catalog

import (
	"context"
	"fmt"

	"example.com/eshop/polling/platform/rest"
)

// A Reservation says whether there is stock for an order.
type Reservation struct {
	Order    string `json:"order"`
	Reserved bool   `json:"reserved"`
}

// A Client reads reservations.
type Client struct {
	api *rest.Client
}

// New makes a client of the service at the URL base.
func New(base string) *Client { return &Client{api: rest.NewClient(base)} }

// After lists the reservations behind the first n.
func (c *Client) After(ctx context.Context, n int) (reservations []Reservation, err error) {
	err = c.api.Get(ctx, fmt.Sprintf("/reservations?after=%d", n), &reservations)
	return reservations, err
}
