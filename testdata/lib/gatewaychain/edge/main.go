// The gateway of a system: it only hands requests on.
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
	mux := runtime.NewServeMux()
	conn, err := grpc.NewClient("ledger:9090", grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	if err := orderspb.RegisterOrdersHandlerClient(context.Background(), mux, orderspb.NewOrdersClient(conn)); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}
