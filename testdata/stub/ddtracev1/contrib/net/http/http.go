// Package http stands for that of dd-trace-go's first version, before it was made of the
// second.
package http

import "net/http"

// ServeMux is a mux that traces requests.
type ServeMux struct{ *http.ServeMux }

// Option changes a handler.
type Option func()

// NewServeMux makes a mux.
func NewServeMux(opts ...Option) *ServeMux { return &ServeMux{} }

// Handle registers a handler.
func (mux *ServeMux) Handle(pttrn string, inner http.Handler) {}

// HandleFunc registers a handler function.
func (mux *ServeMux) HandleFunc(pttrn string, handlerFunc func(http.ResponseWriter, *http.Request)) {}

// ServeHTTP serves.
func (mux *ServeMux) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

// WrapHandler traces the requests of a handler.
func WrapHandler(h http.Handler, service, resource string, opts ...Option) http.Handler { return h }
