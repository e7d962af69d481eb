package gateway

import "github.com/zeromicro/go-zero/rest"

type (
	// GatewayConf says what is forwarded where.
	GatewayConf struct{ rest.RestConf }
	// Option changes a gateway.
	Option func(svr *Server)
	// Server forwards requests.
	Server struct{ *rest.Server }
)

// MustNewServer makes a gateway.
func MustNewServer(c GatewayConf, opts ...Option) *Server { return &Server{} }

// Start serves.
func (s *Server) Start() {}

// Stop stops.
func (s *Server) Stop() {}
