// Command webbff is what the shop's web pages speak to.
package main

import (
	"context"

	"example.com/eshop/chain/platform/serve"
	"example.com/eshop/chain/webbff/internal/api"
	"example.com/eshop/chain/webbff/internal/client"
)

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	handler, err := api.Routes(api.Backends{
		Shop:        client.New(serve.Env("BASKET_URL", "http://basket:8080"), serve.Env("CATALOG_URL", "http://catalog:8080")),
		OrderingURL: serve.Env("ORDERING_URL", "http://ordering:8080"),
	})
	if err != nil {
		return err
	}
	return serve.HTTP(ctx, serve.Env("ADDR", ":8080"), handler)
}
