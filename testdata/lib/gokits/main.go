// A service of go-kit: endpoints behind transports, and endpoints that are clients.
package main

import (
	"context"
	"net/http"
	"net/url"

	"github.com/go-kit/kit/endpoint"
	grpctransport "github.com/go-kit/kit/transport/grpc"
	httptransport "github.com/go-kit/kit/transport/http"
	"github.com/go-kit/kit/transport/http/jsonrpc"
	natstransport "github.com/go-kit/kit/transport/nats"
	"github.com/hashicorp/consul/api"
	"github.com/nats-io/nats.go"
	amqp "github.com/rabbitmq/amqp091-go"
	"google.golang.org/grpc"

	"libcases/shop/orderspb"
)

type service struct{ order, pay, find, place, rpc endpoint.Endpoint }

func (s *service) makeOrder() endpoint.Endpoint {
	return func(ctx context.Context, request interface{}) (interface{}, error) {
		return s.order(ctx, request) // want `GET /orders/\{id\} of gokits waits for orders shop.orders.v1.Orders/GetOrder:`
	}
}

func (s *service) makePay() endpoint.Endpoint {
	return func(ctx context.Context, request interface{}) (interface{}, error) {
		if _, err := s.pay(ctx, request); err != nil { // want `POST /pay of gokits waits for payments POST /payments:`
			return nil, err
		}
		return s.rpc(ctx, request) // want `POST /pay of gokits waits for users POST /rpc:`
	}
}

func (s *service) makeFind() endpoint.Endpoint {
	return func(ctx context.Context, request interface{}) (interface{}, error) {
		return s.find(ctx, request) // want `GET /find of gokits waits for orders`
	}
}

// logging is around an endpoint.
func logging(next endpoint.Endpoint) endpoint.Endpoint {
	return func(ctx context.Context, request interface{}) (interface{}, error) {
		http.Get("http://users/users/log") // want `GET /find of gokits waits for users GET /users/\{id\}:`
		return next(ctx, request)
	}
}

func decode(context.Context, *http.Request) (interface{}, error) { return nil, nil }

func encodeGRPC(_ context.Context, r interface{}) (interface{}, error) {
	return &orderspb.GetOrderRequest{}, nil
}

func decodeGRPC(_ context.Context, r interface{}) (interface{}, error) { return r, nil }

// grpcServer serves what its handler makes.
type grpcServer struct {
	orderspb.UnimplementedOrdersServer
	get grpctransport.Handler
}

func (s *grpcServer) GetOrder(ctx context.Context, req *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	_, resp, err := s.get.ServeGRPC(ctx, req)
	if err != nil {
		return nil, err
	}
	return resp.(*orderspb.Order), nil
}

func archived(ctx context.Context, request interface{}) (interface{}, error) {
	http.Get("http://archive/orders/1") // want `Orders/GetOrder of gokits waits for archive GET /orders/\{id\}:`
	return &orderspb.Order{}, nil
}

func newService(conn *grpc.ClientConn, nc *nats.Conn) *service {
	payments, _ := url.Parse("http://payments/payments")
	rpc, _ := url.Parse("http://users/rpc")
	return &service{
		order: grpctransport.NewClient(conn, "shop.orders.v1.Orders", "GetOrder", encodeGRPC, decodeGRPC, orderspb.Order{}).Endpoint(),
		pay:   httptransport.NewClient("POST", payments, httptransport.EncodeJSONRequest, nil).Endpoint(),
		rpc:   jsonrpc.NewClient(rpc, "pay").Endpoint(),
		find:  natstransport.NewPublisher(nc, "orders.find", natstransport.EncodeJSONRequest, nil).Endpoint(),
	}
}

func main() {
	conn, _ := grpc.NewClient("orders:9090")
	nc, _ := nats.Connect(nats.DefaultURL)
	s := newService(conn, nc)
	http.Handle("GET /orders/{id}", httptransport.NewServer(s.makeOrder(), decode, httptransport.EncodeJSONResponse))
	http.Handle("POST /pay", httptransport.NewServer(s.makePay(), decode, httptransport.EncodeJSONResponse))
	http.Handle("GET /find", httptransport.NewServer(logging(s.makeFind()), decode, httptransport.EncodeJSONResponse))
	http.Handle("GET /balanced", httptransport.NewServer(balanced(), decode, httptransport.EncodeJSONResponse))
	consul, _ := api.NewClient(api.DefaultConfig())
	http.Handle("GET /discovered", httptransport.NewServer(discovered(consul), decode, httptransport.EncodeJSONResponse))
	g := grpc.NewServer()
	orderspb.RegisterOrdersServer(g, &grpcServer{get: grpctransport.NewServer(archived, decodeGRPC, decodeGRPC)})
	rabbit, _ := amqp.Dial("amqp://rabbit")
	ch, _ := rabbit.Channel()
	serveGuarded(ch)
	http.ListenAndServe(":8080", nil)
}
