package main

import (
	"context"
	"net/http"

	"connectrpc.com/connect"

	"libcases/shop/orderspb"
)

// both is an interceptor that holds one of single calls.
type both struct{ connect.Interceptor }

func (b both) WrapUnary(next connect.UnaryFunc) connect.UnaryFunc {
	return connect.UnaryInterceptorFunc(counted).WrapUnary(next)
}

// WrapStreamingClient leaves streams as they are.
func (b both) WrapStreamingClient(next connect.StreamingClientFunc) connect.StreamingClientFunc {
	return connect.UnaryInterceptorFunc(counted).WrapStreamingClient(next)
}

func counted(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		http.Get("http://users/users/counted") // want `POST /single of connectclient waits for users GET /users/\{id\}:`
		return next(ctx, req)
	}
}

type streams struct {
	place *connect.Client[orderspb.Order, orderspb.Order]
	watch *connect.Client[orderspb.GetOrderRequest, orderspb.Order]
}

func (s *streams) single(w http.ResponseWriter, r *http.Request) {
	s.place.CallUnary(r.Context(), connect.NewRequest(&orderspb.Order{})) // want `POST /single of connectclient waits for orders shop.orders.v1.Orders/PlaceOrder:`
}

// sent sends many and gets one answer: what comes over a stream is no call of its own.
func (s *streams) sent(w http.ResponseWriter, r *http.Request) {
	stream := s.place.CallClientStream(r.Context()) // want `POST /sent of connectclient waits for orders shop.orders.v1.Orders/PlaceOrder:`
	for range r.Form["id"] {
		stream.Send(&orderspb.Order{})
	}
	stream.CloseAndReceive()
}

func (s *streams) talk(w http.ResponseWriter, r *http.Request) {
	stream := s.watch.CallBidiStream(r.Context()) // want `POST /talk of connectclient waits for archive shop.orders.v1.Orders/GetOrder:`
	for range r.Form["id"] {
		stream.Send(&orderspb.GetOrderRequest{})
		stream.Receive()
	}
}

// clientKey is the key of what sends requests.
type clientKey struct{}

// raw sends by whatever it is given.
func raw(w http.ResponseWriter, r *http.Request) {
	client, ok := r.Context().Value(clientKey{}).(connect.HTTPClient)
	if !ok {
		return
	}
	if req, err := http.NewRequest(http.MethodGet, "http://orders/orders/1", nil); err == nil {
		client.Do(req) // want `GET /raw of connectclient waits for orders GET /orders/\{id\}:`
	}
}

func handleStreams() {
	s := &streams{
		place: connect.NewClient[orderspb.Order, orderspb.Order](http.DefaultClient, "http://orders/shop.orders.v1.Orders/PlaceOrder", connect.WithInterceptors(both{})),
		watch: connect.NewClient[orderspb.GetOrderRequest, orderspb.Order](http.DefaultClient, "http://archive/shop.orders.v1.Orders/GetOrder", connect.WithInterceptors(both{})),
	}
	http.HandleFunc("POST /single", s.single)
	http.HandleFunc("POST /sent", s.sent)
	http.HandleFunc("POST /talk", s.talk)
	http.HandleFunc("GET /raw", raw)
}
