// A service of kitex: what the generated descriptor lists is served.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/cloudwego/kitex/pkg/endpoint"
	"github.com/cloudwego/kitex/server"

	"libcases/kitexwired/gen/cart"
	"libcases/kitexwired/gen/cart/cartservice"
)

// CartServiceImpl serves carts.
type CartServiceImpl struct{ orders string }

// AddItem is served.
func (s *CartServiceImpl) AddItem(ctx context.Context, req *cart.Item) (*cart.Item, error) {
	_, err := http.Get(s.orders + "/orders/" + req.Id) // want `CartService/AddItem of kitexwired-server waits for orders GET /orders/\{id\}:`
	return req, err
}

// GetCart is served.
func (s *CartServiceImpl) GetCart(ctx context.Context, user string, limit int32) (*cart.Item, error) {
	return nil, nil
}

// Migrate has the shape of what is served, but is in no descriptor.
func (s *CartServiceImpl) Migrate(ctx context.Context, req *cart.Item) (*cart.Item, error) {
	_, err := http.Get("http://users/users/1")
	return req, err
}

func charged(next endpoint.Endpoint) endpoint.Endpoint {
	return func(ctx context.Context, req, resp any) error {
		http.Post("http://payments/payments", "", nil) // want `CartService/AddItem of kitexwired-server \(like 1 other endpoint\) waits for payments POST /payments:`
		return next(ctx, req, resp)
	}
}

func main() {
	go generics()
	s := cartservice.NewServer(&CartServiceImpl{"http://orders"}, server.WithMiddleware(charged))
	if err := s.Run(); err != nil {
		log.Fatal(err)
	}
}
