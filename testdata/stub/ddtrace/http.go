// Package http stands for that of dd-trace-go: the declarations that cases use.
package http

import (
	"net/http"

	"github.com/DataDog/dd-trace-go/contrib/net/http/v2/internal/wrap"
)

// ServeMux is a mux that traces requests.
type ServeMux = wrap.ServeMux

// Option changes a handler.
type Option func()

// RoundTripperOption changes a transport.
type RoundTripperOption func()

// NewServeMux makes a mux.
func NewServeMux(opts ...Option) *ServeMux { return &ServeMux{} }

// WrapHandler traces the requests of a handler.
func WrapHandler(h http.Handler, service, resource string, opts ...Option) http.Handler { return h }

// WrapRoundTripper traces requests.
func WrapRoundTripper(rt http.RoundTripper, opts ...RoundTripperOption) http.RoundTripper { return rt }

// WrapClient traces the requests of a client.
func WrapClient(c *http.Client, opts ...RoundTripperOption) *http.Client { return c }
