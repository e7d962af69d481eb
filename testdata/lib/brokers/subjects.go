package main

import (
	"context"
	"net/http"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nats.go/micro"
)

// asking waits for answers, in each of the ways.
func asking(mux *http.ServeMux) error {
	nc, err := nats.Connect("nats://nats")
	if err != nil {
		return err
	}
	mux.HandleFunc("GET /asked", func(w http.ResponseWriter, r *http.Request) {
		nc.RequestWithContext(r.Context(), "orders.find", nil)                               // want `GET /asked of brokers waits for orders orders.find`
		nc.RequestMsg(&nats.Msg{Subject: "orders.find", Header: nats.Header{}}, 1)           // want `GET /asked of brokers waits for orders orders.find`
		nc.RequestMsgWithContext(r.Context(), &nats.Msg{Subject: "orders.find", Reply: "x"}) // want `GET /asked of brokers waits for orders orders.find`
	})
	return nil
}

// streams are published to by every method, and read by consumers of a stream.
func streams(mux *http.ServeMux) error {
	nc, err := nats.Connect("nats://nats")
	if err != nil {
		return err
	}
	js, err := jetstream.New(nc)
	if err != nil {
		return err
	}
	mux.HandleFunc("POST /streams", func(w http.ResponseWriter, r *http.Request) {
		js.PublishAsync("streams.a", nil)                           // sends: nats:streams.a
		js.PublishMsg(r.Context(), &nats.Msg{Subject: "streams.b"}) // sends: nats:streams.b
		http.Get(user + r.FormValue("user"))                        // want `POST /streams of brokers waits for users GET /users/\{id\}`
	})
	ctx := context.Background()
	stream, err := js.Stream(ctx, "STREAMS")
	if err != nil {
		return err
	}
	one, err := stream.CreateConsumer(ctx, jetstream.ConsumerConfig{FilterSubject: "streams.a"})
	if err != nil {
		return err
	}
	two, err := stream.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{FilterSubjects: []string{"streams.b", "streams.c"}})
	if err != nil {
		return err
	}
	three, err := js.OrderedConsumer(ctx, "STREAMS", jetstream.OrderedConsumerConfig{FilterSubjects: []string{"streams.d"}})
	if err != nil {
		return err
	}
	_, err = three.Consume(func(m jetstream.Msg) {
		http.Get(order + m.Subject()) // runs: consumer streams.d
	})
	if err != nil {
		return err
	}
	go next(one)
	go batches(two)
	known, err := js.Consumer(ctx, "STREAMS", "known")
	if err != nil {
		return err
	}
	_, err = known.Consume(func(m jetstream.Msg) {
		http.Get(user + m.Subject()) // runs: consumer {}
	})
	return err
}

func next(c jetstream.Consumer) {
	for {
		m, err := c.Next()
		if err != nil {
			return
		}
		http.Get(order + string(m.Data())) // runs: consumer streams.a
		m.Ack()
	}
}

func batches(c jetstream.Consumer) {
	for {
		b, err := c.Fetch(10)
		if err != nil {
			return
		}
		for m := range b.Messages() {
			http.Get(order + string(m.Data())) // runs: consumer streams.b, consumer streams.c
			m.Ack()
		}
	}
}

// queued takes messages out of a channel that it gives.
func queued(*http.ServeMux) error {
	nc, err := nats.Connect("nats://nats")
	if err != nil {
		return err
	}
	msgs := make(chan *nats.Msg, 64)
	if _, err := nc.ChanQueueSubscribe("brokers.queued", "workers", msgs); err != nil {
		return err
	}
	go func() {
		for m := range msgs {
			http.Get(user + string(m.Data)) // runs: consumer brokers.queued
		}
	}()
	return nil
}

// logged is a handler around another one.
func logged(next micro.Handler) micro.Handler {
	return micro.HandlerFunc(func(r micro.Request) {
		http.Get(user + "log") // want `brokers.echo of brokers waits for users GET /users/\{id\}`
		next.Handle(r)
	})
}

// services have an endpoint of their own.
func services(*http.ServeMux) error {
	nc, err := nats.Connect("nats://nats")
	if err != nil {
		return err
	}
	_, err = micro.AddService(nc, micro.Config{
		Name:    "echo",
		Version: "1.0.0",
		Endpoint: &micro.EndpointConfig{
			Subject: "brokers.echo",
			Handler: logged(micro.HandlerFunc(func(r micro.Request) {
				http.Get(order + string(r.Data())) // want `brokers.echo of brokers waits for orders GET /orders/\{id\}`
				r.Respond(nil)
			})),
		},
	})
	return err
}
