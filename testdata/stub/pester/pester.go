// Package pester declares what the cases use of the HTTP client of that name.
package pester

import (
	"io"
	"net/http"
	"net/url"
)

type Client struct {
	Transport   http.RoundTripper
	Concurrency int
	MaxRetries  int
}

func New() *Client                              { return &Client{} }
func NewExtendedClient(hc *http.Client) *Client { return &Client{} }

func (c *Client) EmbedHTTPClient(hc *http.Client)                                   {}
func (c *Client) Do(req *http.Request) (*http.Response, error)                      { return nil, nil }
func (c *Client) Get(url string) (*http.Response, error)                            { return nil, nil }
func (c *Client) Head(url string) (*http.Response, error)                           { return nil, nil }
func (c *Client) Post(url, bodyType string, body io.Reader) (*http.Response, error) { return nil, nil }
func (c *Client) PostForm(url string, data url.Values) (*http.Response, error)      { return nil, nil }

func Do(req *http.Request) (*http.Response, error)                      { return nil, nil }
func Get(url string) (*http.Response, error)                            { return nil, nil }
func Head(url string) (*http.Response, error)                           { return nil, nil }
func Post(url, bodyType string, body io.Reader) (*http.Response, error) { return nil, nil }
func PostForm(url string, data url.Values) (*http.Response, error)      { return nil, nil }
