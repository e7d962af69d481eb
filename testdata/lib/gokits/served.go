package main

import (
	"context"
	"net/http"

	amqptransport "github.com/go-kit/kit/transport/amqp"
	amqp "github.com/rabbitmq/amqp091-go"
)

// sold is the endpoint of messages that nobody waits for.
func sold(ctx context.Context, request interface{}) (interface{}, error) {
	return http.Get("http://archive/orders/1") // runs: consumer {}
}

func decodeDelivery(context.Context, *amqp.Delivery) (interface{}, error) { return nil, nil }

// serveMessages hands the messages of a queue to a subscriber.
func serveMessages(ch *amqp.Channel) {
	sales := amqptransport.NewSubscriber(sold, decodeDelivery, amqptransport.EncodeNopResponse,
		amqptransport.SubscriberResponsePublisher(amqptransport.NopResponsePublisher))
	go deliver(ch, "gokits.sales", sales.ServeDelivery(ch))
}

func deliver(ch *amqp.Channel, queue string, handle func(*amqp.Delivery)) {
	deliveries, err := ch.Consume(queue, "", true, false, false, false, nil)
	if err != nil {
		return
	}
	for d := range deliveries {
		handle(&d)
	}
}
