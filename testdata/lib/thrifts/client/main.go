// Clients of Thrift: over a socket, over HTTP, and two on one connection.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/apache/thrift/lib/go/thrift"

	"libcases/thrifts/gen/base"
	"libcases/thrifts/gen/ordering"
)

type server struct {
	orders  *ordering.OrderingClient
	archive ordering.Ordering
	prices  *ordering.PricingClient
	rated   *ordering.PricingClient
	names   *base.BaseClient
}

func (s *server) order(w http.ResponseWriter, r *http.Request) {
	s.orders.GetOrder(r.Context(), r.PathValue("id")) // want `GET /orders/\{id\} of thrifts-client waits for thrifts-server Ordering/getOrder:` system: `GET /orders/\{id\} of thrifts-client waits for a chain of 2 hops, thrifts-client → thrifts-server → users:`
	s.orders.Touch(r.Context(), r.PathValue("id"))    // nobody waits for that
}

func (s *server) archived(w http.ResponseWriter, r *http.Request) {
	s.archive.GetOrder(r.Context(), r.PathValue("id")) // want `GET /archived/\{id\} of thrifts-client waits for archive Ordering/getOrder:`
}

func (s *server) price(w http.ResponseWriter, r *http.Request) {
	price, err := s.prices.FindPrice(r.Context(), r.PathValue("id")) // want `GET /prices/\{id\} of thrifts-client waits for thrifts-server Pricing/find_price:`
	if err != nil || price == 0 {
		return
	}
	s.prices.GetName(r.Context()) // want `GET /prices/\{id\} of thrifts-client waits for thrifts-server Base/getName:` system: `GET /prices/\{id\} of thrifts-client waits for a chain of 2 hops, thrifts-client → thrifts-server → archive`
}

func (s *server) shared(w http.ResponseWriter, r *http.Request) {
	s.rated.FindPrice(r.Context(), "1") // want `GET /shared of thrifts-client waits for archive Prices/find_price:`
	s.names.GetName(r.Context())        // want `GET /shared of thrifts-client waits for archive Names/getName:`
}

// connect opens a socket, as the documentation has it.
func connect(addr string) (thrift.TClient, error) {
	conf := &thrift.TConfiguration{}
	socket := thrift.NewTSocketConf(addr, conf)
	transport, err := thrift.NewTFramedTransportFactoryConf(thrift.NewTTransportFactory(), conf).GetTransport(socket)
	if err != nil {
		return nil, err
	}
	protocols := thrift.NewTBinaryProtocolFactoryConf(conf)
	client := thrift.NewTStandardClient(protocols.GetProtocol(transport), protocols.GetProtocol(transport))
	return client, transport.Open()
}

func logged(next thrift.TClient) thrift.TClient {
	return thrift.WrappedTClient{Wrapped: func(ctx context.Context, method string, args, result thrift.TStruct) (thrift.ResponseMeta, error) {
		log.Print(method)
		return next.Call(ctx, method, args, result)
	}}
}

func main() {
	orders, err := connect(os.Getenv("ORDERING_ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	archive, err := connect("archive:9090")
	if err != nil {
		log.Fatal(err)
	}
	web, err := thrift.NewTHttpClient("http://thriftweb/rpc")
	if err != nil {
		log.Fatal(err)
	}
	socket := thrift.NewTSSLSocketConf("archive:9091", nil)
	protocol := thrift.NewTCompactProtocolConf(socket, nil)
	named, rated := thrift.NewTMultiplexedProtocol(protocol, "Names"), thrift.NewTMultiplexedProtocol(protocol, "Prices")
	s := &server{
		orders:  ordering.NewOrderingClient(orders),
		archive: ordering.NewOrderingClient(thrift.WrapClient(archive, logged)),
		prices:  ordering.NewPricingClientFactory(web, thrift.NewTJSONProtocolFactory()),
		rated:   ordering.NewPricingClient(thrift.NewTStandardClient(rated, rated)),
		names:   base.NewBaseClientProtocol(socket, named, named),
	}
	http.HandleFunc("GET /orders/{id}", s.order)
	http.HandleFunc("GET /archived/{id}", s.archived)
	http.HandleFunc("GET /prices/{id}", s.price)
	http.HandleFunc("GET /shared", s.shared)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
