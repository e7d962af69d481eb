// Package ghttp has the declarations of GoFrame's server that the cases use.
package ghttp

import "context"

type (
	Server      struct{}
	RouterGroup struct{}
	Request     struct{ Middleware *middleware }
	HandlerFunc = func(r *Request)
	middleware  struct{}
)

func (m *middleware) Next()                               {}
func (r *Request) Context() context.Context               { return nil }
func (r *Request) GetHeader(key string) string            { return "" }
func (s *Server) BindHandler(pattern string, handler any) {}
func (s *Server) Run()                                    {}
func (s *Server) SetPort(port ...int)                     {}
func (s *Server) Group(prefix string, groups ...func(group *RouterGroup)) *RouterGroup {
	return nil
}
func (g *RouterGroup) Group(prefix string, groups ...func(group *RouterGroup)) *RouterGroup {
	return nil
}
func (g *RouterGroup) Middleware(handlers ...HandlerFunc) *RouterGroup            { return g }
func (g *RouterGroup) Bind(handlerOrObject ...any) *RouterGroup                   { return g }
func (g *RouterGroup) GET(pattern string, object any, params ...any) *RouterGroup { return g }
func (g *RouterGroup) ALL(pattern string, object any, params ...any) *RouterGroup { return g }
