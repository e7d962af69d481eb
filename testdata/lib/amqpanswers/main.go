// Workers that answer the messages of a queue serve it; others consume it.
package main

import (
	"context"
	"log"
	"net/http"

	amqp "github.com/rabbitmq/amqp091-go"
)

func main() {
	conn, err := amqp.Dial("amqp://rabbit")
	if err != nil {
		log.Fatal(err)
	}
	ch, err := conn.Channel()
	if err != nil {
		log.Fatal(err)
	}
	go listen(ch)
	go prices(ch)
	quotes(context.Background(), ch)
}

func quotes(ctx context.Context, ch *amqp.Channel) {
	http.Get("http://users/users/warm-up")
	q, err := ch.QueueDeclare("quotes", false, false, false, false, nil)
	if err != nil {
		log.Fatal(err)
	}
	msgs, err := ch.Consume(q.Name, "", false, false, false, false, nil)
	if err != nil {
		log.Fatal(err)
	}
	for d := range msgs {
		http.Get("http://orders/orders/quote") // want `quotes of amqpanswers waits for orders GET /orders/\{id\}`
		ch.PublishWithContext(ctx, "", d.ReplyTo, false, false, amqp.Publishing{CorrelationId: d.CorrelationId})
		d.Ack(false)
	}
}

// listen answers nothing.
func listen(ch *amqp.Channel) {
	msgs, err := ch.Consume("events", "", true, false, false, false, nil)
	if err != nil {
		log.Fatal(err)
	}
	for d := range msgs {
		http.Get("http://users/users/" + d.CorrelationId)
		ch.Publish("", "audit", false, false, amqp.Publishing{})
	}
}

// prices hands each message to a function that answers.
func prices(ch *amqp.Channel) {
	msgs, err := ch.Consume("prices", "", true, false, false, false, nil)
	if err != nil {
		log.Fatal(err)
	}
	for {
		select {
		case d, ok := <-msgs:
			if !ok {
				return
			}
			go price(ch, d)
		}
	}
}

func price(ch *amqp.Channel, d amqp.Delivery) {
	for _, id := range []string{d.AppId, d.UserId} {
		http.Get("http://users/users/" + id) // want `prices of amqpanswers waits for users GET /users/\{id\}`
	}
	if d.ReplyTo == "" {
		return
	}
	ch.Publish("", d.ReplyTo, false, false, amqp.Publishing{CorrelationId: d.CorrelationId})
}
