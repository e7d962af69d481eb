// Package identity is the client of the identity service.
package identity

import (
	"context"
	"net/http"
	"net/url"

	"example.com/eshop/chain/platform/rest"
)

// A Client asks for users.
type Client struct {
	api *rest.Client
}

// New makes a client of the service at the URL base.
func New(base string) *Client { return &Client{api: rest.NewClient(base)} }

// Name returns the name of a user.
func (c *Client) Name(ctx context.Context, user string) (string, error) {
	var u struct{ Name string }
	err := c.api.Do(ctx, rest.Call{Method: http.MethodGet, Path: "/users/" + url.PathEscape(user)}, &u)
	return u.Name, err
}
