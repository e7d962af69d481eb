// Package middleware is the part of github.com/ogen-go/ogen/middleware that cases use.
package middleware

import (
	"context"
	"net/http"
)

type Parameters map[string]any

type Request struct {
	Context       context.Context
	OperationName string
	OperationID   string
	Body          any
	Params        Parameters
	Raw           *http.Request
}

type Response struct {
	Type any
}

type (
	Next       = func(req Request) (Response, error)
	Middleware func(req Request, next Next) (Response, error)
)

func ChainMiddlewares(m ...Middleware) Middleware { panic("stub") }

func HookMiddleware[RequestType, ParamsType, ResponseType any](
	m Middleware,
	req Request,
	unpack func(Parameters) ParamsType,
	cb func(context.Context, RequestType, ParamsType) (ResponseType, error),
) (r ResponseType, err error) {
	panic("stub")
}
