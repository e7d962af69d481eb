// Services that are kept with their descriptors until the server starts.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/http"

	"google.golang.org/grpc"

	"libcases/shop/orderspb"
	"libcases/shop/stockpb"
)

// Server starts what is registered with it.
type Server struct {
	services map[*grpc.ServiceDesc]any
}

// RegisterService makes Server a grpc.ServiceRegistrar.
func (s *Server) RegisterService(desc *grpc.ServiceDesc, impl any) {
	if _, ok := s.services[desc]; ok {
		panic(fmt.Sprintf("%s is registered twice", desc.ServiceName))
	}
	s.services[desc] = impl
}

// Run serves.
func (s *Server) Run(addr string) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	g := grpc.NewServer()
	for desc, impl := range s.services {
		g.RegisterService(desc, impl)
	}
	return g.Serve(l)
}

type orders struct {
	orderspb.UnimplementedOrdersServer
}

func (orders) GetOrder(ctx context.Context, r *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	_, err := http.Get("http://users/users/1") // want `shop.orders.v1.Orders/GetOrder of grpcwrappedmap waits for users GET /users/\{id\}:`
	return &orderspb.Order{}, err
}

type stock struct {
	stockpb.UnimplementedStockServer
}

func (stock) Reserve(ctx context.Context, i *stockpb.Item) (*stockpb.Item, error) {
	_, err := http.Post("http://payments/payments", "application/json", nil) // want `Stock/Reserve of grpcwrappedmap waits for payments POST /payments:`
	return i, err
}

// GetOrder is named like a method of the orders, but is none.
func (stock) GetOrder(ctx context.Context, id string) error {
	_, err := http.Get("http://orders/orders/1")
	return err
}

func main() {
	s := &Server{services: map[*grpc.ServiceDesc]any{}}
	orderspb.RegisterOrdersServer(s, orders{})
	stockpb.RegisterStockServer(s, stock{})
	log.Fatal(s.Run(":9090"))
}
