// A server of Thrift that a factory gives its processor, with a service that needs no
// name beside one that does, and clients over a buffer and over HTTP.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/apache/thrift/lib/go/thrift"

	"libcases/thrifts/gen/base"
	"libcases/thrifts/gen/ordering"
)

// store asks others for what it does not know itself.
type store struct {
	archive *ordering.OrderingClient
	prices  *ordering.PricingClient
	listed  *ordering.PricingClient
}

func (s *store) GetOrder(ctx context.Context, id string) (*ordering.Order, error) {
	return s.archive.GetOrder(ctx, id) // want `Ordering/getOrder of thrifts-store waits for archive Ordering/getOrder:`
}

func (s *store) Touch(ctx context.Context, id string) error {
	if _, err := s.listed.FindPrice(ctx, id); err != nil { // want `Ordering/touch of thrifts-store waits for payments Pricing/find_price:`
		return err
	}
	_, err := s.prices.FindPrice(ctx, id) // want `Ordering/touch of thrifts-store waits for archive Pricing/find_price:`
	return err
}

type named struct{}

func (named) GetName(ctx context.Context) (string, error) {
	_, err := http.Get("http://users/users/1") // want `Names/getName of thrifts-store waits for users GET /users/\{id\}:`
	return "", err
}

// spare is what nobody serves.
type spare struct{}

func (spare) GetName(ctx context.Context) (string, error) {
	_, err := http.Get("http://users/users/2")
	return "", err
}

// buffered has a buffer between the socket and its client.
func buffered(addr string) *ordering.OrderingClient {
	transport := thrift.NewTBufferedTransport(thrift.NewTSocketConf(addr, nil), 8192)
	return ordering.NewOrderingClientFactory(transport, thrift.NewTBinaryProtocolFactoryConf(nil))
}

// made has a factory make its transport, whatever kind of factory that is.
func made(f thrift.TTransportFactory) *ordering.PricingClient {
	transport, err := f.GetTransport(nil)
	if err != nil {
		log.Fatal(err)
	}
	return ordering.NewPricingClientFactory(transport, thrift.NewTJSONProtocolFactory())
}

// over asks over HTTP.
func over(f *thrift.THttpClientTransportFactory) *ordering.PricingClient {
	transport, err := f.GetTransport(nil)
	if err != nil {
		log.Fatal(err)
	}
	return ordering.NewPricingClientFactory(transport, thrift.NewTJSONProtocolFactory())
}

func main() {
	socket, err := thrift.NewTServerSocket(":9090")
	if err != nil {
		log.Fatal(err)
	}
	s := &store{
		archive: buffered("archive:9090"),
		prices:  over(thrift.NewTHttpClientTransportFactory("http://archive/prices")),
		listed:  made(thrift.NewTHttpClientTransportFactoryWithOptions("http://payments/rpc", thrift.THttpClientOptions{})),
	}
	_ = base.NewBaseProcessor(spare{})
	all := thrift.NewTMultiplexedProcessor()
	all.RegisterDefault(ordering.NewOrderingProcessor(s))
	all.RegisterProcessor("Names", base.NewBaseProcessor(named{}))
	log.Fatal(thrift.NewTSimpleServerFactory2(thrift.NewTProcessorFactory(all), socket).Serve())
}
