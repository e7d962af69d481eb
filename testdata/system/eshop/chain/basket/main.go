// Command basket keeps the buyers' baskets and checks them out.
package main

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"example.com/eshop/chain/basket/internal/api"
	"example.com/eshop/chain/basket/internal/basket"
	"example.com/eshop/chain/basket/internal/client/catalog"
	"example.com/eshop/chain/basket/internal/client/identity"
	"example.com/eshop/chain/basket/internal/client/ordering"
	"example.com/eshop/chain/basket/internal/client/payment"
	"example.com/eshop/chain/basket/internal/client/shipping"
	"example.com/eshop/chain/platform/serve"
	"example.com/eshop/chain/platform/store"
)

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	conn, err := grpc.NewClient(serve.Env("PAYMENT_ADDR", "payment:9090"), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer conn.Close()
	service := basket.New(basket.Deps{
		Baskets:  store.New[basket.Basket](),
		Orders:   ordering.New(serve.Env("ORDERING_URL", "http://ordering:8080")),
		Items:    catalog.New(serve.Env("CATALOG_URL", "http://catalog:8080")),
		Users:    identity.New(serve.Env("IDENTITY_URL", "http://identity:8080")),
		Shipping: shipping.New(serve.Env("SHIPPING_URL", "http://shipping:8080")),
		Payments: payment.New(conn),
	})
	return serve.HTTP(ctx, serve.Env("ADDR", ":8080"), api.Routes(service))
}
