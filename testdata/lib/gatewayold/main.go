// A gateway of the first major version, whose generated code says the paths of its
// endpoints in compiled patterns alone.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/grpc-ecosystem/grpc-gateway/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/gatewayold/oldpb"
)

func main() {
	mux := runtime.NewServeMux()
	opts := []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}
	if err := oldpb.RegisterOrdersHandlerFromEndpoint(context.Background(), mux, os.Getenv("ORDERS_URL"), opts); err != nil { // want `GET /v1/orders/\{id\} of gatewayold waits for orders shop.orders.v1.Orders/GetOrder:` `DELETE /v1/shelves/\{name\}:purge of gatewayold waits for orders shop.orders.v1.Orders/Purge:`
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		mux.ServeHTTP(w, r)
	})))
}
