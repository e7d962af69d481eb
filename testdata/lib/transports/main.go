// One port, reached over HTTP or over gRPC, with one method set: main wires one for
// each use, and a fake stands beside them.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/transports/gateway"
)

type payments interface {
	Charge(ctx context.Context, cents int64) error
}

type checkout struct{ payments payments }

func (c *checkout) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := c.payments.Charge(r.Context(), 100); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func dial(addr string) *grpc.ClientConn {
	conn, err := grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	return conn
}

func main() {
	addr := os.Getenv("PAYMENTS_URL")
	http.Handle("POST /rpc", &checkout{gateway.NewRPC(dial(addr))})
	http.Handle("POST /rest", &checkout{gateway.NewREST(addr)})
	http.Handle("POST /fake", &checkout{gateway.Fake{}})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
