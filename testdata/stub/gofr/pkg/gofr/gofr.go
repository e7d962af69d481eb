// Package gofr has the declarations of GoFr that the cases use.
package gofr

import (
	"context"

	"google.golang.org/grpc"

	"gofr.dev/pkg/gofr/container"
	gofrHTTP "gofr.dev/pkg/gofr/http"
	"gofr.dev/pkg/gofr/service"
)

type (
	App     struct{}
	Context struct {
		context.Context
		Request
		*container.Container
	}
	Request       interface{ PathParam(string) string }
	Handler       func(c *Context) (any, error)
	SubscribeFunc func(c *Context) error
	CronFunc      func(ctx *Context)
)

func New() *App                                                                              { return nil }
func (a *App) GET(pattern string, handler Handler)                                           {}
func (a *App) POST(pattern string, handler Handler)                                          {}
func (a *App) WebSocket(route string, handler Handler)                                       {}
func (a *App) UseMiddleware(middlewares ...gofrHTTP.Middleware)                              {}
func (a *App) RegisterService(desc *grpc.ServiceDesc, impl any)                              {}
func (a *App) AddCronJob(schedule, jobName string, job CronFunc)                             {}
func (a *App) Subscribe(topic string, handler SubscribeFunc)                                 {}
func (a *App) AddHTTPService(serviceName, serviceAddress string, options ...service.Options) {}
func (a *App) Run()                                                                          {}
