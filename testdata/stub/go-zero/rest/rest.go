package rest

import (
	"net/http"
	"time"

	"github.com/zeromicro/go-zero/core/service"
)

type (
	// Middleware makes a handler of another one.
	Middleware func(next http.HandlerFunc) http.HandlerFunc

	// A Route is served.
	Route struct {
		Method  string
		Path    string
		Handler http.HandlerFunc
	}

	// RestConf configures a server.
	RestConf struct {
		service.ServiceConf
		Host string `json:",default=0.0.0.0"`
		Port int
	}

	// RouteOption changes routes.
	RouteOption func(r *featuredRoutes)

	// RunOption changes a server.
	RunOption func(*Server)

	featuredRoutes struct{ routes []Route }

	// A Server serves routes.
	Server struct{}
)

// MustNewServer makes a server.
func MustNewServer(c RestConf, opts ...RunOption) *Server { return &Server{} }

// NewServer makes a server.
func NewServer(c RestConf, opts ...RunOption) (*Server, error) { return &Server{}, nil }

// AddRoute adds a route.
func (s *Server) AddRoute(r Route, opts ...RouteOption) {}

// AddRoutes adds routes.
func (s *Server) AddRoutes(rs []Route, opts ...RouteOption) {}

// Use adds middleware.
func (s *Server) Use(middleware Middleware) {}

// Start serves.
func (s *Server) Start() {}

// Stop stops.
func (s *Server) Stop() {}

// WithPrefix puts a prefix before paths.
func WithPrefix(group string) RouteOption { return func(r *featuredRoutes) {} }

// WithJwt has requests carry a token.
func WithJwt(secret string) RouteOption { return func(r *featuredRoutes) {} }

// WithSSE has routes send events.
func WithSSE() RouteOption { return func(r *featuredRoutes) {} }

// WithTimeout bounds what requests take.
func WithTimeout(timeout time.Duration) RouteOption { return func(r *featuredRoutes) {} }

// WithMiddlewares puts middleware around routes.
func WithMiddlewares(ms []Middleware, rs ...Route) []Route { return rs }

// WithMiddleware puts middleware around routes.
func WithMiddleware(middleware Middleware, rs ...Route) []Route { return rs }

// ToMiddleware makes middleware of that of net/http.
func ToMiddleware(handler func(next http.Handler) http.Handler) Middleware { return nil }
