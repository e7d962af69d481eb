package client

import "context"

type (
	// Client makes requests and publishes messages.
	Client interface {
		NewMessage(topic string, msg any, opts ...MessageOption) Message
		NewRequest(service, endpoint string, req any, reqOpts ...RequestOption) Request
		Call(ctx context.Context, req Request, rsp any, opts ...CallOption) error
		Stream(ctx context.Context, req Request, opts ...CallOption) (Stream, error)
		Publish(ctx context.Context, msg Message, opts ...PublishOption) error
	}

	// Message is published.
	Message interface {
		Topic() string
		Payload() any
	}

	// Request names a service and what it does.
	Request interface {
		Service() string
		Endpoint() string
	}

	// Stream sends and receives.
	Stream interface {
		Send(any) error
		Recv(any) error
		Close() error
	}

	// CallOption changes a call.
	CallOption func(*options)
	// PublishOption changes what is published.
	PublishOption func(*options)
	// MessageOption changes a message.
	MessageOption func(*options)
	// RequestOption changes a request.
	RequestOption func(*options)

	options struct{}
)

// DefaultClient is used by the functions.
var DefaultClient Client

// Call calls.
func Call(ctx context.Context, request Request, response any, opts ...CallOption) error { return nil }

// Publish publishes.
func Publish(ctx context.Context, msg Message, opts ...PublishOption) error { return nil }

// NewMessage makes a message.
func NewMessage(topic string, payload any, opts ...MessageOption) Message { return nil }

// NewRequest makes a request.
func NewRequest(service, endpoint string, request any, reqOpts ...RequestOption) Request { return nil }

// WithAddress says where the service is.
func WithAddress(a ...string) CallOption { return nil }
