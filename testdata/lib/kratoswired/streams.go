package main

import (
	"context"
	nethttp "net/http"

	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/transport/grpc"

	"libcases/shop/orderspb"
)

// single and streamed are middleware of a server, of its single calls and of its streams.
func single(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		nethttp.Get("http://users/users/single") // want `shop.orders.v1.Orders/GetOrder of kratoswired \(like 2 other endpoints\) waits for users GET /users/\{id\}:`
		return next(ctx, req)
	}
}

func streamed(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		nethttp.Post("http://payments/payments", "", nil) // want `shop.orders.v1.Orders/WatchOrders of kratoswired waits for payments POST /payments:`
		return next(ctx, req)
	}
}

type streams struct {
	orderspb.UnimplementedOrdersServer
}

func newStreamServer() *grpc.Server {
	srv := grpc.NewServer(grpc.Middleware(single), grpc.StreamMiddleware(streamed))
	orderspb.RegisterOrdersServer(srv, streams{})
	return srv
}
