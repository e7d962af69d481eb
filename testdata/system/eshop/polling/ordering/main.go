// Command ordering takes orders through their states.
package main

import (
	"context"
	"time"

	"example.com/eshop/polling/ordering/internal/client/basket"
	"example.com/eshop/polling/ordering/internal/client/catalog"
	"example.com/eshop/polling/ordering/internal/ordering"
	"example.com/eshop/polling/platform/poll"
	"example.com/eshop/polling/platform/serve"
	"example.com/eshop/polling/platform/store"
)

const interval = time.Second

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	orders := store.New[ordering.Order]()
	worker := ordering.NewWorker(orders,
		basket.New(serve.Env("BASKET_URL", "http://basket:8080")),
		catalog.New(serve.Env("CATALOG_URL", "http://catalog:8080")))
	go poll.Every(ctx, interval, worker.Checkouts)
	go poll.Every(ctx, interval, worker.Reservations)
	return serve.HTTP(ctx, serve.Env("ADDR", ":8080"), ordering.Routes(orders))
}
