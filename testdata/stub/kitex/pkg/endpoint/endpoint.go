package endpoint

import "context"

// Endpoint handles a call.
type Endpoint func(ctx context.Context, req, resp any) error

// Middleware makes an endpoint of another one.
type Middleware func(Endpoint) Endpoint
