// A gRPC gateway in a service of its own: each HTTP pattern of the generated code is
// an endpoint that hops to the gRPC method behind it.
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

func main() {
	ctx := context.Background()
	conn, err := grpc.NewClient("dns:///orders:9090", grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	mux := runtime.NewServeMux(runtime.WithErrorHandler(runtime.DefaultHTTPErrorHandler))
	if err := orderspb.RegisterOrdersHandler(ctx, mux, conn); err != nil { // want `GET /v1/orders/\{id\} of gatewayremote waits for orders shop.orders.v1.Orders/GetOrder` `GET /v1/orders:watch of gatewayremote waits for orders shop.orders.v1.Orders/WatchOrders` `POST /v1/orders of gatewayremote \(like 1 other endpoint\) waits for orders shop.orders.v1.Orders/PlaceOrder`
		log.Fatal(err)
	}
	if err := mux.HandlePath(http.MethodGet, "/health", health); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}

func health(w http.ResponseWriter, r *http.Request, _ map[string]string) {
	w.WriteHeader(http.StatusNoContent)
}
