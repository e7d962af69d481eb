package main

import (
	"context"
	"net/http"

	middleware "github.com/grpc-ecosystem/go-grpc-middleware"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/shop/orderspb"
)

// Chains of the first major version.

func traced(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	http.Get("http://archive/orders/1") // want `Orders/GetOrder of grpcmiddlewares \(like 2 other endpoints\) waits for archive GET /orders/\{id\}:`
	return next(ctx, req)
}

func followed(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	http.Get("http://archive/orders/2") // want `Orders/WatchOrders of grpcmiddlewares waits for archive GET /orders/\{id\}:`
	return next(srv, ss)
}

func signed(ctx context.Context, desc *grpc.StreamDesc, cc *grpc.ClientConn, method string, stream grpc.Streamer, opts ...grpc.CallOption) (grpc.ClientStream, error) {
	http.Post("http://payments/payments", "", nil) // want `Orders/WatchOrders of grpcmiddlewares waits for payments POST /payments:`
	return stream(ctx, desc, cc, method, opts...)
}

type orders struct {
	orderspb.UnimplementedOrdersServer
	remote orderspb.OrdersClient
}

func (o *orders) GetOrder(ctx context.Context, in *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	return o.remote.GetOrder(ctx, in) // want `Orders/GetOrder of grpcmiddlewares waits for orders shop.orders.v1.Orders/GetOrder:`
}

func (o *orders) WatchOrders(in *orderspb.GetOrderRequest, to grpc.ServerStreamingServer[orderspb.Order]) error {
	_, err := o.remote.WatchOrders(to.Context(), in) // want `Orders/WatchOrders of grpcmiddlewares waits for orders shop.orders.v1.Orders/WatchOrders:`
	return err
}

func newOrders() (*grpc.Server, error) {
	conn, err := grpc.NewClient("orders:9090", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithStreamInterceptor(middleware.ChainStreamClient(signed)))
	if err != nil {
		return nil, err
	}
	s := grpc.NewServer(middleware.WithUnaryServerChain(traced), middleware.WithStreamServerChain(followed))
	orderspb.RegisterOrdersServer(s, &orders{remote: orderspb.NewOrdersClient(conn)})
	return s, nil
}
