// What of gRPC stands beside stubs and servers: old names, streams, health, and ports that
// serve more than one protocol.
package main

import (
	"context"
	"log"
	"net"
	"net/http"

	"github.com/soheilhy/cmux"
	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"

	"libcases/shop/orderspb"
)

// followed stands around streams alone.
func followed(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	http.Get("http://users/users/followed") // want `Orders/WatchOrders of grpcserved waits for users GET /users/\{id\}:`
	return next(srv, ss)
}

// paid stands around the streams of a client.
func paid(ctx context.Context, desc *grpc.StreamDesc, cc *grpc.ClientConn, method string, stream grpc.Streamer, opts ...grpc.CallOption) (grpc.ClientStream, error) {
	http.Post("http://payments/payments", "", nil) // want `GET /watch of grpcserved waits for payments POST /payments:`
	return stream(ctx, desc, cc, method, opts...)
}

type orders struct {
	orderspb.UnimplementedOrdersServer
	archive *grpc.ClientConn
}

func (o *orders) GetOrder(ctx context.Context, in *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	out := &orderspb.Order{}
	err := grpc.Invoke(ctx, orderspb.Orders_GetOrder_FullMethodName, in, out, o.archive) // want `Orders/GetOrder of grpcserved waits for archive shop.orders.v1.Orders/GetOrder:`
	return out, err
}

func (o *orders) watch(w http.ResponseWriter, r *http.Request) {
	desc := &orderspb.Orders_ServiceDesc.Streams[0]
	stream, err := grpc.NewClientStream(r.Context(), desc, o.archive, orderspb.Orders_WatchOrders_FullMethodName) // want `GET /watch of grpcserved waits for archive shop.orders.v1.Orders/WatchOrders:`
	if err != nil {
		return
	}
	for stream.RecvMsg(&orderspb.Order{}) == nil {
		w.WriteHeader(http.StatusOK)
	}
}

// healthy asks whether a service is well.
func (o *orders) healthy(w http.ResponseWriter, r *http.Request) {
	health := grpc_health_v1.NewHealthClient(o.archive)
	health.Check(r.Context(), &grpc_health_v1.HealthCheckRequest{}) // runs: health
	health.Watch(r.Context(), &grpc_health_v1.HealthCheckRequest{}) // runs: health
}

func main() {
	archive, err := grpc.DialContext(context.Background(), "archive:9090", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithStreamInterceptor(paid), grpc.WithStatsHandler(otelgrpc.NewClientHandler()))
	if err != nil {
		log.Fatal(err)
	}
	o := &orders{archive: archive}
	s := grpc.NewServer(grpc.StreamInterceptor(followed), grpc.StatsHandler(otelgrpc.NewServerHandler()))
	orderspb.RegisterOrdersServer(s, o)
	reflection.RegisterV1(s)
	http.HandleFunc("GET /watch", o.watch)
	http.HandleFunc("GET /ready", o.healthy)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor == 2 {
			s.ServeHTTP(w, r)
			return
		}
		http.Get("http://orders/orders/1") // want `ANY / of grpcserved waits for orders GET /orders/\{id\}:`
	})
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	m := cmux.New(l)
	rpc, web := m.Match(cmux.HTTP2()), m.Match(cmux.Any())
	go s.Serve(rpc)
	go http.Serve(web, nil)
	log.Fatal(m.Serve())
}
