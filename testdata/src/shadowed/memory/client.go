// Package memory has a Client too.
package memory

// Client knows its users.
type Client struct{ base string }

// New returns a Client.
func New(base string) *Client { return &Client{base} }

// Get looks up.
func (c *Client) Get(id string) error { return nil }
