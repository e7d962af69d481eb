package httpc

import (
	"context"
	"net/http"
)

// Do sends a request.
func Do(ctx context.Context, method, url string, data any) (*http.Response, error) { return nil, nil }

// DoRequest sends a request.
func DoRequest(r *http.Request) (*http.Response, error) { return nil, nil }

// A Service sends requests to a named service.
type Service interface {
	Do(ctx context.Context, method, url string, data any) (*http.Response, error)
	DoRequest(r *http.Request) (*http.Response, error)
}

// NewService makes a service.
func NewService(name string) Service { return nil }

// NewServiceWithClient makes a service.
func NewServiceWithClient(name string, cli *http.Client) Service { return nil }
