// Stubs from wherever services keep them. Orders and archive are two deployments of one
// proto service, told apart by the targets of their connections.
package main

import (
	"cmp"
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/keepalive"

	"libcases/shop/orderspb"
)

// upstream is how a service is reached.
type upstream struct {
	scheme, host, port string
	tls                bool
}

// Target is what to dial.
func (u upstream) Target() string {
	return u.scheme + ":///" + net.JoinHostPort(u.host, cmp.Or(u.port, "443"))
}

// options are those of every connection.
func options(u upstream, more ...grpc.DialOption) []grpc.DialOption {
	opts := []grpc.DialOption{grpc.WithUserAgent("grpcstubs"), grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: time.Minute})}
	if !u.tls {
		opts = append(opts, grpc.WithTransportCredentials(insecure.NewCredentials()))
	}
	return append(opts, more...)
}

func connect(u upstream, more ...grpc.DialOption) (*grpc.ClientConn, error) {
	return grpc.NewClient(u.Target(), options(u, more...)...)
}

func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}

// finder is what the handlers need of a stub.
type finder interface {
	Find(ctx context.Context, id string) (string, error)
}

type remote struct{ orderspb.OrdersClient }

func (r remote) Find(ctx context.Context, id string) (string, error) {
	o, err := r.GetOrder(ctx, &orderspb.GetOrderRequest{Id: id}) // want `GET /interface of grpcstubs waits for archive shop.orders.v1.Orders/GetOrder:`
	return o.GetId(), err
}

// local has the methods of a stub.
type local struct{}

func (local) Find(ctx context.Context, id string) (string, error) { return id, nil }

func (local) GetOrder(ctx context.Context, in *orderspb.GetOrderRequest, _ ...grpc.CallOption) (*orderspb.Order, error) {
	return &orderspb.Order{}, nil
}

// stubs hands out stubs by name, made when they are first asked for.
type stubs struct {
	mu    sync.Mutex
	at    map[string]upstream
	made  map[string]orderspb.OrdersClient
	local orderspb.OrdersClient
}

func (s *stubs) get(name string) (orderspb.OrdersClient, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c, ok := s.made[name]; ok {
		return c, nil
	}
	u, ok := s.at[name]
	if !ok {
		return nil, errors.New("no such service")
	}
	conn, err := connect(u)
	if err != nil {
		return nil, err
	}
	c := orderspb.NewOrdersClient(conn)
	s.made[name] = c
	return c, nil
}

var archive = sync.OnceValues(func() (orderspb.OrdersClient, error) {
	conn, err := connect(upstream{scheme: "dns", host: "archive", port: "9090"})
	if err != nil {
		return nil, err
	}
	return orderspb.NewOrdersClient(conn), nil
})

var (
	once    sync.Once
	ordersC orderspb.OrdersClient
)

func orders() orderspb.OrdersClient {
	once.Do(func() {
		ordersC = orderspb.NewOrdersClient(must(connect(upstream{scheme: "dns", host: os.Getenv("ORDERS_URL")})))
	})
	return ordersC
}

var pooled = sync.Pool{New: func() any {
	return orderspb.NewOrdersClient(must(connect(upstream{scheme: "dns", host: "archive"})))
}}

func main() {
	ctx := context.Background()
	s := &stubs{
		at: map[string]upstream{
			"orders":  {scheme: "dns", host: "orders", port: "9090"},
			"archive": {scheme: "dns", host: "archive", port: "9090"},
		},
		made: map[string]orderspb.OrdersClient{},
	}
	var shared sync.Map
	shared.Store("orders", orderspb.NewOrdersClient(must(connect(upstream{scheme: "dns", host: "orders"}))))
	shared.Store("archive", orderspb.NewOrdersClient(must(connect(upstream{scheme: "dns", host: "archive"}))))
	both := []orderspb.OrdersClient{must(s.get("orders")), must(s.get("archive"))}
	finders := map[string]finder{
		"local":  local{},
		"remote": remote{must(archive())},
	}
	in := &orderspb.GetOrderRequest{}
	http.HandleFunc("GET /lazy", func(w http.ResponseWriter, r *http.Request) {
		c, err := s.get("archive")
		if err != nil {
			return
		}
		c.GetOrder(r.Context(), in) // want `GET /lazy of grpcstubs .*waits for archive shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("GET /once", func(w http.ResponseWriter, r *http.Request) {
		orders().GetOrder(r.Context(), in) // want `GET /once of grpcstubs waits for orders shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("GET /oncevalues", func(w http.ResponseWriter, r *http.Request) {
		c, _ := archive()
		c.GetOrder(r.Context(), in) // want `GET /oncevalues of grpcstubs waits for archive shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("GET /pool", func(w http.ResponseWriter, r *http.Request) {
		c := pooled.Get().(orderspb.OrdersClient)
		defer pooled.Put(c)
		c.GetOrder(r.Context(), in) // want `GET /pool of grpcstubs waits for archive shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("GET /syncmap", func(w http.ResponseWriter, r *http.Request) {
		c, ok := shared.Load("orders")
		if !ok {
			return
		}
		c.(orderspb.OrdersClient).GetOrder(r.Context(), in) // want `GET /syncmap of grpcstubs waits for orders shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("GET /interface", func(w http.ResponseWriter, r *http.Request) {
		finders["remote"].Find(r.Context(), "1")
	})
	http.HandleFunc("GET /local", func(w http.ResponseWriter, r *http.Request) {
		finders["local"].Find(r.Context(), "1")
		local{}.GetOrder(r.Context(), in)
	})
	http.HandleFunc("GET /first", func(w http.ResponseWriter, r *http.Request) {
		both[0].GetOrder(r.Context(), in) // want `GET /first of grpcstubs .*waits for orders shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("GET /second", func(w http.ResponseWriter, r *http.Request) {
		method := both[1].GetOrder
		method(r.Context(), in) // want `GET /second of grpcstubs .*waits for archive shop.orders.v1.Orders/GetOrder:`
	})
	_ = ctx
	log.Fatal(http.ListenAndServe(":8080", nil))
}
