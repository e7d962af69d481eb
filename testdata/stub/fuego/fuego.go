// Package fuego has the declarations of fuego that the cases use.
package fuego

import (
	"context"
	"net/http"
)

type (
	Server             struct{ *http.Server }
	ServerOption       = func(*Server)
	RouteOption        = func(*BaseRoute)
	BaseRoute          struct{ Method, Path string }
	Route[T, B, P any] struct{ BaseRoute }
	Context[B, P any]  interface{ PathParam(name string) string }
	ContextNoBody      = Context[any, any]
)

func NewServer(options ...ServerOption) *Server                                         { return nil }
func WithBasePath(basePath string) ServerOption                                         { return nil }
func WithAddr(addr string) ServerOption                                                 { return nil }
func WithGlobalMiddlewares(middlewares ...func(http.Handler) http.Handler) ServerOption { return nil }
func OptionMiddleware(middleware ...func(http.Handler) http.Handler) RouteOption        { return nil }
func OptionSummary(summary string) RouteOption                                          { return nil }
func (s *Server) Run() error                                                            { return nil }
func (s *Server) RunContext(ctx context.Context) error                                  { return nil }

func All[T, B, P any](s *Server, path string, controller func(Context[B, P]) (T, error), options ...RouteOption) *Route[T, B, P] {
	return nil
}
func Get[T, B, P any](s *Server, path string, controller func(Context[B, P]) (T, error), options ...RouteOption) *Route[T, B, P] {
	return nil
}
func Handle(s *Server, path string, controller http.Handler, options ...RouteOption) *Route[any, any, any] {
	return nil
}
func AllStd(s *Server, path string, controller func(http.ResponseWriter, *http.Request), options ...RouteOption) *Route[any, any, any] {
	return nil
}
func GetStd(s *Server, path string, controller func(http.ResponseWriter, *http.Request), options ...RouteOption) *Route[any, any, any] {
	return nil
}
func PostStd(s *Server, path string, controller func(http.ResponseWriter, *http.Request), options ...RouteOption) *Route[any, any, any] {
	return nil
}
func PutStd(s *Server, path string, controller func(http.ResponseWriter, *http.Request), options ...RouteOption) *Route[any, any, any] {
	return nil
}
func PatchStd(s *Server, path string, controller func(http.ResponseWriter, *http.Request), options ...RouteOption) *Route[any, any, any] {
	return nil
}
func DeleteStd(s *Server, path string, controller func(http.ResponseWriter, *http.Request), options ...RouteOption) *Route[any, any, any] {
	return nil
}
func OptionsStd(s *Server, path string, controller func(http.ResponseWriter, *http.Request), options ...RouteOption) *Route[any, any, any] {
	return nil
}
func Group(s *Server, path string, routeOptions ...func(*BaseRoute)) *Server { return nil }
func Use(s *Server, middlewares ...func(http.Handler) http.Handler)          {}
