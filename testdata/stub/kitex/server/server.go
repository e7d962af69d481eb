package server

import (
	"github.com/cloudwego/kitex/pkg/endpoint"
	"github.com/cloudwego/kitex/pkg/serviceinfo"
)

type (
	// Server serves.
	Server interface {
		RegisterService(svcInfo *serviceinfo.ServiceInfo, handler any, opts ...RegisterOption) error
		Run() error
		Stop() error
	}

	// Options are those of a server.
	Options struct{}

	// Option changes them.
	Option struct{ F func(o *Options) }

	// RegisterOption changes a registration.
	RegisterOption struct{ F func(o *Options) }
)

// NewServer makes a server.
func NewServer(ops ...Option) Server { return nil }

// WithMiddleware adds middleware.
func WithMiddleware(mw endpoint.Middleware) Option { return Option{} }
