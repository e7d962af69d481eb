package main

import (
	"context"
	"net/http"

	mqtt "github.com/eclipse/paho.mqtt.golang"
	redis8 "github.com/go-redis/redis/v8"
	amqp "github.com/rabbitmq/amqp091-go"
)

// bound has messages of an exchange go to the queue that it reads.
func bound(mux *http.ServeMux) error {
	conn, err := amqp.Dial("amqp://rabbit")
	if err != nil {
		return err
	}
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	if err := ch.QueueBind("bound", "sold", "shop", false, nil); err != nil {
		return err
	}
	sold, err := ch.Consume("bound", "", true, false, false, false, nil)
	if err != nil {
		return err
	}
	go func() {
		for m := range sold {
			http.Get(user + string(m.Body)) // runs: consumer bound
		}
	}()
	mux.HandleFunc("POST /bound", func(w http.ResponseWriter, r *http.Request) {
		ch.PublishWithContext(r.Context(), "shop", "sold", false, false, amqp.Publishing{})   // reaches: brokers
		ch.PublishWithContext(r.Context(), "shop", "unsold", false, false, amqp.Publishing{}) // sends: amqp:shop/unsold
		ch.PublishWithContext(r.Context(), "sold", "shop", false, false, amqp.Publishing{})   // reaches: nothing
	})
	return nil
}

// routes are handlers of what was subscribed to otherwise.
func routes(*http.ServeMux) error {
	c := mqtt.NewClient(mqtt.NewClientOptions().AddBroker("tcp://mqtt:1883"))
	c.AddRoute("shelves/+/empty", func(_ mqtt.Client, m mqtt.Message) {
		http.Get(order + string(m.Payload())) // runs: consumer shelves/+/empty
	})
	return nil
}

// received takes what a channel of redis gives, of whatever kind that is.
func received(*http.ServeMux) error {
	old := redis8.NewClient(&redis8.Options{Addr: "redis:6379"})
	ps := old.PSubscribe(context.Background(), "received.?")
	go func() {
		for {
			m, err := ps.Receive(context.Background())
			if err != nil {
				return
			}
			if m, ok := m.(*redis8.Message); ok {
				http.Get(user + m.Payload) // runs: consumer received.?
			}
		}
	}()
	return nil
}
