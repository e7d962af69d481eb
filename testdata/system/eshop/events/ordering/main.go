// Command ordering takes orders through their states.
package main

import (
	"context"
	"errors"

	"example.com/eshop/events/ordering/internal/ordering"
	"example.com/eshop/events/platform/contract"
	"example.com/eshop/events/platform/eventbus"
	"example.com/eshop/events/platform/serve"
	"example.com/eshop/events/platform/store"
)

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	bus, err := eventbus.Dial(serve.Env("BROKER_URL", "amqp://rabbitmq:5672"), "ordering")
	if err != nil {
		return err
	}
	defer bus.Close()
	service := ordering.New(store.New[ordering.Order](), store.New[ordering.Buyer](), bus)
	err = errors.Join(
		eventbus.On(ctx, bus, contract.UserChanged, service.UserChanged),
		eventbus.On(ctx, bus, contract.UserCheckoutAccepted, service.UserCheckoutAccepted),
		eventbus.On(ctx, bus, contract.StockConfirmed, service.StockConfirmed),
		eventbus.On(ctx, bus, contract.StockRejected, service.StockRejected),
	)
	if err != nil {
		return err
	}
	return serve.HTTP(bus.Watch(ctx), serve.Env("ADDR", ":8080"), service.Routes())
}
