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

// A ServeConfig says how a request is traced.
type ServeConfig struct{ Service string }

// TraceAndServe serves a request with a handler, and traces it.
func TraceAndServe(h http.Handler, w http.ResponseWriter, r *http.Request, cfg *ServeConfig) {}

// WrapRoundTripper traces requests.
func WrapRoundTripper(rt http.RoundTripper, opts ...RoundTripperOption) http.RoundTripper { return rt }

// WrapClient traces the requests of a client.
func WrapClient(c *http.Client, opts ...RoundTripperOption) *http.Client { return c }
