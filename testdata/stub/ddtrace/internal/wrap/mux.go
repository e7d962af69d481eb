// Package wrap holds the mux.
package wrap

import "net/http"

// ServeMux is a mux that traces requests.
type ServeMux struct{ *http.ServeMux }

// Handle registers a handler.
func (mux *ServeMux) Handle(pttrn string, inner http.Handler) {}

// HandleFunc registers a handler function.
func (mux *ServeMux) HandleFunc(pttrn string, handlerFunc func(http.ResponseWriter, *http.Request)) {}

// ServeHTTP serves.
func (mux *ServeMux) ServeHTTP(w http.ResponseWriter, r *http.Request) {}
