// The service behind the gateway, which waits for another one.
package main

import (
	"context"
	"log"
	"net"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"

	"libcases/shop/orderspb"
)

type server struct {
	orderspb.UnimplementedOrdersServer
}

func (server) GetOrder(ctx context.Context, r *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	resp, err := http.Get("http://users/users/" + r.GetId()) // want `shop.orders.v1.Orders/GetOrder of gatewaychain-ledger waits for users GET /users/\{id\}:`
	if err != nil {
		return nil, err
	}
	return &orderspb.Order{}, resp.Body.Close()
}

func (server) WatchOrders(r *orderspb.GetOrderRequest, s grpc.ServerStreamingServer[orderspb.Order]) error {
	return s.Send(&orderspb.Order{Id: r.GetId()})
}

func main() {
	l, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer()
	orderspb.RegisterOrdersServer(s, server{})
	healthpb.RegisterHealthServer(s, health.NewServer())
	reflection.Register(s)
	log.Fatal(s.Serve(l))
}
