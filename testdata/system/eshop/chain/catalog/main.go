// Command catalog knows the items, their stock and their prices.
package main

import (
	"context"

	"example.com/eshop/chain/catalog/internal/api"
	"example.com/eshop/chain/catalog/internal/catalog"
	"example.com/eshop/chain/catalog/internal/client/identity"
	"example.com/eshop/chain/catalog/internal/client/ordering"
	"example.com/eshop/chain/catalog/internal/webhook"
	"example.com/eshop/chain/platform/serve"
	"example.com/eshop/chain/platform/store"
)

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	items := store.New[catalog.Item]()
	items.Put("mug", catalog.Item{ID: "mug", Name: "Mug", Price: 850, Stock: 100})
	items.Put("shirt", catalog.Item{ID: "shirt", Name: "T-shirt", Price: 1950, Stock: 40})
	service := catalog.New(catalog.Deps{
		Items:     items,
		Orders:    ordering.New(serve.Env("ORDERING_URL", "http://ordering:8080")),
		Suppliers: identity.New(serve.Env("IDENTITY_URL", "http://identity:8080")),
		Hooks:     webhook.New(),
	})
	return serve.HTTP(ctx, serve.Env("ADDR", ":8080"), api.Routes(service))
}
