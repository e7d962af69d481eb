// Services that are registered in roundabout ways, and implementations that hand their
// methods on.
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
	"libcases/shop/stockpb"
)

// component is a part of the server.
type component interface{ Register(grpc.ServiceRegistrar) }

// service registers an implementation with the function that was generated for it.
type service[S any] struct {
	register func(grpc.ServiceRegistrar, S)
	impl     S
}

func (s service[S]) Register(r grpc.ServiceRegistrar) { s.register(r, s.impl) }

// probes is a component that checks another service.
type probes struct {
	healthpb.UnimplementedHealthServer
}

func (p *probes) Register(r grpc.ServiceRegistrar) { healthpb.RegisterHealthServer(r, p) }

func (p *probes) Check(ctx context.Context, r *healthpb.HealthCheckRequest) (*healthpb.HealthCheckResponse, error) {
	if _, err := http.Get("http://users/healthz"); err != nil {
		return nil, err
	}
	_, err := http.Get("http://users/users/1") // want `grpc.health.v1.Health/Check of grpcregistered waits for users GET /users/\{id\}:`
	return &healthpb.HealthCheckResponse{}, err
}

// Server is a grpc.Server with a name.
type Server struct {
	*grpc.Server
	name string
}

func newServer(name string, parts ...component) *Server {
	s := &Server{grpc.NewServer(), name}
	for _, p := range parts {
		p.Register(s)
	}
	reflection.Register(s)
	return s
}

// audited hands each method on after it has told another service.
type audited struct {
	orderspb.OrdersServer
	url string
}

func (a audited) GetOrder(ctx context.Context, r *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	if _, err := http.Post(a.url+"/payments", "", nil); err != nil { // want `shop.orders.v1.Orders/GetOrder of grpcregistered waits for payments POST /payments:`
		return nil, err
	}
	return a.OrdersServer.GetOrder(ctx, r)
}

type orders struct {
	orderspb.UnimplementedOrdersServer
	users func(ctx context.Context, id string) error
}

func (o *orders) GetOrder(ctx context.Context, r *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	return &orderspb.Order{}, o.users(ctx, r.GetId())
}

func (o *orders) PlaceOrder(ctx context.Context, in *orderspb.Order) (*orderspb.Order, error) {
	return in, nil
}

// stock is what the generated interface asks for by another type's methods.
type stock struct {
	stockpb.UnsafeStockServer
	*warehouse
}

type warehouse struct{ base string }

func (w *warehouse) Reserve(ctx context.Context, i *stockpb.Item) (*stockpb.Item, error) {
	_, err := http.Get(w.base + "/orders/" + i.GetId()) // want `Stock/Reserve of grpcregistered waits for orders GET /orders/\{id\}:`
	return i, err
}

func user(ctx context.Context, id string) error {
	_, err := http.Get("http://users/users/" + id) // want `shop.orders.v1.Orders/GetOrder of grpcregistered waits for users GET /users/\{id\}:`
	return err
}

func listen(addr string) net.Listener {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		log.Fatal(err)
	}
	return l
}

func main() {
	impl := audited{&orders{users: user}, "http://payments"}
	s := newServer("shop",
		service[orderspb.OrdersServer]{orderspb.RegisterOrdersServer, impl},
		service[stockpb.StockServer]{stockpb.RegisterStockServer, stock{warehouse: &warehouse{"http://orders"}}},
		&probes{},
	)
	admin := grpc.NewServer()
	healthpb.RegisterHealthServer(admin, health.NewServer())
	go admin.Serve(listen(":9091"))
	log.Fatal(s.Serve(listen(":9090")))
}
