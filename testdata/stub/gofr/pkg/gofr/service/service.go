// Package service has the declarations of GoFr's clients that the cases use.
package service

import (
	"context"
	"net/http"
)

type HTTP interface {
	httpClient
	HealthCheck(ctx context.Context) *Health
}

type httpClient interface {
	Get(ctx context.Context, api string, queryParams map[string]any) (*http.Response, error)
	GetWithHeaders(ctx context.Context, path string, queryParams map[string]any, headers map[string]string) (*http.Response, error)
	Post(ctx context.Context, path string, queryParams map[string]any, body []byte) (*http.Response, error)
	PostWithHeaders(ctx context.Context, path string, queryParams map[string]any, body []byte, headers map[string]string) (*http.Response, error)
	Put(ctx context.Context, api string, queryParams map[string]any, body []byte) (*http.Response, error)
	PutWithHeaders(ctx context.Context, api string, queryParams map[string]any, body []byte, headers map[string]string) (*http.Response, error)
	Patch(ctx context.Context, api string, queryParams map[string]any, body []byte) (*http.Response, error)
	PatchWithHeaders(ctx context.Context, api string, queryParams map[string]any, body []byte, headers map[string]string) (*http.Response, error)
	Delete(ctx context.Context, api string, body []byte) (*http.Response, error)
	DeleteWithHeaders(ctx context.Context, api string, body []byte, headers map[string]string) (*http.Response, error)
}

type (
	Health  struct{ Status string }
	Options interface{ AddOption(h HTTP) HTTP }
	Logger  interface{ Log(args ...any) }
	Metrics interface {
		RecordHistogram(ctx context.Context, name string, value float64, labels ...string)
	}
)

func NewHTTPService(serviceAddress string, logger Logger, metrics Metrics, options ...Options) HTTP {
	return nil
}
