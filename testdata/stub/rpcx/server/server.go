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

// A Context is that of a request.
type Context struct{}

// RegisterFunction registers a function.
func (s *Server) RegisterFunction(servicePath string, fn any, metadata string) error { return nil }

// RegisterFunctionName registers a function under a name.
func (s *Server) RegisterFunctionName(servicePath, name string, fn any, metadata string) error {
	return nil
}

// AddHandler registers a function that reads the request itself.
func (s *Server) AddHandler(servicePath, serviceMethod string, handler func(*Context) error) {}
