// Package graphql declares what the cases use of the real one.
package graphql

import (
	"context"
	"net/http"
)

type (
	// Doer sends requests.
	Doer interface {
		Do(*http.Request) (*http.Response, error)
	}

	// ClientOption changes a client.
	ClientOption func(*Client)

	// Option changes a query.
	Option interface{ String() string }

	// Client asks one URL.
	Client struct{}

	// SubscriptionClient is told.
	SubscriptionClient struct{}
)

// NewClient makes a client.
func NewClient(url string, httpClient Doer, options ...ClientOption) *Client { return &Client{} }

// Query asks.
func (c *Client) Query(ctx context.Context, q any, variables map[string]any, options ...Option) error {
	return nil
}

// NamedMutate changes.
func (c *Client) NamedMutate(ctx context.Context, name string, q any, variables map[string]any, options ...Option) error {
	return nil
}

// QueryRaw asks.
func (c *Client) QueryRaw(ctx context.Context, q any, variables map[string]any, options ...Option) ([]byte, error) {
	return nil, nil
}

// Exec asks what a text says.
func (c *Client) Exec(ctx context.Context, query string, v any, variables map[string]any, options ...Option) error {
	return nil
}

// ExecRaw asks what a text says.
func (c *Client) ExecRaw(ctx context.Context, query string, variables map[string]any, options ...Option) ([]byte, error) {
	return nil, nil
}

// NewSubscriptionClient makes a client.
func NewSubscriptionClient(url string) *SubscriptionClient { return &SubscriptionClient{} }

// Subscribe has a function told.
func (sc *SubscriptionClient) Subscribe(v any, variables map[string]any, handler func(message []byte, err error) error, options ...Option) (string, error) {
	return "", nil
}

// Run tells them.
func (sc *SubscriptionClient) Run() error { return nil }
