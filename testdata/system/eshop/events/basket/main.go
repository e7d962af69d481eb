// Command basket keeps the buyers' baskets and accepts their checkouts.
package main

import (
	"context"

	"example.com/eshop/events/basket/internal/basket"
	"example.com/eshop/events/platform/contract"
	"example.com/eshop/events/platform/eventbus"
	"example.com/eshop/events/platform/serve"
	"example.com/eshop/events/platform/store"
)

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	bus, err := eventbus.Dial(serve.Env("BROKER_URL", "amqp://rabbitmq:5672"), "basket")
	if err != nil {
		return err
	}
	defer bus.Close()
	service := basket.New(store.New[[]contract.Line](), store.New[contract.Checkout](), bus)
	if err := eventbus.On(ctx, bus, contract.OrderStarted, service.OrderStarted); err != nil {
		return err
	}
	if err := eventbus.On(ctx, bus, contract.PriceChanged, service.PriceChanged); err != nil {
		return err
	}
	return serve.HTTP(bus.Watch(ctx), serve.Env("ADDR", ":8080"), service.Routes())
}
