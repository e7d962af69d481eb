// Interceptors of a library that hold functions of the program's own: those run for each
// request, not when the server is made.
package main

import (
	"context"
	"log"
	"net"
	"net/http"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/auth"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/selector"
	"google.golang.org/grpc"

	"libcases/shop/stockpb"
)

type authenticator struct{ users string }

func (a *authenticator) check(ctx context.Context) (context.Context, error) {
	_, err := http.Get(a.users + "/users/me") // want `Stock/Reserve of grpcmiddlewares waits for users GET /users/\{id\}:`
	return ctx, err
}

func paid(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	http.Post("http://payments/payments", "", nil) // want `Stock/Reserve of grpcmiddlewares waits for payments POST /payments:`
	return next(ctx, req)
}

func reported(p any) error {
	_, err := http.Post("http://payments/payments", "", nil)
	return err
}

func authenticated(ctx context.Context, c interceptors.CallMeta) bool { return c.Service != "Stock" }

type stock struct {
	stockpb.UnimplementedStockServer
}

func (stock) Reserve(ctx context.Context, i *stockpb.Item) (*stockpb.Item, error) {
	_, err := http.Get("http://orders/orders/1") // want `Stock/Reserve of grpcmiddlewares waits for orders GET /orders/\{id\}:`
	return i, err
}

func main() {
	a := &authenticator{"http://users"}
	s := grpc.NewServer(
		grpc.ChainUnaryInterceptor(
			recovery.UnaryServerInterceptor(recovery.WithRecoveryHandler(reported)),
			selector.UnaryServerInterceptor(auth.UnaryServerInterceptor(a.check), selector.MatchFunc(authenticated)),
			selector.UnaryServerInterceptor(paid, selector.MatchFunc(authenticated)),
		),
		grpc.ChainStreamInterceptor(auth.StreamServerInterceptor(a.check)),
	)
	stockpb.RegisterStockServer(s, stock{})
	l, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	old, err := newOrders()
	if err != nil {
		log.Fatal(err)
	}
	go old.Serve(l)
	log.Fatal(s.Serve(l))
}
