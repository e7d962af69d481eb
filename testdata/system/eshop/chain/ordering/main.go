// Command ordering takes orders.
package main

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"example.com/eshop/chain/ordering/internal/api"
	"example.com/eshop/chain/ordering/internal/client/catalog"
	"example.com/eshop/chain/ordering/internal/client/identity"
	"example.com/eshop/chain/ordering/internal/client/payment"
	"example.com/eshop/chain/ordering/internal/ordering"
	"example.com/eshop/chain/platform/serve"
	"example.com/eshop/chain/platform/store"
)

type config struct {
	addr        string
	catalogURL  string
	identityURL string
	paymentAddr string
}

func fromEnv() config {
	return config{
		addr:        serve.Env("ADDR", ":8080"),
		catalogURL:  serve.Env("CATALOG_URL", "http://catalog:8080"),
		identityURL: serve.Env("IDENTITY_URL", "http://identity:8080"),
		paymentAddr: serve.Env("PAYMENT_ADDR", "payment:9090"),
	}
}

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	cfg := fromEnv()
	conn, err := grpc.NewClient(cfg.paymentAddr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer conn.Close()
	service := ordering.New(ordering.Deps{
		Orders:   store.New[ordering.Order](),
		Buyers:   identity.New(cfg.identityURL),
		Catalog:  catalog.New(cfg.catalogURL),
		Payments: payment.New(conn),
	})
	health := api.NewHealth(cfg.catalogURL, cfg.identityURL)
	return serve.HTTP(ctx, cfg.addr, api.Routes(service, health))
}
