// Interceptors in options that helpers build: each call that one makes belongs to the
// methods of the servers, or to the calls over the connections, that it was given to.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"libcases/shop/orderspb"
	"libcases/shop/stockpb"
)

// allowed makes an interceptor that asks the users.
func allowed(users string) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
		if _, err := http.Get(users + "/users/me"); err != nil { // want `Stock/Reserve of grpcchained waits for users GET /users/\{id\}:`
			return nil, err
		}
		return next(ctx, req)
	}
}

// metered pays for each stream.
func metered(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	if _, err := http.Post("http://payments/payments", "", nil); err != nil { // want `shop.orders.v1.Orders/WatchOrders of grpcchained waits for payments POST /payments:`
		return err
	}
	return next(srv, ss)
}

func recovered(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	defer func() { recover() }()
	return next(ctx, req)
}

// chain runs interceptors one after the other.
func chain(all ...grpc.UnaryServerInterceptor) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
		for i := len(all) - 1; i >= 0; i-- {
			inner, mw := next, all[i]
			next = func(ctx context.Context, req any) (any, error) { return mw(ctx, req, info, inner) }
		}
		return next(ctx, req)
	}
}

type config struct {
	users string
	auth  bool
}

func (c config) serverOptions() []grpc.ServerOption {
	var opts []grpc.ServerOption
	unary := []grpc.UnaryServerInterceptor{recovered}
	if c.auth {
		unary = append(unary, allowed(c.users))
	}
	opts = append(opts, grpc.MaxRecvMsgSize(1<<20))
	return append(opts, grpc.UnaryInterceptor(chain(unary...)))
}

// token fetches one before each call.
type token struct{ url string }

func (t *token) unary(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, invoke grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	if err := t.fetch(); err != nil {
		return err
	}
	return invoke(ctx, method, req, reply, cc, opts...)
}

func (t *token) stream(ctx context.Context, desc *grpc.StreamDesc, cc *grpc.ClientConn, method string, streamer grpc.Streamer, opts ...grpc.CallOption) (grpc.ClientStream, error) {
	if err := t.fetch(); err != nil {
		return nil, err
	}
	return streamer(ctx, desc, cc, method, opts...)
}

func (t *token) fetch() error {
	_, err := http.Get(t.url + "/users/token") // want `GET /order of grpcchained \(like 1 other endpoint\) waits for users GET /users/\{id\}:`
	return err
}

// basket asks for a basket before each call that places something in it.
func basket(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, invoke grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	if method == orderspb.Orders_PlaceOrder_FullMethodName {
		http.Get("http://users/users/basket") // want `POST /place of grpcchained waits for users GET /users/\{id\}:`
	}
	return invoke(ctx, method, req, reply, cc, opts...)
}

// before asks the service that is called itself, over the same connection.
func before(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, invoke grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	if method != orderspb.Orders_Purge_FullMethodName {
		orderspb.NewOrdersClient(cc).Purge(ctx, nil) // want `GET /before of grpcchained waits for archive shop.orders.v1.Orders/Purge:`
	}
	return invoke(ctx, method, req, reply, cc, opts...)
}

// credentials are fetched from another service.
type credentials struct{ url string }

func (c *credentials) GetRequestMetadata(ctx context.Context, uri ...string) (map[string]string, error) {
	_, err := http.Post(c.url+"/payments", "", nil) // want `GET /credentials of grpcchained waits for payments POST /payments:`
	return nil, err
}

func (c *credentials) RequireTransportSecurity() bool {
	http.Get("http://users/users/security")
	return false
}

// idle are given to no connection.
type idle struct{ credentials }

func (idle) GetRequestMetadata(ctx context.Context, uri ...string) (map[string]string, error) {
	_, err := http.Get("http://users/users/idle")
	return nil, err
}

func dial(target string, opts ...grpc.DialOption) *grpc.ClientConn {
	opts = append(opts, grpc.WithTransportCredentials(insecure.NewCredentials()))
	conn, err := grpc.NewClient(target, opts...)
	if err != nil {
		log.Fatal(err)
	}
	return conn
}

type stock struct {
	stockpb.UnimplementedStockServer
}

func (stock) Reserve(ctx context.Context, i *stockpb.Item) (*stockpb.Item, error) { return i, nil }

// orders only watches; what it embeds answers the rest.
type orders struct {
	orderspb.UnimplementedOrdersServer
}

func (orders) WatchOrders(r *orderspb.GetOrderRequest, s grpc.ServerStreamingServer[orderspb.Order]) error {
	return s.Send(&orderspb.Order{})
}

func listen(addr string) net.Listener {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		log.Fatal(err)
	}
	return l
}

func main() {
	c := config{users: "http://users", auth: os.Getenv("AUTH") != ""}
	inner := grpc.NewServer(c.serverOptions()...)
	stockpb.RegisterStockServer(inner, stock{})
	outer := grpc.NewServer(grpc.ChainStreamInterceptor(metered), grpc.ChainUnaryInterceptor(recovered))
	orderspb.RegisterOrdersServer(outer, orders{})
	healthpb.RegisterHealthServer(outer, health.NewServer())

	t := &token{"http://users"}
	with := []grpc.DialOption{grpc.WithUnaryInterceptor(t.unary)}
	with = append(with, grpc.WithChainStreamInterceptor(t.stream))
	secured := orderspb.NewOrdersClient(dial("orders:9090", with...))
	open := orderspb.NewOrdersClient(dial("orders:9090"))
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		secured.GetOrder(r.Context(), nil) // want `GET /order of grpcchained waits for orders shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("GET /watch", func(w http.ResponseWriter, r *http.Request) {
		secured.WatchOrders(r.Context(), nil) // want `GET /watch of grpcchained waits for orders shop.orders.v1.Orders/WatchOrders:`
	})
	http.HandleFunc("GET /open", func(w http.ResponseWriter, r *http.Request) {
		open.GetOrder(r.Context(), nil) // want `GET /open of grpcchained waits for orders shop.orders.v1.Orders/GetOrder:`
	})
	place := orderspb.NewOrdersClient(dial("orders:9090", grpc.WithChainUnaryInterceptor(basket)))
	http.HandleFunc("POST /place", func(w http.ResponseWriter, r *http.Request) {
		place.PlaceOrder(r.Context(), nil) // want `POST /place of grpcchained waits for orders shop.orders.v1.Orders/PlaceOrder:`
	})
	http.HandleFunc("GET /kept", func(w http.ResponseWriter, r *http.Request) {
		place.GetOrder(r.Context(), nil) // want `GET /kept of grpcchained waits for orders shop.orders.v1.Orders/GetOrder:`
	})
	first := orderspb.NewOrdersClient(dial("archive:9090", grpc.WithUnaryInterceptor(before)))
	http.HandleFunc("GET /before", func(w http.ResponseWriter, r *http.Request) {
		first.GetOrder(r.Context(), nil) // want `GET /before of grpcchained waits for archive shop.orders.v1.Orders/GetOrder:`
	})
	_ = grpc.WithPerRPCCredentials(&idle{})
	fetched := orderspb.NewOrdersClient(dial("orders:9090", grpc.WithPerRPCCredentials(&credentials{"http://payments"})))
	http.HandleFunc("GET /credentials", func(w http.ResponseWriter, r *http.Request) {
		fetched.GetOrder(r.Context(), nil) // want `GET /credentials of grpcchained waits for orders shop.orders.v1.Orders/GetOrder:`
	})
	go http.ListenAndServe(":8080", nil)
	go inner.Serve(listen(":9091"))
	log.Fatal(outer.Serve(listen(":9090")))
}
