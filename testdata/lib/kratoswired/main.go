// A service of kratos: what it serves is registered by generated code with servers made
// of options, and what its clients lead to stands in options too.
package main

import (
	"context"
	"log"
	nethttp "net/http"
	"os"

	"github.com/go-kratos/kratos/v2"
	"github.com/go-kratos/kratos/v2/config"
	"github.com/go-kratos/kratos/v2/config/file"
	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/middleware/recovery"
	"github.com/go-kratos/kratos/v2/transport/grpc"
	"github.com/go-kratos/kratos/v2/transport/http"

	"libcases/kratoswired/shopv1"
	"libcases/shop/orderspb"
	"libcases/shop/stockpb"
)

// authorised asks the users before each operation: plain routes are none.
func authorised(users string) middleware.Middleware {
	return func(next middleware.Handler) middleware.Handler {
		return func(ctx context.Context, req any) (any, error) {
			if _, err := nethttp.Get(users + "/users/me"); err != nil { // want `GET /orders/\{id\} of kratoswired \(like 2 other endpoints\) waits for users GET /users/\{id\}:`
				return nil, err
			}
			return next(ctx, req)
		}
	}
}

// charged pays for each call of a client.
func charged(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		nethttp.Post("http://payments/payments", "", nil) // want `POST /orders of kratoswired waits for payments POST /payments:`
		return next(ctx, req)
	}
}

func unused(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		nethttp.Get("http://users/users/unused")
		return next(ctx, req)
	}
}

type data struct {
	archive orderspb.OrdersClient
	orders  shopv1.OrdersHTTPClient
	other   shopv1.OrdersHTTPClient
	raw     *http.Client
}

func newData(ctx context.Context) (*data, error) {
	conn, err := grpc.DialInsecure(ctx, grpc.WithEndpoint("discovery:///archive"), grpc.WithMiddleware(recovery.Recovery()))
	if err != nil {
		return nil, err
	}
	orders, err := http.NewClient(ctx, http.WithEndpoint("discovery:///orders"), http.WithMiddleware(recovery.Recovery(), charged))
	if err != nil {
		return nil, err
	}
	opts := []http.ClientOption{http.WithTimeout(0)}
	opts = append(opts, http.WithEndpoint(os.Getenv("ORDERS_URL")))
	other, err := http.NewClient(ctx, opts...)
	if err != nil {
		return nil, err
	}
	users, err := http.NewClient(ctx, http.WithEndpoint("users:8000"))
	if err != nil {
		return nil, err
	}
	return &data{orderspb.NewOrdersClient(conn), shopv1.NewOrdersHTTPClient(orders), shopv1.NewOrdersHTTPClient(other), users}, nil
}

// service serves the orders over HTTP and the stock over gRPC.
type service struct {
	stockpb.UnimplementedStockServer
	data     *data
	payments string
}

func (s *service) GetOrder(ctx context.Context, r *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	return s.data.archive.GetOrder(ctx, r) // want `GET /orders/\{id\} of kratoswired waits for archive shop.orders.v1.Orders/GetOrder:`
}

func (s *service) PlaceOrder(ctx context.Context, o *orderspb.Order) (*orderspb.Order, error) {
	return s.data.orders.PlaceOrder(ctx, o) // want `POST /orders of kratoswired waits for orders POST /orders:`
}

func (s *service) Reserve(ctx context.Context, i *stockpb.Item) (*stockpb.Item, error) {
	_, err := s.data.other.GetOrder(ctx, &orderspb.GetOrderRequest{}) // want `Stock/Reserve of kratoswired waits for orders GET /orders/\{id\}:`
	return i, err
}

func (s *service) profile(ctx http.Context) error {
	nethttp.Post(s.payments+"/payments", "", nil) // want `GET /v1/profile/\{id\} of kratoswired waits for payments POST /payments:`
	var out struct{}
	path := "/users/" + ctx.Vars().Get("id")
	return s.data.raw.Invoke(ctx, "GET", path, nil, &out) // want `GET /v1/profile/\{id\} of kratoswired waits for users GET /users/\{id\}:`
}

func newHTTPServer(s *service) *http.Server {
	opts := []http.ServerOption{http.Middleware(recovery.Recovery(), authorised("http://users"))}
	if addr := os.Getenv("ADDR"); addr != "" {
		opts = append(opts, http.Address(addr))
	}
	srv := http.NewServer(opts...)
	shopv1.RegisterOrdersHTTPServer(srv, s)
	v1 := srv.Route("/v1")
	v1.GET("/profile/{id}", s.profile)
	v1.Group("/admin").DELETE("/orders", func(ctx http.Context) error {
		_, err := s.data.archive.Purge(ctx, nil) // want `DELETE /v1/admin/orders of kratoswired waits for archive shop.orders.v1.Orders/Purge:`
		return err
	})
	return srv
}

func newGRPCServer(s *service) *grpc.Server {
	srv := grpc.NewServer(grpc.Middleware(recovery.Recovery(), authorised("http://users")))
	stockpb.RegisterStockServer(srv, s)
	return srv
}

func main() {
	_ = http.WithMiddleware(unused)
	c := config.New(config.WithSource(file.NewSource("configs")))
	if err := c.Load(); err != nil {
		log.Fatal(err)
	}
	payments, err := c.Value("payments.url").String()
	if err != nil {
		log.Fatal(err)
	}
	d, err := newData(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	s := &service{data: d, payments: payments}
	r, err := newRemote(c)
	if err != nil {
		log.Fatal(err)
	}
	newOwn()
	app := kratos.New(kratos.Name("kratoswired"), kratos.Server(newHTTPServer(s), newGRPCServer(s), newStreamServer(), newInternalServer(r), newWatchServer(r)))
	if err := app.Run(); err != nil {
		log.Fatal(err)
	}
}
