// A client of a server that takes whatever methods it has no service for.
package main

import (
	"context"
	"log"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/emptypb"

	"libcases/shop/stockpb"
)

type clients struct {
	stock stockpb.StockClient
	conn  *grpc.ClientConn
}

func (c *clients) reserve(w http.ResponseWriter, r *http.Request) {
	c.stock.Reserve(r.Context(), &stockpb.Item{}) // want `POST /reserve of grpcproxies-client waits for grpcproxies-proxy Stock/Reserve:` system: `POST /reserve of grpcproxies-client waits for a chain of 2 hops, grpcproxies-client → grpcproxies-proxy → users:`
}

func (c *clients) price(w http.ResponseWriter, r *http.Request) {
	c.invoke(r.Context(), "/shop.prices.v1.Prices/Get")
}

func (c *clients) invoke(ctx context.Context, method string) {
	c.conn.Invoke(ctx, method, &emptypb.Empty{}, &emptypb.Empty{}) // want program: `GET /price of grpcproxies-client waits for grpcproxies-proxy shop.prices.v1.Prices/Get:` system: `GET /price of grpcproxies-client waits for grpcproxies-proxy \*/\*:` `GET /price of grpcproxies-client waits for a chain of 2 hops, grpcproxies-client → grpcproxies-proxy → archive`
}

func main() {
	conn, err := grpc.NewClient("grpcproxy:9090", grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	c := &clients{stockpb.NewStockClient(conn), conn}
	http.HandleFunc("POST /reserve", c.reserve)
	http.HandleFunc("GET /price", c.price)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
