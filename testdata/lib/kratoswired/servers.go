package main

import (
	"context"
	nethttp "net/http"

	"github.com/go-kratos/kratos/v2/config"
	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/middleware/recovery"
	"github.com/go-kratos/kratos/v2/middleware/selector"
	"github.com/go-kratos/kratos/v2/transport/grpc"
	"github.com/go-kratos/kratos/v2/transport/http"
	ggrpc "google.golang.org/grpc"

	"libcases/kratoswired/shopv1"
	"libcases/shop/orderspb"
)

// settings are what the file holds.
type settings struct {
	Users struct {
		Address string `json:"url"`
	} `json:"users"`
}

// asks makes middleware that asks somebody before each operation.
func asks(url string) middleware.Middleware {
	return func(next middleware.Handler) middleware.Handler {
		return func(ctx context.Context, req any) (any, error) {
			nethttp.Get(url) // want `GET /internal/orders/\{id\} of kratoswired \(like 1 other endpoint\) waits for archive GET /orders/\{id\}:` `v1.Orders/PlaceOrder of kratoswired \(like 1 other endpoint\) waits for users GET /users/\{id\}:`
			return next(ctx, req)
		}
	}
}

// filtered stands around all that a server serves.
func filtered(next nethttp.Handler) nethttp.Handler {
	return nethttp.HandlerFunc(func(w nethttp.ResponseWriter, r *nethttp.Request) {
		nethttp.Post("http://payments/payments", "", nil) // want `ANY /internal/ of kratoswired \(like 5 other endpoints\) waits for payments POST /payments:`
		next.ServeHTTP(w, r)
	})
}

// remote serves orders by asking who has them.
type remote struct {
	orderspb.UnimplementedOrdersServer
	orders orderspb.OrdersClient
	raw    *http.Client
	users  string
}

func (r *remote) GetOrder(ctx context.Context, in *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	return r.orders.GetOrder(ctx, in) // want `v1.Orders/GetOrder of kratoswired \(like 1 other endpoint\) waits for orders shop.orders.v1.Orders/GetOrder:`
}

func (r *remote) PlaceOrder(ctx context.Context, in *orderspb.Order) (*orderspb.Order, error) {
	req, err := nethttp.NewRequest("GET", r.users+"/users/1", nil)
	if err != nil {
		return nil, err
	}
	_, err = r.raw.Do(req) // want `v1.Orders/PlaceOrder of kratoswired \(like 1 other endpoint\) waits for users GET /users/\{id\}:`
	return in, err
}

func (r *remote) WatchOrders(in *orderspb.GetOrderRequest, to ggrpc.ServerStreamingServer[orderspb.Order]) error {
	_, err := r.orders.WatchOrders(to.Context(), in) // want `v1.Orders/WatchOrders of kratoswired waits for orders shop.orders.v1.Orders/WatchOrders:`
	return err
}

func counted(ctx context.Context, req any, info *ggrpc.UnaryServerInfo, next ggrpc.UnaryHandler) (any, error) {
	nethttp.Get("http://users/users/counted") // want `v1.Orders/GetOrder of kratoswired \(like 2 other endpoints\) waits for users GET /users/\{id\}:`
	return next(ctx, req)
}

func watched(srv any, ss ggrpc.ServerStream, info *ggrpc.StreamServerInfo, next ggrpc.StreamHandler) error {
	nethttp.Get("http://users/users/watched") // want `v1.Orders/WatchOrders of kratoswired waits for users GET /users/\{id\}:`
	return next(srv, ss)
}

func paid(ctx context.Context, method string, req, reply any, cc *ggrpc.ClientConn, invoke ggrpc.UnaryInvoker, opts ...ggrpc.CallOption) error {
	nethttp.Post("http://payments/payments", "paid", nil) // want `v1.Orders/GetOrder of kratoswired \(like 1 other endpoint\) waits for payments POST /payments:`
	return invoke(ctx, method, req, reply, cc, opts...)
}

