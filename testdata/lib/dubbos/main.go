// A service of dubbo-go: generated code and objects are registered, and others are called
// by generated clients and by functions in structs, which the library sets.
package main

import (
	"context"
	"log"
	"net/http"

	"dubbo.apache.org/dubbo-go/v3"
	"dubbo.apache.org/dubbo-go/v3/client"
	"dubbo.apache.org/dubbo-go/v3/server"

	"libcases/dubbos/orderstriple"
	"libcases/shop/orderspb"
)

// Item is in a cart.
type Item struct{ ID string }

// Carts calls what it is named for.
type Carts struct {
	GetCart func(ctx context.Context, item *Item) (*Item, error)
	Add     func(ctx context.Context, item *Item) (*Item, error) `dubbo:"AddItem"`
	Local   string
}

// Reference names the interface.
func (*Carts) Reference() string { return "CartService" }

var carts = &Carts{}

var injected = &orderstriple.OrdersImpl{}

// orders serves orders.
type orders struct {
	archive orderstriple.Orders
	carts   *Carts
}

// GetOrder is served by generated code.
func (o *orders) GetOrder(ctx context.Context, r *orderspb.GetOrderRequest) (*orderspb.Order, error) {
	if _, err := injected.GetOrder(ctx, r); err != nil { // want `shop.orders.v1.Orders/GetOrder of dubbos waits for orders shop.orders.v1.Orders/GetOrder:`
		return nil, err
	}
	return o.archive.GetOrder(ctx, r) // want `shop.orders.v1.Orders/GetOrder of dubbos waits for archive shop.orders.v1.Orders/GetOrder:`
}

// Stock is served as it is.
type Stock struct{ carts *Carts }

// Reference names the interface.
func (*Stock) Reference() string { return "com.shop.Stock" }

// Reserve is an endpoint.
func (s *Stock) Reserve(ctx context.Context, item *Item) (*Item, error) {
	if _, err := carts.GetCart(ctx, item); err != nil { // want `com.shop.Stock/Reserve of dubbos waits for carts CartService/GetCart:`
		return nil, err
	}
	return s.carts.Add(ctx, item) // want `com.shop.Stock/Reserve of dubbos waits for carts CartService/AddItem:`
}

// Warm has not the shape of an endpoint.
func (s *Stock) Warm() error {
	_, err := http.Get("http://users/users/1")
	return err
}

func main() {
	dubbo.SetConsumerService(carts)
	orderstriple.SetConsumerOrders(injected)
	cli, err := client.NewClient(client.WithClientURL("archive:20000"))
	if err != nil {
		log.Fatal(err)
	}
	archive, err := orderstriple.NewOrders(cli)
	if err != nil {
		log.Fatal(err)
	}
	filled := &Carts{}
	if _, err := cli.NewService(filled, client.WithURL("tri://carts:20000")); err != nil {
		log.Fatal(err)
	}
	srv, err := server.NewServer()
	if err != nil {
		log.Fatal(err)
	}
	if err := orderstriple.RegisterOrdersHandler(srv, &orders{archive: archive, carts: filled}); err != nil {
		log.Fatal(err)
	}
	if err := srv.RegisterService(&Stock{filled}); err != nil {
		log.Fatal(err)
	}
	if err := srv.RegisterService(newMoves(cli)); err != nil {
		log.Fatal(err)
	}
	log.Fatal(srv.Serve())
}
