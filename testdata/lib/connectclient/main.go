// Clients of connect: the object that makes a call holds the URL.
package main

import (
	"context"
	"net/http"
	"os"

	"connectrpc.com/connect"

	"libcases/shop/ordersconnect"
	"libcases/shop/orderspb"
)

// trace is around each call of a client that has it.
func trace(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		http.Get("http://users/users/trace") // want `GET /placed of connectclient waits for users GET /users/\{id\}`
		return next(ctx, req)
	}
}

type api struct {
	orders, archive, fake ordersconnect.OrdersClient
}

func (a *api) order(w http.ResponseWriter, r *http.Request) {
	in := connect.NewRequest(&orderspb.GetOrderRequest{Id: r.PathValue("id")})
	if _, err := a.archive.GetOrder(r.Context(), in); err != nil { // want `GET /orders/\{id\} of connectclient waits for archive shop.orders.v1.Orders/GetOrder`
		a.fake.GetOrder(r.Context(), in)
	}
}

func (a *api) placed(w http.ResponseWriter, r *http.Request) {
	a.orders.PlaceOrder(r.Context(), connect.NewRequest(&orderspb.Order{})) // want `GET /placed of connectclient waits for orders shop.orders.v1.Orders/PlaceOrder`
}

func (a *api) watch(w http.ResponseWriter, r *http.Request) {
	s, err := a.orders.WatchOrders(r.Context(), connect.NewRequest(&orderspb.GetOrderRequest{})) // want `GET /watch of connectclient waits for orders shop.orders.v1.Orders/WatchOrders`
	for err == nil && s.Receive() {
		w.Write([]byte(s.Msg().GetId()))
	}
}

// fake answers itself.
type fake struct{ ordersconnect.OrdersClient }

func (fake) GetOrder(context.Context, *connect.Request[orderspb.GetOrderRequest]) (*connect.Response[orderspb.Order], error) {
	return connect.NewResponse(&orderspb.Order{}), nil
}

func main() {
	a := &api{
		orders:  ordersconnect.NewOrdersClient(http.DefaultClient, os.Getenv("ORDERS_URL"), connect.WithGRPC(), connect.WithInterceptors(connect.UnaryInterceptorFunc(trace))),
		archive: ordersconnect.NewOrdersClient(http.DefaultClient, "http://archive:8080/"),
		fake:    fake{},
	}
	http.HandleFunc("GET /orders/{id}", a.order)
	http.HandleFunc("GET /placed", a.placed)
	http.HandleFunc("GET /watch", a.watch)
	handleStreams()
	http.ListenAndServe(":8080", nil)
}
