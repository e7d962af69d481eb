// Connections from a map, a lazy getter and a pool: the target of the connection
// that really flows to the stub counts.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/shop/orderspb"
)

func dial(target string) *grpc.ClientConn {
	conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	return conn
}

// registry holds the connections by name.
type registry map[string]*grpc.ClientConn

func (r registry) conn(name string) (grpc.ClientConnInterface, error) {
	c, ok := r[name]
	if !ok {
		return nil, fmt.Errorf("no connection %q", name)
	}
	return c, nil
}

// lazy dials when it is first asked.
type lazy struct {
	once   sync.Once
	target string
	conn   *grpc.ClientConn
}

func (l *lazy) get() *grpc.ClientConn {
	l.once.Do(func() { l.conn = dial(l.target) })
	return l.conn
}

// pool hands out one of several connections to the same target.
type pool struct {
	mu    sync.Mutex
	conns []*grpc.ClientConn
	next  int
}

func newPool(target string, n int) *pool {
	p := &pool{}
	for range n {
		p.conns = append(p.conns, dial(target))
	}
	return p
}

func (p *pool) pick() *grpc.ClientConn {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.next = (p.next + 1) % len(p.conns)
	return p.conns[p.next]
}

type server struct {
	registry registry
	archive  *lazy
	orders   *pool
	stub     func() orderspb.OrdersClient
}

func (s *server) fromMap(w http.ResponseWriter, r *http.Request) {
	cc, err := s.registry.conn("archive")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	order(r.Context(), orderspb.NewOrdersClient(cc)) // want `GET /map of grpcpools .*waits for archive shop.orders.v1.Orders/GetOrder:`
}

func (s *server) lazily(w http.ResponseWriter, r *http.Request) {
	order(r.Context(), orderspb.NewOrdersClient(s.archive.get())) // want `GET /lazy of grpcpools waits for archive shop.orders.v1.Orders/GetOrder:`
}

func (s *server) pooled(w http.ResponseWriter, r *http.Request) {
	order(r.Context(), orderspb.NewOrdersClient(s.orders.pick())) // want `GET /pool of grpcpools waits for orders shop.orders.v1.Orders/GetOrder:`
}

func (s *server) made(w http.ResponseWriter, r *http.Request) {
	s.stub().PlaceOrder(r.Context(), &orderspb.Order{}) // want `GET /made of grpcpools waits for orders shop.orders.v1.Orders/PlaceOrder:`
}

func order(ctx context.Context, c orderspb.OrdersClient) (*orderspb.Order, error) {
	return c.GetOrder(ctx, &orderspb.GetOrderRequest{})
}

func main() {
	s := &server{
		registry: registry{"archive": dial("archive:9090"), "orders": dial("orders:9090")},
		archive:  &lazy{target: "dns:///archive:9090"},
		orders:   newPool("orders:9090", 4),
	}
	s.stub = func() orderspb.OrdersClient { return orderspb.NewOrdersClient(s.registry["orders"]) }
	http.HandleFunc("GET /map", s.fromMap)
	http.HandleFunc("GET /lazy", s.lazily)
	http.HandleFunc("GET /pool", s.pooled)
	http.HandleFunc("GET /made", s.made)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
