// A proto file without a package: its service has a bare name.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/shop/stockpb"
)

type server struct {
	stockpb.UnimplementedStockServer
	next stockpb.StockClient
}

func (s *server) Reserve(ctx context.Context, i *stockpb.Item) (*stockpb.Item, error) {
	if i.GetId() != "" {
		return s.next.Reserve(ctx, i) // want `Stock/Reserve of grpcnopackage waits for warehouse Stock/Reserve:`
	}
	_, err := http.Get("http://users/users/1") // want `Stock/Reserve of grpcnopackage waits for users GET /users/\{id\}:`
	return i, err
}

func main() {
	conn, err := grpc.NewClient(os.Getenv("WAREHOUSE_ADDR"), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	l, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer()
	stockpb.RegisterStockServer(s, &server{next: stockpb.NewStockClient(conn)})
	log.Fatal(s.Serve(l))
}
