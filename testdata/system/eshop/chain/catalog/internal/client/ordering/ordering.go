// Package ordering is the client of the ordering service.
package ordering

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// A Client asks about orders.
type Client struct {
	base string
	http *http.Client
}

// New makes a client of the service at the URL base.
func New(base string) *Client {
	return &Client{base: base, http: &http.Client{Timeout: 2 * time.Second}}
}

// CompanionPrice is the price of what is bought with an item most often.
func (c *Client) CompanionPrice(ctx context.Context, item string) (int64, error) {
	address := fmt.Sprintf("%s/companions/%s", c.base, url.PathEscape(item))
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return 0, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("companion of %s: %s", item, resp.Status)
	}
	var companion struct{ Price int64 }
	err = json.NewDecoder(resp.Body).Decode(&companion)
	return companion.Price, err
}
