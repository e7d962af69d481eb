// Command identity knows the users.
package main

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"example.com/eshop/chain/accounts/internal/client/payment"
	"example.com/eshop/chain/accounts/internal/identity"
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
	api := identity.NewAPI(store.New[identity.User](), payment.New(conn))
	return serve.HTTP(ctx, serve.Env("ADDR", ":8080"), api.Routes())
}
