// Connections to what a resolver that is not known looks up, and to what a dialler opens
// whatever it is asked for. One that opens what it is asked for leads nowhere else.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/emptypb"
)

func dial(target string, opts ...grpc.DialOption) *grpc.ClientConn {
	cc, err := grpc.NewClient(target, append(opts, grpc.WithTransportCredentials(insecure.NewCredentials()))...)
	if err != nil {
		log.Fatal(err)
	}
	return cc
}

func get(ctx context.Context, cc grpc.ClientConnInterface) error {
	return cc.Invoke(ctx, "/shop.orders.v1.Orders/GetOrder", &emptypb.Empty{}, &emptypb.Empty{})
}

func main() {
	scheme := dial(os.Getenv("SCHEME") + ":///orders")
	dialled := dial("passthrough:///bufnet", grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "tcp", "archive:9000")
	}))
	plain := dial("dns:///orders:9000", grpc.WithContextDialer(func(ctx context.Context, addr string) (net.Conn, error) {
		return net.Dial("tcp", addr)
	}))
	http.HandleFunc("GET /scheme", func(w http.ResponseWriter, r *http.Request) {
		get(r.Context(), scheme) // want `GET /scheme of grpcresolvers waits for orders shop.orders.v1.Orders/GetOrder`
	})
	http.HandleFunc("GET /dialled", func(w http.ResponseWriter, r *http.Request) {
		get(r.Context(), dialled) // want `GET /dialled of grpcresolvers waits for archive shop.orders.v1.Orders/GetOrder`
	})
	http.HandleFunc("GET /plain", func(w http.ResponseWriter, r *http.Request) {
		get(r.Context(), plain) // want `GET /plain of grpcresolvers waits for orders shop.orders.v1.Orders/GetOrder`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
