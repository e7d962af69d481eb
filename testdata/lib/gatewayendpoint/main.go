// A gRPC gateway that dials its target by address, behind a router and a middleware
// of the service's own.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/shop/orderspb"
)

func run(ctx context.Context) error {
	gw := runtime.NewServeMux()
	opts := []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}
	if err := orderspb.RegisterOrdersHandlerFromEndpoint(ctx, gw, os.Getenv("ORDERS_URL"), opts); err != nil { // want `GET /v1/orders/\{id\} of gatewayendpoint waits for orders shop.orders.v1.Orders/GetOrder` `GET /v1/orders:watch of gatewayendpoint waits for orders shop.orders.v1.Orders/WatchOrders` `POST /v1/orders of gatewayendpoint \(like 1 other endpoint\) waits for orders shop.orders.v1.Orders/PlaceOrder`
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/", cors(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { gw.ServeHTTP(w, r) })))
	mux.HandleFunc("/swagger.json", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "swagger.json") })
	return http.ListenAndServe(":8080", mux)
}

func cors(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		if r.Method == http.MethodOptions {
			return
		}
		h.ServeHTTP(w, r)
	})
}

func main() {
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}
