// Servers over AMQP that are layers of their own: a broker behind an interface, handlers
// by name, workers that get the messages over a channel.
package main

import (
	"context"
	"log"
	"net/http"
	"sync"

	amqp "github.com/rabbitmq/amqp091-go"
)

func call(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// message is what the program makes of a delivery.
type message struct {
	id      string
	replyTo string
	body    []byte
}

// broker hides which one it is.
type broker interface {
	messages(queue string) (<-chan message, error)
	publish(ctx context.Context, queue string, m message) error
}

type rabbit struct{ ch *amqp.Channel }

func (b *rabbit) messages(queue string) (<-chan message, error) {
	deliveries, err := b.ch.Consume(queue, "", true, false, false, false, nil)
	if err != nil {
		return nil, err
	}
	out := make(chan message)
	go func() {
		defer close(out)
		for d := range deliveries {
			out <- message{d.CorrelationId, d.ReplyTo, d.Body}
		}
	}()
	return out, nil
}

func (b *rabbit) publish(ctx context.Context, queue string, m message) error {
	return b.ch.PublishWithContext(ctx, "", queue, false, false, amqp.Publishing{CorrelationId: m.id, ReplyTo: m.replyTo, Body: m.body})
}

// handler answers a message.
type handler func(ctx context.Context, m message) ([]byte, error)

type server struct {
	b        broker
	handlers map[string]handler
	wg       sync.WaitGroup
}

func (s *server) handle(queue string, h handler) { s.handlers[queue] = h }

func (s *server) run(ctx context.Context) {
	for queue, h := range s.handlers {
		msgs, err := s.b.messages(queue)
		if err != nil {
			log.Fatal(err)
		}
		s.wg.Add(1)
		go s.serve(ctx, msgs, h)
	}
	s.wg.Wait()
}

func (s *server) serve(ctx context.Context, msgs <-chan message, h handler) {
	defer s.wg.Done()
	for m := range msgs {
		body, err := h(ctx, m)
		if err != nil || m.replyTo == "" {
			continue
		}
		s.b.publish(ctx, m.replyTo, message{id: m.id, body: body})
	}
}

// listen only listens.
func listen(b broker, queue string) {
	msgs, err := b.messages(queue)
	if err != nil {
		log.Fatal(err)
	}
	for m := range msgs {
		call("http://payments/payments/" + m.id)
	}
}

// client waits for answers in a sync.Map of its own.
type client struct {
	b       broker
	pending sync.Map
}

func (c *client) receive() {
	msgs, err := c.b.messages("amqpservers.replies")
	if err != nil {
		log.Fatal(err)
	}
	for m := range msgs {
		if v, ok := c.pending.LoadAndDelete(m.id); ok {
			v.(*waiter).c <- m
		}
	}
}

type waiter struct{ c chan message }

func (c *client) call(ctx context.Context, queue, id string) (message, error) {
	w := &waiter{make(chan message, 1)}
	c.pending.Store(id, w)
	defer c.pending.Delete(id)
	if err := c.b.publish(ctx, queue, message{id: id, replyTo: "amqpservers.replies"}); err != nil { // want `GET /rpc of amqpservers waits for orders orders`
		return message{}, err
	}
	select {
	case m := <-w.c:
		return m, nil
	case <-ctx.Done():
		return message{}, ctx.Err()
	}
}

func (c *client) tell(ctx context.Context, queue, id string) error {
	return c.b.publish(ctx, queue, message{id: id})
}

func main() {
	conn, err := amqp.Dial("amqp://rabbit")
	if err != nil {
		log.Fatal(err)
	}
	ch, err := conn.Channel()
	if err != nil {
		log.Fatal(err)
	}
	b := &rabbit{ch}
	s := &server{b: b, handlers: make(map[string]handler)}
	s.handle("accounts", func(ctx context.Context, m message) ([]byte, error) {
		return nil, call("http://users/users/account") // want `accounts of amqpservers waits for users GET /users/\{id\}`
	})
	s.handle("carts", func(ctx context.Context, m message) ([]byte, error) {
		return nil, call("http://orders/orders/cart") // want `carts of amqpservers waits for orders GET /orders/\{id\}`
	})
	go s.run(context.Background())
	go listen(b, "payments.log")
	c := &client{b: b}
	go c.receive()
	http.HandleFunc("GET /rpc", func(w http.ResponseWriter, r *http.Request) {
		c.call(r.Context(), "orders", r.FormValue("id"))
	})
	http.HandleFunc("POST /tell", func(w http.ResponseWriter, r *http.Request) {
		c.tell(r.Context(), "audit", r.FormValue("id"))
	})
	http.ListenAndServe(":8080", nil)
}
