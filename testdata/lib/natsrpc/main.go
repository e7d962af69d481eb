// Request and reply over NATS waits, publishing does not; a subscriber's calls are
// those of a consumer.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/nats-io/nats.go"
)

func main() {
	nc, err := nats.Connect(nats.DefaultURL)
	if err != nil {
		log.Fatal(err)
	}
	defer nc.Drain()
	if _, err := nc.Subscribe("prices.changed", onPrice); err != nil {
		log.Fatal(err)
	}
	if _, err := nc.QueueSubscribe("stock.changed", "workers", func(m *nats.Msg) {
		http.Get("http://users/users/stock")
	}); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /request", func(w http.ResponseWriter, r *http.Request) {
		nc.Request("orders.find", []byte(r.FormValue("id")), time.Second) // want `GET /request of natsrpc waits for orders`
	})
	http.HandleFunc("GET /context", func(w http.ResponseWriter, r *http.Request) {
		find(r.Context(), nc)
	})
	http.HandleFunc("POST /publish", func(w http.ResponseWriter, r *http.Request) {
		nc.Publish("orders.find", []byte("{}"))
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func find(ctx context.Context, nc *nats.Conn) error {
	_, err := nc.RequestMsgWithContext(ctx, &nats.Msg{Subject: "orders.find"}) // want `GET /context of natsrpc waits for orders`
	return err
}

func onPrice(m *nats.Msg) {
	http.Get("http://orders/orders/price")
}
