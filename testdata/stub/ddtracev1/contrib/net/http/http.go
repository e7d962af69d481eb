// Package http stands for that of dd-trace-go's first version.
package http

import (
	"net/http"

	v2 "github.com/DataDog/dd-trace-go/contrib/net/http/v2"
)

// ServeMux is a mux that traces requests.
type ServeMux struct{ *v2.ServeMux }

// NewServeMux makes a mux.
func NewServeMux(opts ...v2.Option) *ServeMux { return &ServeMux{} }

// WrapHandler traces the requests of a handler.
func WrapHandler(h http.Handler, service, resource string, opts ...v2.Option) http.Handler { return h }
