// Command payment takes the buyers' money.
package main

import (
	"context"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"example.com/eshop/chain/accounts/internal/client/identity"
	"example.com/eshop/chain/accounts/internal/payment"
	"example.com/eshop/chain/accounts/paymentpb"
	"example.com/eshop/chain/platform/serve"
	"example.com/eshop/chain/platform/store"
)

func main() { serve.Main(run) }

func run(ctx context.Context) error {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", serve.Env("ADDR", ":9090"))
	if err != nil {
		return err
	}
	srv := grpc.NewServer()
	paymentpb.RegisterPaymentsServer(srv, payment.NewServer(identity.New(), store.New[payment.Bill]()))
	healthpb.RegisterHealthServer(srv, health.NewServer())
	defer context.AfterFunc(ctx, srv.GracefulStop)()
	return srv.Serve(listener)
}
