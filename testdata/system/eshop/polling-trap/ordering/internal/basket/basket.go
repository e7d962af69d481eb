// Package basket is the client of the basket service.
package basket

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// A Checkout is what a buyer wants to have.
type Checkout struct {
	ID    string `json:"id"`
	Buyer string `json:"buyer"`
}

// A Client reads checkouts.
type Client struct {
	base string
	http *http.Client
}

// New makes a client of the service at the URL base.
func New(base string) *Client {
	return &Client{base: base, http: &http.Client{Timeout: 5 * time.Second}}
}

// After lists the checkouts behind the first n.
func (c *Client) After(ctx context.Context, n int) ([]Checkout, error) {
	address := fmt.Sprintf("%s/checkouts?after=%d", c.base, n)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req) // want sync-call "POST /orders/refresh.*basket.*GET /checkouts"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("checkouts: %s", resp.Status)
	}
	var checkouts []Checkout
	err = json.NewDecoder(resp.Body).Decode(&checkouts)
	return checkouts, err
}
