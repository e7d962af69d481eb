// An RPC service of go-zero: what it serves is registered when the server starts.
package main

import (
	"context"
	"net/http"

	"github.com/zeromicro/go-zero/core/conf"
	"github.com/zeromicro/go-zero/zrpc"
	"google.golang.org/grpc"
	"google.golang.org/grpc/reflection"

	"libcases/shop/orderspb"
	"libcases/shop/stockpb"
)

// Config is what the file holds.
type Config struct {
	zrpc.RpcServerConf
	PaymentsURL string
}

type serviceContext struct{ payments string }

type reserveLogic struct {
	ctx context.Context
	svc *serviceContext
}

// Reserve pays at once.
func (l *reserveLogic) Reserve(in *stockpb.Item) (*stockpb.Item, error) {
	_, err := http.Post(l.svc.payments+"/payments", "", nil) // want `Stock/Reserve of gozerorpc waits for payments POST /payments:`
	return in, err
}

type stockServer struct {
	svc *serviceContext
	stockpb.UnimplementedStockServer
}

func (s *stockServer) Reserve(ctx context.Context, in *stockpb.Item) (*stockpb.Item, error) {
	l := &reserveLogic{ctx, s.svc}
	return l.Reserve(in)
}

func authorised(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if _, err := http.Get("http://users/users/me"); err != nil { // want `Stock/Reserve of gozerorpc \(like 3 other endpoints\) waits for users GET /users/\{id\}:`
		return nil, err
	}
	return next(ctx, req)
}

// orders serves no order of its own.
type orders struct {
	orderspb.UnimplementedOrdersServer
}

func watched(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	http.Get("http://orders/orders/1") // want `shop.orders.v1.Orders/WatchOrders of gozerorpc waits for orders GET /orders/\{id\}:`
	return next(srv, ss)
}

func counted(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	http.Get("http://archive/orders/1") // want `Stock/Reserve of gozerorpc \(like 3 other endpoints\) waits for archive GET /orders/\{id\}:`
	return next(ctx, req)
}

func main() {
	var c Config
	conf.MustLoad("etc/stock.yaml", &c)
	ctx := &serviceContext{c.PaymentsURL}
	s := zrpc.MustNewServer(c.RpcServerConf, func(g *grpc.Server) {
		stockpb.RegisterStockServer(g, &stockServer{svc: ctx})
		orderspb.RegisterOrdersServer(g, orders{})
		reflection.RegisterV1(g)
	})
	defer s.Stop()
	s.AddUnaryInterceptors(authorised)
	s.AddStreamInterceptors(watched)
	s.AddOptions(grpc.ChainUnaryInterceptor(counted))
	s.Start()
}
