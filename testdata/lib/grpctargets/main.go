// Targets of connections in the forms that resolvers take. Two deployments of one
// service are told apart by them.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/shop/orderspb"
)

func client(target string) orderspb.OrdersClient {
	conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	return orderspb.NewOrdersClient(conn)
}

func main() {
	dns := client("dns:///orders.shop.svc.cluster.local:9090")
	unix := client("unix:///run/orders.sock")
	archive := client("discovery:///archive")
	consul := client(fmt.Sprintf("consul://%s/archive?healthy=true", os.Getenv("CONSUL")))
	etcd := client("etcd:///services/archive")
	pass := client("passthrough:///archive:9090")
	http.HandleFunc("GET /dns", get(dns))
	http.HandleFunc("GET /unix", func(w http.ResponseWriter, r *http.Request) {
		unix.PlaceOrder(r.Context(), &orderspb.Order{}) // want `GET /unix of grpctargets waits for orders shop.orders.v1.Orders/PlaceOrder`
	})
	http.HandleFunc("GET /discovery", func(w http.ResponseWriter, r *http.Request) {
		archive.GetOrder(r.Context(), &orderspb.GetOrderRequest{}) // want `GET /discovery of grpctargets waits for archive shop.orders.v1.Orders/GetOrder`
	})
	http.HandleFunc("GET /consul", func(w http.ResponseWriter, r *http.Request) {
		consul.GetOrder(r.Context(), &orderspb.GetOrderRequest{}) // want `GET /consul of grpctargets waits for archive shop.orders.v1.Orders/GetOrder`
	})
	http.HandleFunc("GET /etcd", func(w http.ResponseWriter, r *http.Request) {
		etcd.GetOrder(r.Context(), &orderspb.GetOrderRequest{}) // want `GET /etcd of grpctargets waits for archive shop.orders.v1.Orders/GetOrder`
	})
	http.HandleFunc("GET /passthrough", func(w http.ResponseWriter, r *http.Request) {
		pass.GetOrder(r.Context(), &orderspb.GetOrderRequest{}) // want `GET /passthrough of grpctargets waits for archive shop.orders.v1.Orders/GetOrder`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func get(c orderspb.OrdersClient) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		order(r.Context(), c)
	}
}

func order(ctx context.Context, c orderspb.OrdersClient) {
	c.GetOrder(ctx, &orderspb.GetOrderRequest{Id: "1"}) // want `GET /dns of grpctargets waits for orders shop.orders.v1.Orders/GetOrder`
}
