package main

// The same as of the newest version, of older ones.

import (
	"context"
	"net/http"

	micro2 "github.com/micro/go-micro/v2"
	client2 "github.com/micro/go-micro/v2/client"
	server2 "github.com/micro/go-micro/v2/server"
	micro4 "go-micro.dev/v4"
	client4 "go-micro.dev/v4/client"
	server4 "go-micro.dev/v4/server"
	micro5 "go-micro.dev/v5"
	client5 "go-micro.dev/v5/client"
	server5 "go-micro.dev/v5/server"
)

// CartsFive is served as it is by an older version.
type CartsFive struct{ client client5.Client }

// Add is an endpoint.
func (c *CartsFive) Add(ctx context.Context, in *Item, out *Item) error {
	return c.client.Call(ctx, c.client.NewRequest("cart", "CartService.AddItem", in), out) // want `CartsFive/Add of gomicros waits for carts CartService/AddItem:`
}

// Watch is an endpoint that streams.
func (c *CartsFive) Watch(ctx context.Context, stream server5.Stream) error {
	_, err := c.client.Stream(ctx, c.client.NewRequest("cart", "CartService.GetCart", nil)) // want `CartsFive/Watch of gomicros waits for carts CartService/GetCart:`
	return err
}

// Other has not the shape of an endpoint: its stream is another version's.
func (c *CartsFive) Other(ctx context.Context, stream server4.Stream) error {
	_, err := http.Get("http://users/users/1")
	return err
}

// StockFive is made a handler first.
type StockFive struct{}

// Reserve is an endpoint.
func (StockFive) Reserve(ctx context.Context, in *Item, out *Item) error {
	_, err := http.Get("http://orders/orders/1") // want `StockFive/Reserve of gomicros waits for orders GET /orders/\{id\}:`
	return err
}

func movedFive(ctx context.Context, item *Item) error {
	_, err := http.Get("http://users/users/1") // runs: consumer moved.v5
	return err
}

func serveFive() error {
	service := micro5.NewService()
	service.Init()
	s := service.Server()
	if err := micro5.RegisterHandler(s, &CartsFive{service.Client()}); err != nil {
		return err
	}
	if err := s.Handle(s.NewHandler(StockFive{})); err != nil {
		return err
	}
	if err := s.Subscribe(s.NewSubscriber("moved.v5", movedFive)); err != nil {
		return err
	}
	return service.Run()
}

// CartsFour is served as it is by an older version.
type CartsFour struct{ client client4.Client }

// Add is an endpoint.
func (c *CartsFour) Add(ctx context.Context, in *Item, out *Item) error {
	return c.client.Call(ctx, c.client.NewRequest("cart", "CartService.AddItem", in), out) // want `CartsFour/Add of gomicros waits for carts CartService/AddItem:`
}

// Watch is an endpoint that streams.
func (c *CartsFour) Watch(ctx context.Context, stream server4.Stream) error {
	_, err := c.client.Stream(ctx, c.client.NewRequest("cart", "CartService.GetCart", nil)) // want `CartsFour/Watch of gomicros waits for carts CartService/GetCart:`
	return err
}

// Other has not the shape of an endpoint: its stream is another version's.
func (c *CartsFour) Other(ctx context.Context, stream server2.Stream) error {
	_, err := http.Get("http://users/users/1")
	return err
}

// StockFour is made a handler first.
type StockFour struct{}

// Reserve is an endpoint.
func (StockFour) Reserve(ctx context.Context, in *Item, out *Item) error {
	_, err := http.Get("http://orders/orders/1") // want `StockFour/Reserve of gomicros waits for orders GET /orders/\{id\}:`
	return err
}

func movedFour(ctx context.Context, item *Item) error {
	_, err := http.Get("http://users/users/1") // runs: consumer moved.v4
	return err
}

func serveFour() error {
	service := micro4.NewService()
	service.Init()
	s := service.Server()
	if err := micro4.RegisterHandler(s, &CartsFour{service.Client()}); err != nil {
		return err
	}
	if err := s.Handle(s.NewHandler(StockFour{})); err != nil {
		return err
	}
	if err := s.Subscribe(s.NewSubscriber("moved.v4", movedFour)); err != nil {
		return err
	}
	return service.Run()
}

// CartsTwo is served as it is by an older version.
type CartsTwo struct{ client client2.Client }

// Add is an endpoint.
func (c *CartsTwo) Add(ctx context.Context, in *Item, out *Item) error {
	return c.client.Call(ctx, c.client.NewRequest("cart", "CartService.AddItem", in), out) // want `CartsTwo/Add of gomicros waits for carts CartService/AddItem:`
}

// Watch is an endpoint that streams.
func (c *CartsTwo) Watch(ctx context.Context, stream server2.Stream) error {
	_, err := c.client.Stream(ctx, c.client.NewRequest("cart", "CartService.GetCart", nil)) // want `CartsTwo/Watch of gomicros waits for carts CartService/GetCart:`
	return err
}

// Other has not the shape of an endpoint: its stream is another version's.
func (c *CartsTwo) Other(ctx context.Context, stream server5.Stream) error {
	_, err := http.Get("http://users/users/1")
	return err
}

// StockTwo is made a handler first.
type StockTwo struct{}

// Reserve is an endpoint.
func (StockTwo) Reserve(ctx context.Context, in *Item, out *Item) error {
	_, err := http.Get("http://orders/orders/1") // want `StockTwo/Reserve of gomicros waits for orders GET /orders/\{id\}:`
	return err
}

func movedTwo(ctx context.Context, item *Item) error {
	_, err := http.Get("http://users/users/1") // runs: consumer moved.v2
	return err
}

func serveTwo() error {
	service := micro2.NewService()
	service.Init()
	s := service.Server()
	if err := micro2.RegisterHandler(s, &CartsTwo{service.Client()}); err != nil {
		return err
	}
	if err := s.Handle(s.NewHandler(StockTwo{})); err != nil {
		return err
	}
	if err := s.Subscribe(s.NewSubscriber("moved.v2", movedTwo)); err != nil {
		return err
	}
	return service.Run()
}
