// Package micro declares what the cases use of an older go-micro.
package micro

import (
	"go-micro.dev/v4/client"
	"go-micro.dev/v4/server"
)

// Service has a client and a server.
type Service interface {
	Init(...Option)
	Client() client.Client
	Server() server.Server
	Run() error
}

// Option changes a service.
type Option func()

// NewService makes a service.
func NewService(opts ...Option) Service { return nil }

// RegisterHandler serves the methods of an object.
func RegisterHandler(s server.Server, h interface{}, opts ...server.HandlerOption) error { return nil }

// RegisterSubscriber has an object told what is published.
func RegisterSubscriber(topic string, s server.Server, h interface{}, opts ...server.SubscriberOption) error {
	return nil
}
