package internal

import "google.golang.org/grpc"

type (
	// A Client has a connection.
	Client interface {
		Conn() *grpc.ClientConn
	}

	// ClientOptions are those of a client.
	ClientOptions struct{ DialOptions []grpc.DialOption }

	// ClientOption changes them.
	ClientOption func(options *ClientOptions)

	// RegisterFn registers services.
	RegisterFn func(*grpc.Server)
)

// WithDialOption adds an option.
func WithDialOption(opt grpc.DialOption) ClientOption { return func(*ClientOptions) {} }

// WithStreamClientInterceptor adds an interceptor.
func WithStreamClientInterceptor(interceptor grpc.StreamClientInterceptor) ClientOption {
	return func(*ClientOptions) {}
}

// WithUnaryClientInterceptor adds an interceptor.
func WithUnaryClientInterceptor(interceptor grpc.UnaryClientInterceptor) ClientOption {
	return func(*ClientOptions) {}
}
