package client

import "context"

type (
	// Client makes connections.
	Client struct{}

	// Connection leads to a service.
	Connection struct{}

	// ClientInfo describes a service.
	ClientInfo struct {
		InterfaceName        string
		MethodNames          []string
		ConnectionInjectFunc func(dubboCliRaw any, conn *Connection)
		Meta                 map[string]any
	}

	// ClientOption changes a client.
	ClientOption func(*options)
	// ReferenceOption changes a connection.
	ReferenceOption func(*options)
	// CallOption changes a call.
	CallOption func(*options)

	options struct{}
)

// NewClient makes a client.
func NewClient(opts ...ClientOption) (*Client, error) { return &Client{}, nil }

// WithClientURL says where services are.
func WithClientURL(url string) ClientOption { return nil }

// WithURL says where a service is.
func WithURL(url string) ReferenceOption { return nil }

// DialWithInfo connects to a service.
func (cli *Client) DialWithInfo(interfaceName string, info *ClientInfo, opts ...ReferenceOption) (*Connection, error) {
	return nil, nil
}

// NewService fills the functions of a struct.
func (cli *Client) NewService(service any, opts ...ReferenceOption) (*Connection, error) {
	return nil, nil
}

// CallUnary calls a method.
func (conn *Connection) CallUnary(ctx context.Context, reqs []any, resp any, methodName string, opts ...CallOption) error {
	return nil
}

// Dial connects to a service.
func (cli *Client) Dial(interfaceName string, opts ...ReferenceOption) (*Connection, error) {
	return nil, nil
}

// DialWithService fills the functions of a struct.
func (cli *Client) DialWithService(interfaceName string, service any, opts ...ReferenceOption) (*Connection, error) {
	return nil, nil
}

// CallClientStream opens a stream.
func (conn *Connection) CallClientStream(ctx context.Context, methodName string, opts ...CallOption) (any, error) {
	return nil, nil
}

// CallServerStream opens a stream.
func (conn *Connection) CallServerStream(ctx context.Context, req any, methodName string, opts ...CallOption) (any, error) {
	return nil, nil
}

// CallBidiStream opens a stream.
func (conn *Connection) CallBidiStream(ctx context.Context, methodName string, opts ...CallOption) (any, error) {
	return nil, nil
}
