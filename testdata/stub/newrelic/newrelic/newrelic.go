// Package newrelic stands for that of New Relic's agent: the declarations that cases use.
package newrelic

import "net/http"

// Application reports what a program does.
type Application struct{}

// ConfigOption changes an application.
type ConfigOption func()

// TraceOption changes what is reported of a handler.
type TraceOption func()

// NewApplication makes an application.
func NewApplication(opts ...ConfigOption) (*Application, error) { return &Application{}, nil }

// WrapHandle reports the requests of a handler.
func WrapHandle(app *Application, pattern string, handler http.Handler, options ...TraceOption) (string, http.Handler) {
	return pattern, handler
}

// WrapHandleFunc reports the requests of a handler function.
func WrapHandleFunc(app *Application, pattern string, handler func(http.ResponseWriter, *http.Request), options ...TraceOption) (string, func(http.ResponseWriter, *http.Request)) {
	return pattern, handler
}

// NewRoundTripper reports requests.
func NewRoundTripper(original http.RoundTripper) http.RoundTripper { return original }
