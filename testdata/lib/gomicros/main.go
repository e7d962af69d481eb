// A service of go-micro: generated code registers its handler, and calls other services
// by the name that the registry knows.
package main

import (
	"context"
	"log"
	"net/http"

	"go-micro.dev/v6"
	"go-micro.dev/v6/broker"
	"go-micro.dev/v6/client"

	"libcases/gomicros/ordersmicro"
	"libcases/shop/orderspb"
)

// Item is in a cart.
type Item struct{ ID string }

// orders serves orders.
type orders struct {
	remote ordersmicro.OrdersService
	client client.Client
	placed micro.Event
}

// GetOrder is served.
func (o *orders) GetOrder(ctx context.Context, in *orderspb.GetOrderRequest, out *orderspb.Order) error {
	_, err := o.remote.GetOrder(ctx, in) // want `Orders/GetOrder of gomicros waits for rootstock Orders/GetOrder:`
	return err
}

// WatchOrders is served as a stream.
func (o *orders) WatchOrders(ctx context.Context, in *orderspb.GetOrderRequest, stream ordersmicro.Orders_WatchOrdersStream) error {
	_, err := o.remote.WatchOrders(ctx, in, client.WithAddress("rootstock:8080")) // want `Orders/WatchOrders of gomicros waits for rootstock Orders/WatchOrders:`
	return err
}

// Carts is served as it is.
type Carts struct{ client client.Client }

// Add is an endpoint.
func (c *Carts) Add(ctx context.Context, in *Item, out *Item) error {
	req := c.client.NewRequest("cart", "CartService.AddItem", in)
	if err := c.client.Call(ctx, req, out); err != nil { // want `Carts/Add of gomicros waits for carts CartService/AddItem:`
		return err
	}
	return client.Call(ctx, client.NewRequest("cart", "CartService.GetCart", in), out, client.WithAddress("carts:80")) // want `Carts/Add of gomicros waits for carts CartService/GetCart:`
}

// Tell only publishes.
func (c *Carts) Tell(ctx context.Context, in *Item, out *Item) error {
	if err := c.client.Publish(ctx, c.client.NewMessage("carts.told", in)); err != nil {
		return err
	}
	if err := micro.NewEvent("carts.told", c.client).Publish(ctx, in); err != nil {
		return err
	}
	return broker.Publish("carts.told", &broker.Message{})
}

// Warm has not the shape of an endpoint.
func (c *Carts) Warm() error {
	_, err := http.Get("http://users/users/1")
	return err
}

// told is what happens when something was told; nobody waits for that.
func told(ctx context.Context, item *Item) error {
	_, err := http.Get("http://users/users/1") // runs: consumer carts.told
	return err
}

// A listener is told by its methods.
type listener struct{}

// Placed is one.
func (listener) Placed(ctx context.Context, item *Item) error {
	_, err := http.Get("http://orders/orders/1") // runs: consumer orders.placed
	return err
}

func main() {
	service := micro.NewService("gomicros")
	service.Init()
	c := service.Client()
	if err := ordersmicro.RegisterOrdersHandler(service.Server(), &orders{remote: ordersmicro.NewOrdersService("rootstock", c)}); err != nil {
		log.Fatal(err)
	}
	if err := micro.RegisterHandler(service.Server(), &Carts{c}); err != nil {
		log.Fatal(err)
	}
	if err := micro.RegisterSubscriber("carts.told", service.Server(), told); err != nil {
		log.Fatal(err)
	}
	if err := micro.RegisterSubscriber("orders.placed", service.Server(), listener{}); err != nil {
		log.Fatal(err)
	}
	if _, err := broker.Subscribe("carts.old", func(broker.Event) error {
		_, err := http.Post("http://payments/payments", "", nil) // runs: consumer carts.old
		return err
	}); err != nil {
		log.Fatal(err)
	}
	go serveFive()
	go serveFour()
	go serveTwo()
	if err := service.Run(); err != nil {
		log.Fatal(err)
	}
}
