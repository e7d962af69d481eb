// Package service has the declarations of GoFr's clients that the cases use.
package service

import (
	"context"
	"net/http"
)

type HTTP interface{ httpClient }

type httpClient interface {
	Get(ctx context.Context, api string, queryParams map[string]any) (*http.Response, error)
	PostWithHeaders(ctx context.Context, path string, queryParams map[string]any, body []byte, headers map[string]string) (*http.Response, error)
}

type Options interface{ AddOption(h HTTP) HTTP }
