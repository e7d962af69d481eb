// Package ghttp has the declarations of GoFrame's server that the cases use.
package ghttp

import "context"

type (
	Server      struct{}
	RouterGroup struct{}
	Request     struct{ Middleware *middleware }
	HandlerFunc = func(r *Request)
	HookName    string
	middleware  struct{}
)

const HookBeforeServe HookName = "HOOK_BEFORE_SERVE"

func GetServer(name ...any) *Server { return nil }

func (m *middleware) Next()                    {}
func (r *Request) Context() context.Context    { return nil }
func (r *Request) GetHeader(key string) string { return "" }

func (s *Server) BindHandler(pattern string, handler any)                            {}
func (s *Server) BindObject(pattern string, object any, method ...string)            {}
func (s *Server) BindObjectMethod(pattern string, object any, method string)         {}
func (s *Server) BindObjectRest(pattern string, object any)                          {}
func (s *Server) BindMiddleware(pattern string, handlers ...HandlerFunc)             {}
func (s *Server) BindMiddlewareDefault(handlers ...HandlerFunc)                      {}
func (s *Server) BindHookHandler(pattern string, hook HookName, handler HandlerFunc) {}
func (s *Server) Run()                                                               {}
func (s *Server) Start() error                                                       { return nil }
func (s *Server) SetPort(port ...int)                                                {}
func (s *Server) SetAddr(address string)                                             {}
func (s *Server) Group(prefix string, groups ...func(group *RouterGroup)) *RouterGroup {
	return nil
}
func (g *RouterGroup) Group(prefix string, groups ...func(group *RouterGroup)) *RouterGroup {
	return nil
}
func (g *RouterGroup) Middleware(handlers ...HandlerFunc) *RouterGroup             { return g }
func (g *RouterGroup) Bind(handlerOrObject ...any) *RouterGroup                    { return g }
func (g *RouterGroup) REST(pattern string, object any) *RouterGroup                { return g }
func (g *RouterGroup) GET(pattern string, object any, params ...any) *RouterGroup  { return g }
func (g *RouterGroup) POST(pattern string, object any, params ...any) *RouterGroup { return g }
func (g *RouterGroup) ALL(pattern string, object any, params ...any) *RouterGroup  { return g }
