// Package client makes clients in three ways.
package client

import (
	"cmp"
	"context"
	"net/http"
	"time"
)

// Client calls one service.
type Client struct {
	opts   Options
	header http.Header
	http   *http.Client
}

// Options say how a client behaves.
type Options struct {
	BaseURL string
	Timeout time.Duration
	Retries int
}

// An Option changes a client.
type Option func(*Client)

// WithBaseURL sets where the service is.
func WithBaseURL(url string) Option {
	return func(c *Client) { c.opts.BaseURL = url }
}

// WithTimeout limits each request.
func WithTimeout(d time.Duration) Option {
	return func(c *Client) {
		c.opts.Timeout = d
		c.http.Timeout = d
	}
}

// WithHeader sends a header with each request.
func WithHeader(key, value string) Option {
	return func(c *Client) { c.header.Set(key, value) }
}

// New applies options.
func New(opts ...Option) *Client {
	c := &Client{header: http.Header{}, http: &http.Client{}}
	for _, opt := range opts {
		opt(c)
	}
	return c
}

// NewWith takes a struct.
func NewWith(o Options) *Client {
	o.Timeout = cmp.Or(o.Timeout, 10*time.Second)
	return &Client{opts: o, header: http.Header{}, http: &http.Client{Timeout: o.Timeout}}
}

// A Builder collects options.
type Builder struct{ opts Options }

// Build starts one.
func Build() *Builder { return new(Builder) }

// To sets where the service is.
func (b *Builder) To(url string) *Builder {
	b.opts.BaseURL = url
	return b
}

// Within limits each request.
func (b *Builder) Within(d time.Duration) *Builder {
	b.opts.Timeout = d
	return b
}

// Client is what was built.
func (b *Builder) Client() *Client { return NewWith(b.opts) }

// Get asks.
func (c *Client) Get(ctx context.Context, path string) error {
	return c.do(ctx, http.MethodGet, path)
}

// Post tells.
func (c *Client) Post(ctx context.Context, path string) error {
	return c.do(ctx, http.MethodPost, path) // want `GET /all of options waits for payments POST /payments`
}

func (c *Client) do(ctx context.Context, method, path string) error {
	req, err := http.NewRequestWithContext(ctx, method, c.opts.BaseURL+path, nil)
	if err != nil {
		return err
	}
	req.Header = c.header.Clone()
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
