// Package web is a thin framework.
package web

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"syscall"
	"time"
)

// A Handler handles a request, or fails.
type Handler func(ctx context.Context, w http.ResponseWriter, r *http.Request) error

// A Middleware wraps a handler.
type Middleware func(Handler) Handler

// App is the entry point into an application.
type App struct {
	mux      *http.ServeMux
	shutdown chan os.Signal
	mw       []Middleware
}

// NewApp returns an App whose handlers are all wrapped in mw.
func NewApp(shutdown chan os.Signal, mw ...Middleware) *App {
	return &App{mux: http.NewServeMux(), shutdown: shutdown, mw: mw}
}

// ServeHTTP implements http.Handler.
func (a *App) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.mux.ServeHTTP(w, r) }

// Handle registers a handler for a method, a group and a path.
func (a *App) Handle(method, group, path string, handler Handler, mw ...Middleware) {
	handler = wrap(mw, handler)
	handler = wrap(a.mw, handler)
	h := func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), key{}, time.Now())
		if err := handler(ctx, w, r); err != nil {
			a.shutdown <- syscall.SIGTERM
		}
	}
	final := path
	if group != "" {
		final = "/" + group + path
	}
	a.mux.HandleFunc(fmt.Sprintf("%s %s", method, final), h)
}

type key struct{}

func wrap(mw []Middleware, h Handler) Handler {
	for i := len(mw) - 1; i >= 0; i-- {
		if m := mw[i]; m != nil {
			h = m(h)
		}
	}
	return h
}

// Logger logs requests.
func Logger() Middleware {
	return func(next Handler) Handler {
		return func(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
			defer log.Print(r.URL)
			return next(ctx, w, r)
		}
	}
}

// Panics turns panics into errors.
func Panics() Middleware {
	return func(next Handler) Handler {
		return func(ctx context.Context, w http.ResponseWriter, r *http.Request) (err error) {
			defer func() {
				if p := recover(); p != nil {
					err = fmt.Errorf("panic: %v", p)
				}
			}()
			return next(ctx, w, r)
		}
	}
}
