// Package remote has a Client.
package remote

import "net/http"

// Client calls users.
type Client struct{ base string }

// New returns a Client.
func New(base string) *Client { return &Client{base} }

// Get calls.
func (c *Client) Get(id string) error {
	_, err := http.Get(c.base + "/users/" + id) // want `GET /remote of shadowed waits for users GET /users/\{id\}`
	return err
}
