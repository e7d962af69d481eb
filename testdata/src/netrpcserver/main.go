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

// secret cannot be named by clients.
type secret struct{ ID string }

// Hidden is none: its argument is of a type that others cannot name.
func (Discounts) Hidden(s secret, reply *int) error {
	_, err := http.Get("http://users/users/" + s.ID)
	return err
}

// Value is none: there is nowhere to put the answer.
func (Discounts) Value(args Args, reply int) error {
	_, err := http.Get("http://users/users/" + args.Order)
	return err
}

func (Discounts) get(args Args, reply *int) error {
	_, err := http.Get("http://users/users/" + args.Order)
	return err
}

// Stock is served by a server of its own, as the value of an interface. What it embeds
// is served too.
type Stock struct {
	warehouse
	tax string
}

type reserver interface{ Reserve(Args, *string) error }

// Reserve is an endpoint.
func (s *Stock) Reserve(args Args, reply *string) error {
	_, err := http.Post(s.tax+"/payments", "application/json", nil) // want `Stock/Reserve of netrpcserver waits for payments POST /payments`
	return err
}

type warehouse struct{ url string }

// Locate is an endpoint of what embeds it.
func (w warehouse) Locate(args Args, reply *map[string]int) error {
	_, err := http.Get(w.url + "/orders/" + args.Order) // want `Stock/Locate of netrpcserver waits for orders GET /orders/\{id\}`
	return err
}

// Forgotten is registered nowhere.
type Forgotten struct{}

// Get has the shape of an endpoint.
func (Forgotten) Get(args Args, reply *int) error {
	_, err := http.Get("http://users/users/" + args.Order)
	return err
}

func serve(receivers ...any) *rpc.Server {
	s := rpc.NewServer()
	for _, r := range receivers {
		if err := s.Register(r); err != nil {
			log.Fatal(err)
		}
	}
	return s
}

func main() {
	_ = Forgotten{}.Get
	_ = Discounts{}.get
	var stock reserver = &Stock{warehouse{"http://orders"}, "http://payments"}
	inner := serve(stock)
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
	go inner.Accept(l)
	rpc.Accept(l)
}
