// Package pester declares what the cases use of the HTTP client of that name.
package pester

import (
	"io"
	"net/http"
)

type Client struct {
	Concurrency int
	MaxRetries  int
}

func New() *Client                              { return &Client{} }
func NewExtendedClient(hc *http.Client) *Client { return &Client{} }

func (c *Client) Do(req *http.Request) (*http.Response, error) { return nil, nil }
func (c *Client) Get(url string) (*http.Response, error)       { return nil, nil }
func (c *Client) Post(url, bodyType string, body io.Reader) (*http.Response, error) {
	return nil, nil
}
