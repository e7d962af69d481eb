// Servers of Thrift: one service alone, two on one connection, and one behind HTTP.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/apache/thrift/lib/go/thrift"

	"libcases/thrifts/gen/base"
	"libcases/thrifts/gen/ordering"
)

type orders struct{ users string }

func (o *orders) GetOrder(ctx context.Context, id string) (*ordering.Order, error) {
	_, err := http.Get(o.users + "/users/" + id) // want `Ordering/getOrder of thrifts-server waits for users GET /users/\{id\}:`
	return &ordering.Order{ID: id}, err
}

// Touch answers nobody, but takes its time all the same.
func (o *orders) Touch(ctx context.Context, id string) error {
	_, err := http.Post("http://payments/payments", "", nil) // want `Ordering/touch of thrifts-server waits for payments POST /payments:`
	return err
}

// prices is a service that extends another one.
type prices struct{ named }

func (p *prices) FindPrice(ctx context.Context, id string) (int64, error) {
	_, err := http.Get("http://orders/orders/" + id) // want `Prices/find_price of thrifts-server \(like 1 other endpoint\) waits for orders GET /orders/\{id\}:`
	return 1, err
}

type named struct{ url string }

func (n named) GetName(ctx context.Context) (string, error) {
	_, err := http.Get(n.url) // want `Base/getName of thrifts-server \(like 2 other endpoints\) waits for archive GET /orders/\{id\}:`
	return "", err
}

// spare implements the service, but nobody serves it.
type spare struct{}

func (spare) GetOrder(ctx context.Context, id string) (*ordering.Order, error) {
	_, err := http.Get("http://archive/orders/" + id)
	return nil, err
}

func (spare) Touch(context.Context, string) error { return nil }

func alone() (thrift.TServer, error) {
	socket, err := thrift.NewTServerSocket(":9090")
	if err != nil {
		return nil, err
	}
	processor := ordering.NewOrderingProcessor(&orders{"http://users"})
	transports := thrift.NewTFramedTransportFactoryConf(thrift.NewTTransportFactory(), nil)
	return thrift.NewTSimpleServer4(processor, socket, transports, thrift.NewTBinaryProtocolFactoryConf(nil)), nil
}

func several() (thrift.TServer, error) {
	socket, err := thrift.NewTServerSocket(":9091")
	if err != nil {
		return nil, err
	}
	n := named{"http://archive/orders/1"}
	all := thrift.NewTMultiplexedProcessor()
	all.RegisterProcessor("Names", base.NewBaseProcessor(n))
	all.RegisterProcessor("Prices", ordering.NewPricingProcessor(&prices{n}))
	return thrift.NewTSimpleServer2(all, socket), nil
}

func main() {
	_ = ordering.NewOrderingProcessor(spare{})
	for _, listen := range []func() (thrift.TServer, error){alone, several} {
		s, err := listen()
		if err != nil {
			log.Fatal(err)
		}
		go s.Serve()
	}
	f := thrift.NewTJSONProtocolFactory()
	http.HandleFunc("POST /rpc", thrift.NewThriftHandlerFunc(ordering.NewPricingProcessor(&prices{named{"http://archive/orders/1"}}), f, f))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
