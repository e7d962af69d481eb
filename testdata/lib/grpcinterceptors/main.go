// Interceptors that call other services: on the server for every method, on a client
// for every call over its connection.
package main

import (
	"context"
	"log"
	"net"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/shop/orderspb"
	"libcases/shop/stockpb"
)

type auth struct{ users string }

func (a *auth) unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if _, err := http.Get(a.users + "/users/me"); err != nil { // want `Stock/Reserve of grpcinterceptors waits for users GET /users/\{id\}:`
		return nil, err
	}
	return next(ctx, req)
}

func logged(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	log.Print(info.FullMethod)
	return next(ctx, req)
}

// charged pays for each call.
func charged(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, invoke grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	if _, err := http.Post("http://payments/payments", "application/json", nil); err != nil { // want `Stock/Reserve of grpcinterceptors waits for payments POST /payments:`
		return err
	}
	return invoke(ctx, method, req, reply, cc, opts...)
}

// unused is given to a connection that nobody uses.
func unused(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, invoke grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	http.Get("http://orders/orders/1")
	return invoke(ctx, method, req, reply, cc, opts...)
}

type stock struct {
	stockpb.UnimplementedStockServer
	orders, idle orderspb.OrdersClient
}

func (s *stock) Reserve(ctx context.Context, i *stockpb.Item) (*stockpb.Item, error) {
	_, err := s.orders.GetOrder(ctx, &orderspb.GetOrderRequest{}) // want `Stock/Reserve of grpcinterceptors waits for orders shop.orders.v1.Orders/GetOrder:`
	return i, err
}

type orders struct {
	orderspb.UnimplementedOrdersServer
}

func (orders) GetOrder(ctx context.Context, r *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	return &orderspb.Order{Id: r.GetId()}, nil
}

func (orders) PlaceOrder(ctx context.Context, o *orderspb.Order) (*orderspb.Order, error) {
	return o, nil
}

func main() {
	plain := grpc.WithTransportCredentials(insecure.NewCredentials())
	conn, err := grpc.NewClient("orders:9090", plain, grpc.WithChainUnaryInterceptor(charged))
	if err != nil {
		log.Fatal(err)
	}
	idle, err := grpc.NewClient("orders:9090", plain, grpc.WithUnaryInterceptor(unused))
	if err != nil {
		log.Fatal(err)
	}
	a := &auth{"http://users"}
	s := grpc.NewServer(grpc.ChainUnaryInterceptor(logged, a.unary))
	stockpb.RegisterStockServer(s, &stock{orders: orderspb.NewOrdersClient(conn), idle: orderspb.NewOrdersClient(idle)})
	open := grpc.NewServer(grpc.UnaryInterceptor(logged))
	orderspb.RegisterOrdersServer(open, orders{})
	l, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	m, err := net.Listen("tcp", ":9091")
	if err != nil {
		log.Fatal(err)
	}
	go open.Serve(m)
	log.Fatal(s.Serve(l))
}
