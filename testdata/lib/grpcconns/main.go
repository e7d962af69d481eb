// Connections of the program's own making: what wraps one, chooses one for each call, or
// answers without any.
package main

import (
	"context"
	"errors"
	"hash/fnv"
	"log"
	"net/http"
	"strings"
	"sync/atomic"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/shop/orderspb"
	"libcases/shop/stockpb"
)

// counted counts the calls over a connection.
type counted struct {
	grpc.ClientConnInterface
	calls atomic.Int64
}

func (c *counted) Invoke(ctx context.Context, method string, args, reply any, opts ...grpc.CallOption) error {
	c.calls.Add(1)
	return c.ClientConnInterface.Invoke(ctx, method, args, reply, opts...)
}

// named prefixes the methods of a server that has them below another name.
type named struct {
	cc     *grpc.ClientConn
	prefix string
}

func (n named) Invoke(ctx context.Context, method string, args, reply any, opts ...grpc.CallOption) error {
	return n.cc.Invoke(ctx, "/"+n.prefix+"."+strings.TrimPrefix(method, "/"), args, reply, opts...)
}

func (n named) NewStream(ctx context.Context, desc *grpc.StreamDesc, method string, opts ...grpc.CallOption) (grpc.ClientStream, error) {
	return nil, errors.New("no streams")
}

// sharded chooses a connection for each call.
type sharded struct{ shards []grpc.ClientConnInterface }

func (s sharded) pick(method string) grpc.ClientConnInterface {
	h := fnv.New32()
	h.Write([]byte(method))
	return s.shards[int(h.Sum32())%len(s.shards)]
}

func (s sharded) Invoke(ctx context.Context, method string, args, reply any, opts ...grpc.CallOption) error {
	return s.pick(method).Invoke(ctx, method, args, reply, opts...)
}

func (s sharded) NewStream(ctx context.Context, desc *grpc.StreamDesc, method string, opts ...grpc.CallOption) (grpc.ClientStream, error) {
	return s.pick(method).NewStream(ctx, desc, method, opts...)
}

// offline answers without a connection.
type offline struct{}

func (offline) Invoke(ctx context.Context, method string, args, reply any, opts ...grpc.CallOption) error {
	return nil
}

func (offline) NewStream(ctx context.Context, desc *grpc.StreamDesc, method string, opts ...grpc.CallOption) (grpc.ClientStream, error) {
	return nil, errors.New("offline")
}

func dial(target string) *grpc.ClientConn {
	conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	return conn
}

// stub makes a stub of any service.
func stub[T any](cc grpc.ClientConnInterface, make func(grpc.ClientConnInterface) T) T {
	return make(cc)
}

type server struct {
	counted, sharded, offline orderspb.OrdersClient
	named                     stockpb.StockClient
}

func main() {
	s := &server{
		counted: stub(&counted{ClientConnInterface: dial("archive:9090")}, orderspb.NewOrdersClient),
		sharded: stub(sharded{[]grpc.ClientConnInterface{dial("orders:9090"), dial("orders:9091")}}, orderspb.NewOrdersClient),
		offline: stub(offline{}, orderspb.NewOrdersClient),
		named:   stub(named{dial("payments:9090"), "shop"}, stockpb.NewStockClient),
	}
	in := &orderspb.GetOrderRequest{}
	http.HandleFunc("GET /counted", func(w http.ResponseWriter, r *http.Request) {
		s.counted.GetOrder(r.Context(), in) // want `GET /counted of grpcconns waits for archive shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("GET /stream", func(w http.ResponseWriter, r *http.Request) {
		s.counted.WatchOrders(r.Context(), in) // want `GET /stream of grpcconns waits for archive shop.orders.v1.Orders/WatchOrders:`
	})
	http.HandleFunc("GET /sharded", func(w http.ResponseWriter, r *http.Request) {
		s.sharded.GetOrder(r.Context(), in) // want `GET /sharded of grpcconns waits for orders shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("GET /watch", func(w http.ResponseWriter, r *http.Request) {
		s.sharded.WatchOrders(r.Context(), in) // want `GET /watch of grpcconns waits for orders shop.orders.v1.Orders/WatchOrders:`
	})
	http.HandleFunc("GET /offline", func(w http.ResponseWriter, r *http.Request) {
		s.offline.GetOrder(r.Context(), in)
		s.offline.WatchOrders(r.Context(), in)
	})
	http.HandleFunc("POST /named", func(w http.ResponseWriter, r *http.Request) {
		s.named.Reserve(r.Context(), &stockpb.Item{}) // want `POST /named of grpcconns waits for payments shop.Stock/Reserve:`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
