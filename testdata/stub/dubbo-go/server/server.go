package server

import "dubbo.apache.org/dubbo-go/v3/common"

type (
	// Server serves.
	Server struct{}

	// ServerOption changes a server.
	ServerOption func(*options)
	// ServiceOption changes a service.
	ServiceOption func(*options)

	options struct{}
)

// NewServer makes a server.
func NewServer(opts ...ServerOption) (*Server, error) { return &Server{}, nil }

// Register serves what a description says.
func (s *Server) Register(handler any, info *common.ServiceInfo, opts ...ServiceOption) error {
	return nil
}

// RegisterService serves the methods of an object.
func (s *Server) RegisterService(handler any, opts ...ServiceOption) error { return nil }

// Serve serves.
func (s *Server) Serve() error { return nil }

type (
	// ServiceInfo describes a service.
	ServiceInfo = common.ServiceInfo
	// MethodInfo describes a method.
	MethodInfo = common.MethodInfo
)
