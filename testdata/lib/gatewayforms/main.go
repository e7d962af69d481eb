// A gRPC gateway registered by a table of functions, with patterns of its own beside the
// generated ones, behind prefixes and hooks.
package main

import (
	"context"
	"log"
	"net/http"
	"strings"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/proto"

	"libcases/shop/orderspb"
)

type registration func(context.Context, *runtime.ServeMux, *grpc.ClientConn) error

// handlers are all that the gateway knows of; disabled ones are not registered.
var handlers = []struct {
	name     string
	register registration
	disabled bool
}{
	{"orders", orderspb.RegisterOrdersHandler, false},
}

type gateway struct {
	mux  *runtime.ServeMux
	conn *grpc.ClientConn
}

func newGateway(target, users string) (*gateway, error) {
	conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	opts := []runtime.ServeMuxOption{
		runtime.WithIncomingHeaderMatcher(header),
		runtime.WithMetadata(func(ctx context.Context, r *http.Request) metadata.MD {
			http.Get(users + "/users/me") // want `DELETE /orders/api/v1/orders/\{id\}/lines/\{line\} of gatewayforms \(like 4 other endpoints\) waits for users GET /users/\{id\}:`
			return metadata.MD{}
		}),
		runtime.WithForwardResponseOption(func(ctx context.Context, w http.ResponseWriter, m proto.Message) error {
			w.Header().Set("Cache-Control", "no-store")
			return nil
		}),
	}
	opts = append(opts, runtime.WithMiddlewares(paid))
	return &gateway{mux: runtime.NewServeMux(opts...), conn: conn}, nil
}

func header(key string) (string, bool) {
	return runtime.DefaultHeaderMatcher(strings.ToLower(key))
}

func paid(next runtime.HandlerFunc) runtime.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request, params map[string]string) {
		http.Post("http://payments/payments", "", nil) // want `DELETE /orders/api/v1/orders/\{id\}/lines/\{line\} of gatewayforms \(like 4 other endpoints\) waits for payments POST /payments:`
		next(w, r, params)                             // want `GET /orders/api/v1/orders/\{id\} of gatewayforms waits for archive shop.orders.v1.Orders/GetOrder:` `GET /orders/api/v1/orders:watch of gatewayforms waits for archive shop.orders.v1.Orders/WatchOrders:` `POST /orders/api/v1/orders of gatewayforms \(like 1 other endpoint\) waits for archive shop.orders.v1.Orders/PlaceOrder:`
	}
}

func (g *gateway) register(ctx context.Context) error {
	for _, h := range handlers {
		if h.disabled {
			continue
		}
		if err := h.register(ctx, g.mux, g.conn); err != nil {
			return err
		}
	}
	return g.mux.HandlePath("DELETE", "/v1/orders/{id=*}/lines/{line}", g.remove)
}

func (g *gateway) remove(w http.ResponseWriter, r *http.Request, params map[string]string) {
	orderspb.NewOrdersClient(g.conn).Purge(r.Context(), nil) // want `DELETE /orders/api/v1/orders/\{id\}/lines/\{line\} of gatewayforms waits for archive shop.orders.v1.Orders/Purge:`
}

func main() {
	g, err := newGateway("archive:9090", "http://users")
	if err != nil {
		log.Fatal(err)
	}
	if err := g.register(context.Background()); err != nil {
		log.Fatal(err)
	}
	api := http.NewServeMux()
	api.Handle("/api/", http.StripPrefix("/api", g.mux))
	outer := http.NewServeMux()
	outer.Handle("/orders/", http.StripPrefix("/orders", api))
	outer.HandleFunc("GET /openapi.json", func(w http.ResponseWriter, r *http.Request) { w.Write(nil) })
	log.Fatal(http.ListenAndServe(":8080", outer))
}