func followed(ctx context.Context, desc *ggrpc.StreamDesc, cc *ggrpc.ClientConn, method string, stream ggrpc.Streamer, opts ...ggrpc.CallOption) (ggrpc.ClientStream, error) {
	nethttp.Post("http://payments/payments", "followed", nil) // want `v1.Orders/WatchOrders of kratoswired waits for payments POST /payments:`
	return stream(ctx, desc, cc, method, opts...)
}

func signed(ctx context.Context, method string, req, reply any, cc *ggrpc.ClientConn, invoke ggrpc.UnaryInvoker, opts ...ggrpc.CallOption) error {
	nethttp.Post("http://payments/payments", "signed", nil) // want `v1.Orders/GetOrder of kratoswired \(like 1 other endpoint\) waits for payments POST /payments:`
	return invoke(ctx, method, req, reply, cc, opts...)
}

func newRemote(c config.Config) (*remote, error) {
	var s settings
	if err := c.Scan(&s); err != nil {
		return nil, err
	}
	conn, err := grpc.Dial(context.Background(), grpc.WithEndpoint("orders:9000"),
		grpc.WithUnaryInterceptor(paid), grpc.WithStreamInterceptor(followed),
		grpc.WithOptions(ggrpc.WithChainUnaryInterceptor(signed)),
		grpc.WithMiddleware(selector.Client(asks("http://archive/orders/client")).Prefix("/shop.orders.v1.Orders/").Build()))
	if err != nil {
		return nil, err
	}
	raw, err := http.NewClient(context.Background(), http.WithEndpoint("archive:8000"), http.WithMiddleware(charged))
	if err != nil {
		return nil, err
	}
	return &remote{orders: orderspb.NewOrdersClient(conn), raw: raw, users: s.Users.Address}, nil
}

// plain is served as it is: operations alone have middleware.
func plain(w nethttp.ResponseWriter, r *nethttp.Request) {
	nethttp.Get("http://orders/orders/1") // want `ANY /internal/ of kratoswired \(like 2 other endpoints\) waits for orders GET /orders/\{id\}:`
}

// newInternalServer serves below a prefix, with middleware for some operations.
func newInternalServer(s *remote) *http.Server {
	srv := http.NewServer(http.PathPrefix("/internal"), http.Filter(filtered))
	srv.Use("/shop.v1.Orders/*", asks("http://users/users/some"))
	srv.Use("/shop.v1.Orders/GetOrder", middleware.Chain(recovery.Recovery(), asks("http://archive/orders/one")))
	shopv1.RegisterOrdersHTTPServer(srv, s)
	srv.Handle("/plain/{id}", nethttp.HandlerFunc(plain))
	srv.HandlePrefix("/files", nethttp.HandlerFunc(plain))
	srv.HandleHeader("Upgrade", "websocket", plain)
	srv.Route("/hooks").Handle("PUT", "/{name}", func(ctx http.Context) error {
		_, err := nethttp.Get("http://orders/orders/1") // want `PUT /internal/hooks/\{name\} of kratoswired waits for orders GET /orders/\{id\}:`
		return err
	})
	return srv
}

// newWatchServer serves over gRPC.
func newWatchServer(s *remote) *grpc.Server {
	srv := grpc.NewServer(grpc.UnaryInterceptor(counted), grpc.StreamInterceptor(watched),
		grpc.Options(ggrpc.ChainUnaryInterceptor(counted)))
	srv.Use("/shop.orders.v1.Orders/PlaceOrder", selector.Server(asks("http://users/users/placed")).Prefix("/").Build())
	orderspb.RegisterOrdersServer(srv, s)
	return srv
}

// newOwn is served by the server of net/http that any server of kratos falls back to.
func newOwn() {
	srv := http.NewServer()
	srv.Route("/own").GET("/order", func(ctx http.Context) error {
		_, err := nethttp.Get("http://orders/orders/1") // want `GET /own/order of kratoswired waits for orders GET /orders/\{id\}:`
		return err
	})
	nethttp.HandleFunc("/own/", func(w nethttp.ResponseWriter, r *nethttp.Request) { srv.ServeHTTP(w, r) })
}
