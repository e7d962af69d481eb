package idtoken

import (
	"context"
	"net/http"

	"golang.org/x/oauth2"
)

// ClientOption changes a client.
type ClientOption interface{ Apply() }

// NewClient makes a client.
func NewClient(ctx context.Context, audience string, opts ...ClientOption) (*http.Client, error) {
	return nil, nil
}

// NewTokenSource makes what gives tokens.
func NewTokenSource(ctx context.Context, audience string, opts ...ClientOption) (oauth2.TokenSource, error) {
	return nil, nil
}
