// Calls over a connection without a stub: the name of the method says it all.
package main

import (
	"context"
	"log"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/emptypb"

	"libcases/shop/orderspb"
)

const prefix = "/shop.orders.v1."

func fullMethod(service, method string) string { return prefix + service + "/" + method }

type caller struct {
	cc      grpc.ClientConnInterface
	service string
}

func (c caller) call(ctx context.Context, method string, in, out any) error {
	return c.cc.Invoke(ctx, fullMethod(c.service, method), in, out)
}

func main() {
	conn, err := grpc.NewClient("orders:9090", grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	c := caller{conn, "Orders"}
	http.HandleFunc("GET /constant", func(w http.ResponseWriter, r *http.Request) {
		conn.Invoke(r.Context(), orderspb.Orders_GetOrder_FullMethodName, &emptypb.Empty{}, &orderspb.Order{}) // want `GET /constant of grpcinvoke waits for orders shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("POST /built", func(w http.ResponseWriter, r *http.Request) {
		c.call(r.Context(), "PlaceOrder", &orderspb.Order{}, &orderspb.Order{}) // want `POST /built of grpcinvoke waits for orders shop.orders.v1.Orders/PlaceOrder:`
	})
	http.HandleFunc("GET /again", func(w http.ResponseWriter, r *http.Request) {
		c.call(r.Context(), "GetOrder", &orderspb.GetOrderRequest{}, &orderspb.Order{}) // want `GET /again of grpcinvoke waits for orders shop.orders.v1.Orders/GetOrder:`
	})
	http.HandleFunc("GET /stream", func(w http.ResponseWriter, r *http.Request) {
		s, err := conn.NewStream(r.Context(), &grpc.StreamDesc{ServerStreams: true}, "/shop.orders.v1.Orders/WatchOrders") // want `GET /stream of grpcinvoke waits for orders shop.orders.v1.Orders/WatchOrders:`
		if err != nil {
			return
		}
		for {
			if err := s.RecvMsg(&orderspb.Order{}); err != nil {
				return
			}
		}
	})
	http.HandleFunc("GET /name", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(fullMethod("Orders", "GetOrder")))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
