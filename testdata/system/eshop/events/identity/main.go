// Command identity knows the users.
package main

import (
	"context"

	"example.com/eshop/events/identity/internal/identity"
	"example.com/eshop/events/platform/eventbus"
	"example.com/eshop/events/platform/serve"
	"example.com/eshop/events/platform/store"
)

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	bus, err := eventbus.Dial(serve.Env("BROKER_URL", "amqp://rabbitmq:5672"), "identity")
	if err != nil {
		return err
	}
	defer bus.Close()
	service := identity.New(store.New[identity.User](), bus)
	return serve.HTTP(bus.Watch(ctx), serve.Env("ADDR", ":8080"), service.Routes())
}
