// Requests and replies over AMQP: who waits for the message on the queue that it named
// waits for the service that owns the other queue.
package main

import (
	"context"
	"log"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"

	amqp "github.com/rabbitmq/amqp091-go"
)

func main() {
	conn, err := amqp.Dial("amqp://rabbit")
	if err != nil {
		log.Fatal(err)
	}
	c, err := newClient(conn)
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /own-queue", func(w http.ResponseWriter, r *http.Request) {
		ownQueue(r.Context(), conn)
	})
	http.HandleFunc("GET /shared", func(w http.ResponseWriter, r *http.Request) {
		c.call(r.Context(), "orders", nil)
	})
	http.HandleFunc("GET /direct", func(w http.ResponseWriter, r *http.Request) {
		direct(r.Context(), conn)
	})
	http.HandleFunc("POST /event", func(w http.ResponseWriter, r *http.Request) {
		c.ch.PublishWithContext(r.Context(), "", "orders", false, false, amqp.Publishing{Body: []byte("{}")})
	})
	// Whoever reads the replies later, this request does not.
	http.HandleFunc("POST /unread", func(w http.ResponseWriter, r *http.Request) {
		c.ch.PublishWithContext(r.Context(), "", "orders", false, false, amqp.Publishing{ReplyTo: c.queue})
	})
	http.HandleFunc("GET /events", func(w http.ResponseWriter, r *http.Request) {
		events(r.Context(), conn)
	})
	http.ListenAndServe(":8080", nil)
}

// ownQueue declares a queue for its reply, and waits for that itself.
func ownQueue(ctx context.Context, conn *amqp.Connection) error {
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	defer ch.Close()
	q, err := ch.QueueDeclare("", false, false, true, false, nil)
	if err != nil {
		return err
	}
	msgs, err := ch.Consume(q.Name, "", true, false, false, false, nil)
	if err != nil {
		return err
	}
	const id = "1"
	err = ch.PublishWithContext(ctx, "", "orders", false, false, amqp.Publishing{ // want `GET /own-queue of amqpasks waits for orders orders`
		CorrelationId: id,
		ReplyTo:       q.Name,
	})
	if err != nil {
		return err
	}
	for d := range msgs {
		if d.CorrelationId == id {
			return nil
		}
	}
	return nil
}

// direct uses the pseudo-queue that every channel has.
func direct(ctx context.Context, conn *amqp.Connection) error {
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	msgs, err := ch.Consume("amq.rabbitmq.reply-to", "", true, false, false, false, nil)
	if err != nil {
		return err
	}
	p := amqp.Publishing{ContentType: "text/plain"}
	p.ReplyTo = "amq.rabbitmq.reply-to"
	if err := ch.PublishWithContext(ctx, "", "orders", false, false, p); err != nil { // want `GET /direct of amqpasks waits for orders orders`
		return err
	}
	select {
	case <-msgs:
	case <-ctx.Done():
	}
	return nil
}

// events sends one message and listens to others.
func events(ctx context.Context, conn *amqp.Connection) error {
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	msgs, err := ch.Consume("events", "", true, false, false, false, nil)
	if err != nil {
		return err
	}
	ch.PublishWithContext(ctx, "", "orders", false, false, amqp.Publishing{ReplyTo: "elsewhere"})
	<-msgs
	return nil
}

// client has one queue for all replies and tells them apart by their ids.
type client struct {
	ch      *amqp.Channel
	queue   string
	next    atomic.Int64
	mu      sync.Mutex
	pending map[string]chan amqp.Delivery
}

func newClient(conn *amqp.Connection) (*client, error) {
	ch, err := conn.Channel()
	if err != nil {
		return nil, err
	}
	q, err := ch.QueueDeclare("", false, false, true, false, nil)
	if err != nil {
		return nil, err
	}
	msgs, err := ch.Consume(q.Name, "", true, false, false, false, nil)
	if err != nil {
		return nil, err
	}
	c := &client{ch: ch, queue: q.Name, pending: make(map[string]chan amqp.Delivery)}
	go c.dispatch(msgs)
	return c, nil
}

func (c *client) dispatch(msgs <-chan amqp.Delivery) {
	for d := range msgs {
		c.mu.Lock()
		reply, ok := c.pending[d.CorrelationId]
		delete(c.pending, d.CorrelationId)
		c.mu.Unlock()
		if ok {
			reply <- d
		}
	}
}

func (c *client) call(ctx context.Context, queue string, body []byte) ([]byte, error) {
	id := strconv.FormatInt(c.next.Add(1), 10)
	reply := make(chan amqp.Delivery, 1)
	c.mu.Lock()
	c.pending[id] = reply
	c.mu.Unlock()
	err := c.ch.PublishWithContext(ctx, "", queue, false, false, amqp.Publishing{ // want `GET /shared of amqpasks waits for orders orders`
		CorrelationId: id,
		ReplyTo:       c.queue,
		Body:          body,
	})
	if err != nil {
		return nil, err
	}
	select {
	case d := <-reply:
		return d.Body, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
