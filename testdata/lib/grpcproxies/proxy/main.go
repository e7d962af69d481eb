// A server that takes whatever methods it has no service for, and hands most of them on:
// to another server, or to a method of that.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"strings"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"

	"libcases/shop/orderspb"
	"libcases/shop/stockpb"
)

// desc is that of all methods: they are handed on as streams.
var desc = &grpc.StreamDesc{ServerStreams: true, ClientStreams: true}

type proxy struct {
	backend *grpc.ClientConn
	charge  string
}

// handle stands for all methods that nobody registered.
func (p *proxy) handle(srv any, in grpc.ServerStream) error {
	method, ok := grpc.MethodFromServerStream(in)
	if !ok || strings.HasPrefix(method, "/internal.") {
		return status.Error(codes.Unimplemented, method)
	}
	if _, err := http.Post(p.charge, "", nil); err != nil { // want `\*/\* of grpcproxies-proxy waits for payments POST /payments:`
		return err
	}
	out, err := p.backend.NewStream(in.Context(), desc, method) // want `\*/\* of grpcproxies-proxy waits for archive \*/\*:`
	if err != nil {
		return err
	}
	return out.CloseSend()
}

// stock has a service of its own.
type stock struct {
	stockpb.UnimplementedStockServer
	users string
}

func (s *stock) Reserve(ctx context.Context, i *stockpb.Item) (*stockpb.Item, error) {
	_, err := http.Get(s.users + "/users/1") // want `Stock/Reserve of grpcproxies-proxy waits for users GET /users/\{id\}:`
	return i, err
}

// counted stands before all streams, those that nobody registered too.
func counted(srv any, in grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	if _, err := http.Get("http://orders/orders/last"); err != nil { // want `\*/\* of grpcproxies-proxy waits for orders GET /orders/\{id\}:`
		return err
	}
	return next(srv, in)
}

func serve(backend *grpc.ClientConn) error {
	p := &proxy{backend, "http://payments/payments"}
	s := grpc.NewServer(grpc.UnknownServiceHandler(p.handle), grpc.StreamInterceptor(counted))
	stockpb.RegisterStockServer(s, &stock{users: "http://users"})
	l, err := net.Listen("tcp", ":9090")
	if err != nil {
		return err
	}
	return s.Serve(l)
}

// refuse is no proxy: an admin server answers by itself.
func refuse(srv any, in grpc.ServerStream) error {
	return status.Error(codes.Unimplemented, "not here")
}

func main() {
	backend, err := grpc.NewClient("archive:9090", grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	go serve(backend)
	admin := grpc.NewServer(grpc.UnknownServiceHandler(refuse))
	go admin.Serve(nil)
	// Whether another server is healthy is asked when the gateway is asked: readyz says so,
	// and the page of the backend's state is a call as any other.
	mux := runtime.NewServeMux(
		runtime.WithHealthEndpointAt(healthpb.NewHealthClient(backend), "/backend"), // want `GET /backend of grpcproxies-proxy waits for archive grpc.health.v1.Health/Check:`
		runtime.WithHealthEndpointAt(healthpb.NewHealthClient(backend), "/readyz"),  // runs: health
		runtime.WithHealthzEndpoint(healthpb.NewHealthClient(backend)),              // runs: health
	)
	if err := orderspb.RegisterOrdersHandler(context.Background(), mux, backend); err != nil { // want `GET /v1/orders/\{id\} of grpcproxies-proxy waits for archive shop.orders.v1.Orders/GetOrder:` `GET /v1/orders:watch of grpcproxies-proxy waits for archive shop.orders.v1.Orders/WatchOrders:` `POST /v1/orders of grpcproxies-proxy \(like 1 other endpoint\) waits for archive shop.orders.v1.Orders/PlaceOrder:`
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}
