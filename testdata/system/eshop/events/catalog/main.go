// Command catalog knows the items, their stock and their prices.
package main

import (
	"context"

	"example.com/eshop/events/catalog/internal/catalog"
	"example.com/eshop/events/platform/contract"
	"example.com/eshop/events/platform/eventbus"
	"example.com/eshop/events/platform/serve"
)

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	bus, err := eventbus.Dial(serve.Env("BROKER_URL", "amqp://rabbitmq:5672"), "catalog")
	if err != nil {
		return err
	}
	defer bus.Close()
	service := catalog.New(catalog.NewMemory(), bus)
	if err := eventbus.On(ctx, bus, contract.OrderStarted, service.OrderStarted); err != nil {
		return err
	}
	return serve.HTTP(bus.Watch(ctx), serve.Env("ADDR", ":8080"), service.Routes())
}
