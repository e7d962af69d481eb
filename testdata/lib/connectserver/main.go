// A service of connect: procedures behind interceptors, some of which are for unary
// calls alone.
package main

import (
	"context"
	"net/http"

	"connectrpc.com/connect"

	"libcases/shop/ordersconnect"
	"libcases/shop/orderspb"
)

// authorise asks who calls, before each unary call.
func authorise() connect.UnaryInterceptorFunc {
	return func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
			if _, err := http.Get("http://users/users/" + req.Header().Get("user")); err != nil { // want `Orders/GetOrder of connectserver \(like 1 other endpoint\) waits for users GET /users/\{id\}`
				return nil, err
			}
			return next(ctx, req)
		}
	}
}

// metered is an interceptor with a method for each kind of call.
type metered struct{}

func (metered) WrapUnary(next connect.UnaryFunc) connect.UnaryFunc { return next }

func (metered) WrapStreamingClient(next connect.StreamingClientFunc) connect.StreamingClientFunc {
	return func(ctx context.Context, spec connect.Spec) connect.StreamingClientConn {
		http.Get("http://users/users/client") // no client has it
		return next(ctx, spec)
	}
}

func (metered) WrapStreamingHandler(next connect.StreamingHandlerFunc) connect.StreamingHandlerFunc {
	return func(ctx context.Context, conn connect.StreamingHandlerConn) error {
		http.Get("http://users/users/stream") // want `Orders/WatchOrders of connectserver waits for users GET /users/\{id\}`
		return next(ctx, conn)
	}
}

type server struct {
	ordersconnect.UnimplementedOrdersHandler
	payments string
}

func (s *server) PlaceOrder(ctx context.Context, req *connect.Request[orderspb.Order]) (*connect.Response[orderspb.Order], error) {
	if _, err := http.Post(s.payments+"/payments", "", nil); err != nil { // want `Orders/PlaceOrder of connectserver waits for payments POST /payments`
		return nil, connect.NewError(connect.CodeInternal, err)
	}
	return connect.NewResponse(req.Msg), nil
}

func (s *server) WatchOrders(ctx context.Context, req *connect.Request[orderspb.GetOrderRequest], out *connect.ServerStream[orderspb.Order]) error {
	if _, err := http.Get("http://archive/orders/1"); err != nil { // want `Orders/WatchOrders of connectserver waits for archive GET /orders/\{id\}`
		return err
	}
	return out.Send(&orderspb.Order{})
}

func main() {
	mux := http.NewServeMux()
	options := connect.WithInterceptors(authorise(), metered{})
	mux.Handle(ordersconnect.NewOrdersHandler(&server{payments: "http://payments"}, options))
	http.ListenAndServe(":8080", mux)
}
