// Package identity is the client of the identity service.
package identity

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// address is the same in every environment: the cluster's DNS sees to that.
const address = "http://identity:8080"

// A Client asks for users.
type Client struct {
	http *http.Client
}

// New makes a client.
func New() *Client { return &Client{http: &http.Client{Timeout: 2 * time.Second}} }

// Address returns where a user lives.
func (c *Client) Address(ctx context.Context, user string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"/users/"+url.PathEscape(user), http.NoBody)
	if err != nil {
		return "", err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("user %s: %s", user, resp.Status)
	}
	var u struct{ Address string }
	if err := json.NewDecoder(resp.Body).Decode(&u); err != nil {
		return "", fmt.Errorf("user %s: %v", user, err)
	}
	return u.Address, nil
}
