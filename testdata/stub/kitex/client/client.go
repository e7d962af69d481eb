package client

import (
	"context"

	"github.com/cloudwego/kitex/pkg/endpoint"
	"github.com/cloudwego/kitex/pkg/serviceinfo"
)

type (
	// Client calls methods by name.
	Client interface {
		Call(ctx context.Context, method string, request, response any) error
	}

	// Options are those of a client.
	Options struct{}

	// Option changes them.
	Option struct{ F func(o *Options) }
)

// NewClient makes a client.
func NewClient(svcInfo *serviceinfo.ServiceInfo, opts ...Option) (Client, error) { return nil, nil }

// WithDestService names whom to call.
func WithDestService(svr string) Option { return Option{} }

// WithHostPorts says where it is.
func WithHostPorts(hostports ...string) Option { return Option{} }

// WithMiddleware adds middleware.
func WithMiddleware(mw endpoint.Middleware) Option { return Option{} }

// Streaming opens streams.
type Streaming interface {
	Stream(ctx context.Context, method string, request, response any) error
}

// Suite is a set of options.
type Suite interface{ Options() []Option }

// WithSuite adds a suite.
func WithSuite(suite Suite) Option { return Option{} }
