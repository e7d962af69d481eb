// A server of net/rpc: the exported methods of the right shape are endpoints.
package main

import (
	"log"
	"net"
	"net/http"
	"net/rpc"
)

// Prices is served.
type Prices struct{ orders string }

// Args names an order.
type Args struct{ Order string }

// Get is an endpoint.
func (p *Prices) Get(args Args, reply *int) error {
	_, err := http.Get(p.orders + "/orders/" + args.Order) // want `Prices/Get of netrpcserver waits for orders GET /orders/\{id\}`
	return err
}

// Warm is none: it has not the shape of one.
func (p *Prices) Warm() error {
	_, err := http.Get("http://users/users/1")
	return err
}

// Discounts is served under another name.
type Discounts struct{}

// Get is an endpoint.
func (Discounts) Get(args *Args, reply *int) error {
	_, err := http.Get("http://users/users/" + args.Order) // want `Rebates/Get of netrpcserver waits for users GET /users/\{id\}`
	return err
}

func main() {
	if err := rpc.Register(&Prices{orders: "http://orders"}); err != nil {
		log.Fatal(err)
	}
	if err := rpc.RegisterName("Rebates", Discounts{}); err != nil {
		log.Fatal(err)
	}
	l, err := net.Listen("tcp", ":1234")
	if err != nil {
		log.Fatal(err)
	}
	rpc.Accept(l)
}
