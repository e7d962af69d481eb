// Subscribers that answer are endpoints; those that only listen are consumers.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/micro"
)

func call(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	nc, err := nats.Connect(nats.DefaultURL)
	if err != nil {
		log.Fatal(err)
	}
	nc.Subscribe("stock.reserve", reserve)
	nc.QueueSubscribe("stock.restock", "stock", func(m *nats.Msg) {
		call("http://users/users/restock") // want `stock.restock of natsanswers waits for users GET /users/\{id\}`
		nc.Publish(m.Reply, []byte("done"))
	})
	// Only listens, though it looks where an answer would go.
	nc.Subscribe("stock.changed", func(m *nats.Msg) {
		log.Print("for ", m.Reply)
		call("http://orders/orders/changed")
	})
	nc.Subscribe("stock.moved", func(m *nats.Msg) {
		call("http://orders/orders/moved")
		nc.Publish("stock.changed", m.Data)
	})
	go audit(nc)
	endpoints(nc)
	select {}
}

// reserve answers, and leaves something behind that nobody waits for.
func reserve(m *nats.Msg) {
	go call("http://users/users/left")
	if err := call("http://orders/orders/reserve"); err != nil { // want `stock.reserve of natsanswers waits for orders GET /orders/\{id\}`
		m.Respond([]byte(err.Error()))
		return
	}
	m.Respond(nil)
}

// audit takes its messages itself.
func audit(nc *nats.Conn) {
	sub, err := nc.SubscribeSync("stock.audit")
	if err != nil {
		return
	}
	call("http://payments/payments")
	for {
		m, err := sub.NextMsg(time.Minute)
		if err != nil {
			continue
		}
		go func() {
			call("http://orders/orders/audit") // want `stock.audit of natsanswers waits for orders GET /orders/\{id\}`
			m.Respond(nil)
		}()
		go call("http://users/users/audit")
	}
}

type counter struct{ url string }

func (c counter) Handle(r micro.Request) {
	call(c.url) // want `count of natsanswers waits for users GET /users/\{id\}`
	r.Respond(nil)
}

func endpoints(nc *nats.Conn) {
	svc, err := micro.AddService(nc, micro.Config{Name: "stock", Version: "1.0.0"})
	if err != nil {
		log.Fatal(err)
	}
	svc.AddEndpoint("count", counter{"http://users/users/count"})
	svc.AddEndpoint("sum", micro.HandlerFunc(func(r micro.Request) {
		call("http://orders/orders/sum") // want `sum of natsanswers waits for orders GET /orders/\{id\}`
		r.RespondJSON(3)
	}))
	group := svc.AddGroup("stock")
	group.AddEndpoint("list", micro.ContextHandler(context.Background(), func(ctx context.Context, r micro.Request) {
		call("http://users/users/list") // want `stock.list of natsanswers waits for users GET /users/\{id\}`
		r.Respond(nil)
	}))
	group.AddEndpoint("find", micro.HandlerFunc(func(r micro.Request) {
		if len(r.Data()) == 0 {
			r.Error("400", "what?", nil)
			return
		}
		call("http://orders/orders/find") // want `stock.search of natsanswers waits for orders GET /orders/\{id\}`
		r.Respond(nil)
	}), micro.WithEndpointSubject("search"))
}
