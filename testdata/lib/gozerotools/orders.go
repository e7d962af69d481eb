package main

import (
	"context"
	"net/http"

	"github.com/zeromicro/go-zero/core/breaker"
	"github.com/zeromicro/go-zero/core/mr"
	"github.com/zeromicro/go-zero/core/threading"
	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/zrpc"
	"google.golang.org/grpc"

	"libcases/shop/orderspb"
)

type orders struct{ remote orderspb.OrdersClient }

func paid(ctx context.Context, desc *grpc.StreamDesc, cc *grpc.ClientConn, method string, stream grpc.Streamer, opts ...grpc.CallOption) (grpc.ClientStream, error) {
	http.Post("http://payments/payments", "", nil) // want `GET /watch of gozerotools waits for payments POST /payments:`
	return stream(ctx, desc, cc, method, opts...)
}

func known(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, invoke grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	http.Get("http://users/users/known") // want `GET /order of gozerotools waits for users GET /users/\{id\}:`
	return invoke(ctx, method, req, reply, cc, opts...)
}

// allowed stands around one route.
func allowed(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/allowed") // want `GET /watch of gozerotools waits for users GET /users/\{id\}:`
		next(w, r)
	}
}

// watch opens a stream.
func (o *orders) watch(w http.ResponseWriter, r *http.Request) {
	o.remote.WatchOrders(r.Context(), &orderspb.GetOrderRequest{}) // want `GET /watch of gozerotools waits for orders shop.orders.v1.Orders/WatchOrders:`
}

// order asks for one, behind a breaker.
func (o *orders) order(w http.ResponseWriter, r *http.Request) {
	breaker.DoCtx(r.Context(), "orders", func() error {
		_, err := o.remote.GetOrder(r.Context(), &orderspb.GetOrderRequest{}) // want `GET /order of gozerotools waits for orders shop.orders.v1.Orders/GetOrder:`
		return err
	})
	threading.GoSafeCtx(r.Context(), func() {
		http.Get("http://archive/orders/1")
	})
}

// sum asks for what comes from a channel.
func (o *orders) sum(w http.ResponseWriter, r *http.Request) {
	source := make(chan string)
	go func() {
		defer close(source)
		for _, id := range r.Form["id"] {
			source <- id
		}
	}()
	mr.MapReduceChan(source, func(id string, writer mr.Writer[int], cancel func(error)) {
		http.Get("http://orders/orders/" + id) // want `GET /sum of gozerotools waits for orders GET /orders/\{id\}:` `GET /sum of gozerotools calls orders GET /orders/\{id\} once per element of a loop`
		writer.Write(1)
	}, func(pipe <-chan int, writer mr.Writer[int], cancel func(error)) {
		for range pipe {
		}
		http.Get("http://archive/orders/sum") // want `GET /sum of gozerotools waits for archive GET /orders/\{id\}:`
	})
}

func newOrders() *rest.Server {
	client := zrpc.MustNewClient(zrpc.RpcClientConf{Target: "dns:///orders:9090"},
		zrpc.WithStreamClientInterceptor(paid), zrpc.WithDialOption(grpc.WithUnaryInterceptor(known)))
	o := &orders{orderspb.NewOrdersClient(client.Conn())}
	server := rest.MustNewServer(rest.RestConf{})
	server.AddRoutes(rest.WithMiddleware(allowed, rest.Route{Method: http.MethodGet, Path: "/watch", Handler: o.watch}))
	server.AddRoutes([]rest.Route{
		{Method: http.MethodGet, Path: "/order", Handler: o.order},
		{Method: http.MethodGet, Path: "/sum", Handler: o.sum},
	})
	return server
}
