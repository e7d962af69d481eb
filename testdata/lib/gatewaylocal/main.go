// A gRPC gateway in process: its patterns and the gRPC methods are endpoints of one
// service, whose implementation calls another.
package main

import (
	"context"
	"log"
	"net"
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"

	"libcases/shop/orderspb"
)

type server struct {
	orderspb.UnimplementedOrdersServer
	users string
}

func (s *server) GetOrder(ctx context.Context, r *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	return &orderspb.Order{Id: r.Id}, nil
}

func (s *server) PlaceOrder(ctx context.Context, o *orderspb.Order) (*orderspb.Order, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.users+"/users/1", nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req) // want `of gatewaylocal \(like 2 other endpoints\) waits for users GET /users/\{id\}`
	if err != nil {
		return nil, err
	}
	return o, resp.Body.Close()
}

func main() {
	s := &server{users: "http://users"}
	gs := grpc.NewServer()
	orderspb.RegisterOrdersServer(gs, s)
	gw := runtime.NewServeMux()
	if err := orderspb.RegisterOrdersHandlerServer(context.Background(), gw, s); err != nil {
		log.Fatal(err)
	}
	l, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	go gs.Serve(l)
	log.Fatal(http.ListenAndServe(":8080", gw))
}
