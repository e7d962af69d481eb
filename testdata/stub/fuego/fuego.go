// Package fuego has the declarations of fuego that the cases use.
package fuego

import "net/http"

type (
	Server             struct{}
	ServerOption       func(*Server)
	RouteOption        func(*BaseRoute)
	BaseRoute          struct{}
	Route[T, B, P any] struct{}
	Context[B, P any]  interface{ PathParam(name string) string }
	ContextNoBody      = Context[any, any]
)

func NewServer(options ...ServerOption) *Server { return nil }
func (s *Server) Run() error                    { return nil }
func Get[T, B, P any](s *Server, path string, controller func(Context[B, P]) (T, error), options ...RouteOption) *Route[T, B, P] {
	return nil
}
func PostStd(s *Server, path string, controller func(http.ResponseWriter, *http.Request), options ...RouteOption) *Route[any, any, any] {
	return nil
}
func Group(s *Server, path string, routeOptions ...RouteOption) *Server { return nil }
func Use(s *Server, middlewares ...func(http.Handler) http.Handler)     {}
