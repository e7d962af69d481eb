package main

import (
	"context"
	"log"
	"net/http"

	"dubbo.apache.org/dubbo-go/v3/client"
	"dubbo.apache.org/dubbo-go/v3/protocol/triple/triple_protocol"
)

// Moves is served as it is, and calls over connections.
type Moves struct {
	orders, archive *client.Connection
	carts           *Carts
	triple          *triple_protocol.Client
}

// Reference names the interface.
func (*Moves) Reference() string { return "com.shop.Moves" }

// Watch opens a stream that is read.
func (m *Moves) Watch(ctx context.Context, item *Item) (*Item, error) {
	_, err := m.orders.CallServerStream(ctx, item, "WatchOrders") // want `com.shop.Moves/Watch of dubbos waits for orders shop.orders.v1.Orders/WatchOrders:`
	return item, err
}

// Chat opens a stream both ways.
func (m *Moves) Chat(ctx context.Context, item *Item) (*Item, error) {
	_, err := m.archive.CallBidiStream(ctx, "GetOrder") // want `com.shop.Moves/Chat of dubbos waits for archive shop.orders.v1.Orders/GetOrder:`
	return item, err
}

// Fill calls what a struct is named for.
func (m *Moves) Fill(ctx context.Context, item *Item) (*Item, error) {
	return m.carts.Add(ctx, item) // want `com.shop.Moves/Fill of dubbos waits for carts CartService/AddItem:`
}

// Raw calls without registry.
func (m *Moves) Raw(ctx context.Context, item *Item) (*Item, error) {
	resp := triple_protocol.NewResponse(item)
	err := m.triple.CallUnary(ctx, triple_protocol.NewRequest(item), "GetOrder", resp) // want `com.shop.Moves/Raw of dubbos waits for archive shop.orders.v1.Orders/GetOrder:`
	return item, err
}

func newMoves(cli *client.Client) *Moves {
	named, err := client.NewClient()
	if err != nil {
		log.Fatal(err)
	}
	orders, err := named.Dial("shop.orders.v1.Orders")
	if err != nil {
		log.Fatal(err)
	}
	archive, err := named.Dial("shop.orders.v1.Orders", client.WithURL("tri://archive:20000"))
	if err != nil {
		log.Fatal(err)
	}
	carts := &Carts{}
	if _, err := named.DialWithService("CartService", carts); err != nil {
		log.Fatal(err)
	}
	return &Moves{orders, archive, carts, triple_protocol.NewClient(http.DefaultClient, "http://archive:20000/shop.orders.v1.Orders")}
}
