package server

import "context"

type (
	// Server serves handlers and subscribers.
	Server interface {
		Handle(Handler) error
		NewHandler(any, ...HandlerOption) Handler
		NewSubscriber(string, any, ...SubscriberOption) Subscriber
		Subscribe(Subscriber) error
	}

	// Handler is served.
	Handler interface{ Name() string }
	// Subscriber is told.
	Subscriber interface{ Topic() string }

	// Stream sends and receives.
	Stream interface {
		Context() context.Context
		Send(any) error
		Recv(any) error
		Close() error
	}

	// HandlerOption changes a handler.
	HandlerOption func(*options)
	// SubscriberOption changes a subscriber.
	SubscriberOption func(*options)

	options struct{}
)
