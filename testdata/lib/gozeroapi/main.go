// A service of go-zero as its generator lays it out: routes in lists with options, logic
// made for each request, clients in a context that is built of the configuration.
package main

import (
	"context"
	"flag"
	"net/http"

	"github.com/zeromicro/go-zero/core/conf"
	"github.com/zeromicro/go-zero/core/discov"
	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/rest/httpc"
	"github.com/zeromicro/go-zero/zrpc"
	"google.golang.org/grpc"

	"libcases/gozeroapi/ordersclient"
	"libcases/shop/orderspb"
)

// Config is what the file holds.
type Config struct {
	rest.RestConf
	OrdersRpc zrpc.RpcClientConf
	Users     struct{ URL string }
}

// ServiceContext holds what the logic depends on.
type ServiceContext struct {
	Config  Config
	Auth    rest.Middleware
	Orders  ordersclient.Orders
	Archive ordersclient.Orders
	Direct  ordersclient.Orders
	Target  ordersclient.Orders
}

func newServiceContext(c Config) *ServiceContext {
	target, err := zrpc.NewClientWithTarget("dns:///orders:9090")
	if err != nil {
		panic(err)
	}
	return &ServiceContext{
		Config:  c,
		Auth:    newAuth(c.Users.URL).Handle,
		Orders:  ordersclient.NewOrders(zrpc.MustNewClient(c.OrdersRpc, zrpc.WithUnaryClientInterceptor(paid))),
		Archive: ordersclient.NewOrders(zrpc.MustNewClient(zrpc.RpcClientConf{Etcd: discov.EtcdConf{Hosts: []string{"etcd:2379"}, Key: "archive"}})),
		Direct:  ordersclient.NewOrders(zrpc.MustNewClient(zrpc.RpcClientConf{Endpoints: []string{"archive:9090", "archive:9091"}})),
		Target:  ordersclient.NewOrders(target),
	}
}

func paid(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, invoke grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	http.Post("http://payments/payments", "", nil) // want `GET /api/v1/orders/\{id\} of gozeroapi waits for payments POST /payments:`
	return invoke(ctx, method, req, reply, cc, opts...)
}

type auth struct{ users string }

func newAuth(users string) *auth { return &auth{users} }

// Handle asks the users.
func (a *auth) Handle(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		httpc.Do(r.Context(), http.MethodGet, a.users+"/users/me", nil) // want `GET /api/v1/archive of gozeroapi \(like 1 other endpoint\) waits for users GET /users/\{id\}:`
		next(w, r)
	}
}

// counted stands around all routes.
func counted(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		httpc.Do(r.Context(), http.MethodGet, "http://orders/orders/count", nil) // want `GET /api/v1/archive of gozeroapi \(like 5 other endpoints\) waits for orders GET /orders/\{id\}:`
		next(w, r)
	}
}

type logic struct {
	ctx context.Context
	svc *ServiceContext
}

func (l *logic) get(r *http.Request) (*orderspb.Order, error) {
	return l.svc.Orders.GetOrder(l.ctx, &orderspb.GetOrderRequest{}) // want `GET /api/v1/orders/\{id\} of gozeroapi waits for orders shop.orders.v1.Orders/GetOrder:`
}

func (l *logic) archived(r *http.Request) (*orderspb.Order, error) {
	return l.svc.Archive.GetOrder(l.ctx, &orderspb.GetOrderRequest{}) // want `GET /api/v1/archive of gozeroapi waits for archive shop.orders.v1.Orders/GetOrder:`
}

func (l *logic) direct(r *http.Request) (*orderspb.Order, error) {
	return l.svc.Direct.GetOrder(l.ctx, &orderspb.GetOrderRequest{}) // want `GET /direct of gozeroapi waits for archive shop.orders.v1.Orders/GetOrder:`
}

func (l *logic) place(r *http.Request) (*orderspb.Order, error) {
	return l.svc.Target.PlaceOrder(l.ctx, &orderspb.Order{}) // want `POST /single of gozeroapi waits for orders shop.orders.v1.Orders/PlaceOrder:`
}

func (l *logic) version(r *http.Request) (*orderspb.Order, error) { return nil, nil }

// handler makes a handler of what logic does with a request.
func handler(svc *ServiceContext, fn func(*logic, *http.Request) (*orderspb.Order, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		l := &logic{r.Context(), svc}
		if _, err := fn(l, r); err != nil {
			w.WriteHeader(http.StatusBadGateway)
		}
	}
}

func registerHandlers(server *rest.Server, svc *ServiceContext) {
	server.AddRoutes(
		rest.WithMiddlewares(
			[]rest.Middleware{svc.Auth},
			[]rest.Route{
				{Method: http.MethodGet, Path: "/orders/:id", Handler: handler(svc, (*logic).get)},
				{Method: http.MethodGet, Path: "/archive", Handler: handler(svc, (*logic).archived)},
			}...,
		),
		rest.WithJwt("secret"),
		rest.WithPrefix("/api/v1"),
	)
	server.AddRoutes([]rest.Route{
		{Method: http.MethodGet, Path: "/direct", Handler: handler(svc, (*logic).direct)},
		{Method: http.MethodGet, Path: "/version", Handler: handler(svc, (*logic).version)},
	})
	server.AddRoutes([]rest.Route{{
		Method:  http.MethodGet,
		Path:    "/nothing",
		Handler: func(w http.ResponseWriter, r *http.Request) {},
	}})
	server.AddRoute(rest.Route{Method: http.MethodPost, Path: "/single", Handler: handler(svc, (*logic).place)})
}

func main() {
	file := flag.String("f", "etc/api.yaml", "the config file")
	flag.Parse()
	var c Config
	conf.MustLoad(*file, &c, conf.UseEnv())
	server := rest.MustNewServer(c.RestConf)
	defer server.Stop()
	server.Use(counted)
	registerHandlers(server, newServiceContext(c))
	server.Start()
}
