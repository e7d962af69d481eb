// A gRPC gateway below a prefix, around which a middleware asks another service.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/shop/orderspb"
)

func allowed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := http.Get("http://users/users/me"); err != nil { // want `GET /api/v1/orders/\{id\} of gatewaymounted \(like 3 other endpoints\) waits for users GET /users/\{id\}:`
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type gateway struct {
	mux  *runtime.ServeMux
	opts []grpc.DialOption
}

func (g *gateway) register(ctx context.Context, addr string, fns ...func(context.Context, *runtime.ServeMux, string, []grpc.DialOption) error) error {
	for _, fn := range fns {
		if err := fn(ctx, g.mux, addr, g.opts); err != nil { // want `GET /api/v1/orders/\{id\} of gatewaymounted waits for orders shop.orders.v1.Orders/GetOrder:` `GET /api/v1/orders:watch of gatewaymounted waits for orders shop.orders.v1.Orders/WatchOrders:` `POST /api/v1/orders of gatewaymounted \(like 1 other endpoint\) waits for orders shop.orders.v1.Orders/PlaceOrder:`
			return err
		}
	}
	return nil
}

func main() {
	g := &gateway{
		mux:  runtime.NewServeMux(),
		opts: []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())},
	}
	err := g.register(context.Background(), "dns:///orders:9090", orderspb.RegisterOrdersHandlerFromEndpoint)
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/api/", allowed(http.StripPrefix("/api", g.mux)))
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("shop")) })
	log.Fatal(http.ListenAndServe(":8080", mux))
}
