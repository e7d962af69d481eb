// Package mongo declares what the cases use of the real one.
package mongo

import "context"

// A Client is one.
type Client struct{}

// A Session is a series of operations.
type Session interface {
	EndSession(context.Context)
	WithTransaction(ctx context.Context, fn func(ctx SessionContext) (interface{}, error), opts ...*TransactionOptions) (interface{}, error)
}

// A SessionContext is the context of the operations in a session.
type SessionContext interface {
	context.Context
	Session
}

// ClientOptions, SessionOptions and TransactionOptions are options.
type (
	ClientOptions      struct{}
	SessionOptions     struct{}
	TransactionOptions struct{}
)

func Connect(ctx context.Context, opts ...*ClientOptions) (*Client, error) { return new(Client), nil }

func (c *Client) StartSession(opts ...*SessionOptions) (Session, error) { return nil, nil }

func (c *Client) UseSession(ctx context.Context, fn func(SessionContext) error) error { return nil }

func (c *Client) UseSessionWithOptions(ctx context.Context, opts *SessionOptions, fn func(SessionContext) error) error {
	return nil
}

func WithSession(ctx context.Context, sess Session, fn func(SessionContext) error) error { return nil }
