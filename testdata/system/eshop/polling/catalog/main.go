// Command catalog knows the items and their stock.
package main

import (
	"context"
	"time"

	"example.com/eshop/polling/catalog/internal/catalog"
	"example.com/eshop/polling/catalog/internal/client/ordering"
	"example.com/eshop/polling/platform/poll"
	"example.com/eshop/polling/platform/serve"
	"example.com/eshop/polling/platform/store"
)

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	items := store.New[catalog.Item]()
	items.Put("mug", catalog.Item{ID: "mug", Name: "Mug", Stock: 100})
	items.Put("shirt", catalog.Item{ID: "shirt", Name: "T-shirt", Stock: 40})
	orders := ordering.New(serve.Env("ORDERING_URL", "http://ordering:8080"))
	service := catalog.New(items, new(store.Log[catalog.Reservation]), orders)
	go poll.Every(ctx, time.Second, service.Reserve)
	return serve.HTTP(ctx, serve.Env("ADDR", ":8080"), service.Routes())
}
