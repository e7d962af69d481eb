// Package gofr has the declarations of GoFr that the cases use.
package gofr

import (
	"context"

	"gofr.dev/pkg/gofr/container"
	"gofr.dev/pkg/gofr/service"
)

type (
	App     struct{}
	Context struct {
		context.Context
		*container.Container
	}
	Handler       func(c *Context) (any, error)
	SubscribeFunc func(c *Context) error
)

func New() *App                                                                { return nil }
func (a *App) GET(pattern string, handler Handler)                             {}
func (a *App) POST(pattern string, handler Handler)                            {}
func (a *App) Subscribe(topic string, handler SubscribeFunc)                   {}
func (a *App) AddHTTPService(name, address string, options ...service.Options) {}
func (a *App) Run()                                                            {}
func (c *Context) PathParam(key string) string                                 { return "" }
