package server

// Server serves.
type Server struct{}

// OptionFn changes a server.
type OptionFn func(*Server)

// NewServer makes a server.
func NewServer(options ...OptionFn) *Server { return &Server{} }

// Register registers the methods of an object.
func (s *Server) Register(rcvr any, metadata string) error { return nil }

// RegisterName registers the methods of an object under a name.
func (s *Server) RegisterName(name string, rcvr any, metadata string) error { return nil }

// Serve serves.
func (s *Server) Serve(network, address string) error { return nil }
