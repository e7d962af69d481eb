// A service of gorilla/rpc: methods of an object are served by its name, all at one path.
package main

import (
	"log"
	"net/http"

	"github.com/gorilla/rpc/v2"
	"github.com/gorilla/rpc/v2/json2"
)

// Args name an order.
type Args struct{ Order string }

// Reply is an answer.
type Reply struct{ Cents int }

// Prices is served.
type Prices struct{ orders string }

// Get is an endpoint.
func (p *Prices) Get(r *http.Request, args *Args, reply *Reply) error {
	_, err := http.Get(p.orders + "/orders/" + args.Order) // want `Costs/Get of gorillarpcs \(like 1 other endpoint\) waits for orders GET /orders/\{id\}:`
	return err
}

// Warm has not the shape of an endpoint.
func (p *Prices) Warm(args *Args, reply *Reply) error {
	_, err := http.Get("http://users/users/1")
	return err
}

func main() {
	s := rpc.NewServer()
	s.RegisterCodec(json2.NewCodec(), "application/json")
	if err := s.RegisterService(&Prices{"http://orders"}, ""); err != nil {
		log.Fatal(err)
	}
	if err := s.RegisterService(&Prices{"http://orders"}, "Costs"); err != nil {
		log.Fatal(err)
	}
	http.Handle("/rpc", s)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
