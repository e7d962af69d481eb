// Package micro declares what the cases use of go-micro.
package micro

import (
	"context"

	"go-micro.dev/v6/client"
	"go-micro.dev/v6/server"
	"go-micro.dev/v6/service"
)

type (
	// Service has a client and a server.
	Service = service.Service

	// Option changes a service.
	Option func()

	// Event publishes to a topic.
	Event interface {
		Publish(ctx context.Context, msg any, opts ...client.PublishOption) error
	}
)

// NewService makes a service.
func NewService(name string, opts ...Option) Service { return nil }

// NewEvent makes what publishes to a topic.
func NewEvent(topic string, c client.Client) Event { return nil }

// RegisterHandler serves the methods of an object.
func RegisterHandler(s server.Server, h any, opts ...server.HandlerOption) error { return nil }

// RegisterSubscriber has an object told what is published.
func RegisterSubscriber(topic string, s server.Server, h any, opts ...server.SubscriberOption) error {
	return nil
}
