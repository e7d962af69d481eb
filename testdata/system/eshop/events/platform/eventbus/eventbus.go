// Package eventbus publishes integration events and hands them to subscribers.
package eventbus

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"sync"

	amqp "github.com/rabbitmq/amqp091-go"
)

const exchange = "eshop"

// A Bus is one service's connection with the broker.
type Bus struct {
	service string
	conn    *amqp.Connection
	mu      sync.Mutex // guards out
	out     *amqp.Channel
}

// Dial connects a service with the broker at url.
func Dial(url, service string) (*Bus, error) {
	conn, err := amqp.Dial(url)
	if err != nil {
		return nil, fmt.Errorf("broker: %v", err)
	}
	out, err := conn.Channel()
	if err != nil {
		return nil, fmt.Errorf("broker: %v", err)
	}
	if err := out.ExchangeDeclare(exchange, amqp.ExchangeDirect, true, false, false, false, nil); err != nil {
		return nil, fmt.Errorf("exchange %s: %v", exchange, err)
	}
	return &Bus{service: service, conn: conn, out: out}, nil
}

// Close ends the connection.
func (b *Bus) Close() error { return b.conn.Close() }

// Watch returns a context that is done as soon as the connection is lost.
func (b *Bus) Watch(ctx context.Context) context.Context {
	ctx, cancel := context.WithCancel(ctx)
	lost := b.conn.NotifyClose(make(chan *amqp.Error, 1))
	go func() {
		if err := <-lost; err != nil {
			slog.ErrorContext(ctx, "broker lost", "err", err)
		}
		cancel()
	}()
	return ctx
}

// Publish tells whoever it concerns that an event has happened.
func (b *Bus) Publish(ctx context.Context, event string, body any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return fmt.Errorf("%s: %v", event, err)
	}
	msg := amqp.Publishing{ContentType: "application/json", DeliveryMode: amqp.Persistent, Body: data}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.out.PublishWithContext(ctx, exchange, event, false, false, msg)
}

// On has the events of one name handled from now on. Each service has a queue
// for each event, so that all who subscribe get it once.
func On[T any](ctx context.Context, b *Bus, event string, handle func(context.Context, T) error) error {
	ch, err := b.conn.Channel()
	if err != nil {
		return fmt.Errorf("subscribe to %s: %v", event, err)
	}
	queue := b.service + "." + event
	if _, err := ch.QueueDeclare(queue, true, false, false, false, nil); err != nil {
		return fmt.Errorf("queue %s: %v", queue, err)
	}
	if err := ch.QueueBind(queue, event, exchange, false, nil); err != nil {
		return fmt.Errorf("queue %s: %v", queue, err)
	}
	deliveries, err := ch.ConsumeWithContext(ctx, queue, "", false, false, false, false, nil)
	if err != nil {
		return fmt.Errorf("queue %s: %v", queue, err)
	}
	go func() {
		for d := range deliveries {
			settle(ctx, d, deliver(ctx, d, handle))
		}
	}()
	return nil
}

func deliver[T any](ctx context.Context, d amqp.Delivery, handle func(context.Context, T) error) error {
	var body T
	if err := json.Unmarshal(d.Body, &body); err != nil {
		return err
	}
	return handle(ctx, body)
}

// settle tells the broker how a delivery went; what failed is tried once more.
func settle(ctx context.Context, d amqp.Delivery, failure error) {
	err := failure
	if failure == nil {
		err = d.Ack(false)
	} else if nack := d.Nack(false, !d.Redelivered); nack != nil {
		err = nack
	}
	if err != nil {
		slog.ErrorContext(ctx, "event not handled", "event", d.RoutingKey, "err", err)
	}
}
