package main

import (
	"context"
	"net"
	"net/http"

	goa "goa.design/goa/v3/pkg"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/goas/gen"
	"libcases/shop/orderspb"
)

// A relay answers with what others know.
type relay struct{ order goa.Endpoint }

func (r *relay) get(ctx context.Context, v any) (any, error) {
	return r.order(ctx, v) // want `shop.orders.v1.Orders/GetOrder of goas waits for archive shop.orders.v1.Orders/GetOrder`
}

func (r *relay) watch(ctx context.Context, v any) (any, error) {
	_, err := http.Get("http://users/users/1") // want `shop.orders.v1.Orders/WatchOrders of goas waits for users GET /users/\{id\}`
	return nil, err
}

// serveRPC serves what goa makes of the same design for gRPC.
func serveRPC() {
	conn, err := grpc.NewClient("archive:9090", grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return
	}
	l, err := net.Listen("tcp", ":9090")
	if err != nil {
		return
	}
	r := &relay{gen.NewClient(conn).GetOrder()}
	srv := grpc.NewServer()
	orderspb.RegisterOrdersServer(srv, gen.New(&gen.Endpoints{GetOrder: r.get, WatchOrders: r.watch}, nil, nil))
	srv.Serve(l)
}
