// A service of rpcx: the methods of an object are served by its name, and those of other
// services are called by a client for each.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/smallnest/rpcx/client"
	"github.com/smallnest/rpcx/server"
)

// Args name an order.
type Args struct{ Order string }

// Reply is an answer.
type Reply struct{ Cents int }

// Prices is served.
type Prices struct {
	orders string
	carts  client.XClient
}

// Get is an endpoint.
func (p *Prices) Get(ctx context.Context, args *Args, reply *Reply) error {
	if err := p.carts.Call(ctx, "GetCart", args, reply); err != nil { // want `Prices/Get of rpcxwired waits for carts CartService/GetCart:`
		return err
	}
	_, err := http.Get(p.orders + "/orders/" + args.Order) // want `Prices/Get of rpcxwired waits for orders GET /orders/\{id\}:`
	return err
}

// Add is an endpoint that does not wait for what it starts.
func (p *Prices) Add(ctx context.Context, args *Args, reply *Reply) error {
	_, err := p.carts.Go(ctx, "AddItem", args, reply, nil)
	return err
}

// Later is an endpoint that does.
func (p *Prices) Later(ctx context.Context, args *Args, reply *Reply) error {
	call, err := p.carts.Go(ctx, "AddItem", args, reply, nil) // want `Prices/Later of rpcxwired waits for carts CartService/AddItem:`
	if err != nil {
		return err
	}
	<-call.Done
	return nil
}

// Told is an endpoint that tells what nobody answers.
func (p *Prices) Told(ctx context.Context, args *Args, reply *Reply) error {
	return p.carts.Oneshot(ctx, "AddItem", args)
}

// sum is served as a function, by the name that it is registered under.
func sum(ctx context.Context, args *Args, reply *Reply) error {
	d, err := client.NewMultipleServersDiscovery([]*client.KVPair{{Key: "tcp@carts:8972"}, {Key: "tcp@carts:8973"}})
	if err != nil {
		return err
	}
	x := client.NewXClient("CartService", client.Failtry, client.RandomSelect, d, client.DefaultOption)
	return x.Fork(ctx, "GetCart", args, reply) // want `Sums/total of rpcxwired waits for carts CartService/GetCart:`
}

// raw is served by a handler of its own.
func raw(*server.Context) error {
	c := client.NewClient(client.DefaultOption)
	if err := c.Connect("tcp", "carts:8972"); err != nil {
		return err
	}
	return c.Call(context.Background(), "CartService", "GetCart", &Args{}, &Reply{}) // want `Sums/raw of rpcxwired waits for carts CartService/GetCart:`
}

// one is served by a client of all services, and by one that is waited for.
func one(ctx context.Context, args *Args, reply *Reply) error {
	d, err := client.NewPeer2PeerDiscovery("tcp@carts:8972", "")
	if err != nil {
		return err
	}
	all := client.NewOneClient(client.Failtry, client.RandomSelect, d, client.DefaultOption)
	if err := all.Call(ctx, "CartService", "AddItem", args, reply); err != nil { // want `Sums/one of rpcxwired waits for carts CartService/AddItem:`
		return err
	}
	c := client.NewClient(client.DefaultOption)
	if err := c.Connect("tcp", "carts:8972"); err != nil {
		return err
	}
	c.Go(ctx, "CartService", "AddItem", args, reply, nil)
	<-c.Go(ctx, "CartService", "GetCart", args, reply, nil).Done // want `Sums/one of rpcxwired waits for carts CartService/GetCart:`
	return nil
}

// mean is served by its own name.
func mean(ctx context.Context, args *Args, reply *Reply) error {
	_, err := http.Get("http://orders/orders/mean") // want `Sums/mean of rpcxwired waits for orders GET /orders/\{id\}:`
	return err
}

// Warm has not the shape of an endpoint.
func (p *Prices) Warm(ctx context.Context, args *Args) error {
	_, err := http.Get("http://users/users/1")
	return err
}

func main() {
	d, err := client.NewPeer2PeerDiscovery("tcp@carts:8972", "")
	if err != nil {
		log.Fatal(err)
	}
	carts := client.NewXClient("CartService", client.Failtry, client.RandomSelect, d, client.DefaultOption)
	defer carts.Close()
	s := server.NewServer()
	if err := s.Register(&Prices{"http://orders", carts}, ""); err != nil {
		log.Fatal(err)
	}
	if err := s.RegisterName("", &Prices{"http://orders", carts}, ""); err != nil {
		log.Fatal(err)
	}
	if err := s.RegisterFunction("Sums", mean, ""); err != nil {
		log.Fatal(err)
	}
	if err := s.RegisterFunctionName("Sums", "total", sum, ""); err != nil {
		log.Fatal(err)
	}
	if err := s.RegisterFunction("Sums", one, ""); err != nil {
		log.Fatal(err)
	}
	s.AddHandler("Sums", "raw", raw)
	log.Fatal(s.Serve("tcp", ":8972"))
}
