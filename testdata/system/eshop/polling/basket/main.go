// Command basket keeps the buyers' baskets and accepts their checkouts.
package main

import (
	"context"

	"example.com/eshop/polling/basket/internal/basket"
	"example.com/eshop/polling/platform/serve"
	"example.com/eshop/polling/platform/store"
)

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	service := basket.New(store.New[[]basket.Line](), new(store.Log[basket.Checkout]))
	return serve.HTTP(ctx, serve.Env("ADDR", ":8080"), service.Routes())
}
