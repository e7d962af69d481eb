// Package shipping is the client of the shipping service.
package shipping

import (
	"context"
	"net/http"

	"example.com/eshop/chain/platform/rest"
)

// A Client asks for quotes.
type Client struct {
	api *rest.Client
}

// New makes a client of the service at the URL base.
func New(base string) *Client { return &Client{api: rest.NewClient(base)} }

// Quote returns what it costs to ship so many pieces to an address, in cents.
func (c *Client) Quote(ctx context.Context, address string, pieces int) (int64, error) {
	var quote struct{ Cents int64 }
	body := map[string]any{"address": address, "pieces": pieces}
	err := c.api.Do(ctx, rest.Call{Method: http.MethodPost, Path: "/quotes", Body: body}, &quote)
	return quote.Cents, err
}
