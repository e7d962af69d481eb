package main

import (
	"log"
	"net/http"

	"github.com/cloudwego/kitex/client"
	"github.com/cloudwego/kitex/client/callopt"
	"github.com/cloudwego/kitex/client/genericclient"
	"github.com/cloudwego/kitex/pkg/generic"

	"libcases/kitexwired/gen/cart"
	"libcases/kitexwired/gen/cart/cartservice"
)

// A suite has the middleware that its options hold, which is not looked for.
type suite struct{}

// Options are its options.
func (suite) Options() []client.Option {
	http.Get("http://users/users/suite") // runs: never
	return nil
}

// generics calls methods by their names alone.
func generics() {
	any, err := genericclient.NewClient("cart", generic.BinaryThriftGeneric(), client.WithSuite(suite{}))
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("POST /any", func(w http.ResponseWriter, r *http.Request) {
		any.GenericCall(r.Context(), "CartService/AddItem", nil) // want `POST /any of kitexwired-client waits for carts CartService/AddItem:`
	})
	http.HandleFunc("POST /elsewhere", func(w http.ResponseWriter, r *http.Request) {
		any.GenericCall(r.Context(), "CartService/AddItem", nil, callopt.WithHostPort("payments:8888")) // want `POST /elsewhere of kitexwired-client waits for payments CartService/AddItem:`
	})
	http.HandleFunc("POST /unnamed", func(w http.ResponseWriter, r *http.Request) {
		any.GenericCall(r.Context(), "AddItem", nil, callopt.WithURL("http://payments:8888")) // want `POST /unnamed of kitexwired-client waits for payments AddItem:`
	})
	c, err := client.NewClient(cartservice.NewServiceInfo(), client.WithDestService("cart"))
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /stream", func(w http.ResponseWriter, r *http.Request) {
		streams, ok := c.(client.Streaming)
		if !ok {
			return
		}
		streams.Stream(r.Context(), "GetCart", &cart.Item{}, &cart.Item{}) // want `GET /stream of kitexwired-client waits for carts CartService/GetCart:`
	})
}
