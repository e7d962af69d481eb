// The brokers of clouds: messages to queues, topics, streams and buses, and who takes them.
package main

import (
	"context"
	"log"
	"net/http"

	"cloud.google.com/go/pubsub"
	pubsub2 "cloud.google.com/go/pubsub/v2"
	"github.com/Azure/azure-sdk-for-go/sdk/messaging/azeventhubs/v2"
	"github.com/Azure/azure-sdk-for-go/sdk/messaging/azservicebus"
	portable "gocloud.dev/pubsub"
)

const (
	user  = "http://users/users/"
	order = "http://orders/orders/"
)

// bus holds what stands for a queue.
type bus struct {
	sender   *azservicebus.Sender
	receiver *azservicebus.Receiver
}

func newBus(c *azservicebus.Client, queue string) (*bus, error) {
	s, err := c.NewSender(queue, nil)
	if err != nil {
		return nil, err
	}
	r, err := c.NewReceiverForQueue(queue, nil)
	return &bus{s, r}, err
}

func (b *bus) send(w http.ResponseWriter, r *http.Request) {
	b.sender.SendMessage(r.Context(), &azservicebus.Message{Body: []byte(r.FormValue("order"))}, nil) // sends: servicebus:azure-orders
	batch, err := b.sender.NewMessageBatch(r.Context(), nil)
	if err == nil {
		b.sender.SendMessageBatch(r.Context(), batch, nil) // sends: servicebus:azure-orders
	}
}

func (b *bus) take(ctx context.Context) {
	for {
		ms, err := b.receiver.ReceiveMessages(ctx, 1, nil)
		if err != nil {
			return
		}
		for _, m := range ms {
			if _, err := http.Get(user + m.MessageID); err != nil { // runs: consumer azure-orders
				b.receiver.DeadLetterMessage(ctx, m, nil)
				continue
			}
			b.receiver.CompleteMessage(ctx, m, nil)
		}
	}
}

// ask sends a message and waits for the answer in a session of its own.
func ask(ctx context.Context, c *azservicebus.Client, s *azservicebus.Sender) error {
	reply := "clouds-replies"
	if err := s.SendMessage(ctx, &azservicebus.Message{ReplyTo: &reply}, nil); err != nil { // want `POST /ask of clouds waits for orders orders.lookup`
		return err
	}
	session, err := c.AcceptSessionForQueue(ctx, reply, "one", nil)
	if err != nil {
		return err
	}
	_, err = session.ReceiveMessages(ctx, 1, nil)
	return err
}

func subscription(ctx context.Context, c *azservicebus.Client) error {
	r, err := c.NewReceiverForSubscription("azure-prices", "clouds", nil)
	if err != nil {
		return err
	}
	for {
		if _, err := r.ReceiveMessages(ctx, 10, nil); err != nil {
			return err
		}
		http.Get(user + "prices") // runs: consumer azure-prices
	}
}

func hubs(ctx context.Context, dsn string) error {
	c, err := azeventhubs.NewConsumerClientFromConnectionString(dsn, "clicks-hub", "$Default", nil)
	if err != nil {
		return err
	}
	p, err := azeventhubs.NewProcessor(c, nil, nil)
	if err != nil {
		return err
	}
	go func() {
		for {
			part := p.NextPartitionClient(ctx)
			if part == nil {
				return
			}
			go partition(ctx, part)
		}
	}()
	return p.Run(ctx)
}

func partition(ctx context.Context, p *azeventhubs.ProcessorPartitionClient) {
	defer p.Close(ctx)
	for {
		events, err := p.ReceiveEvents(ctx, 100, nil)
		if err != nil {
			return
		}
		for _, e := range events {
			http.Get(user + string(e.Body)) // runs: consumer clicks-hub
		}
	}
}

func click(p *azeventhubs.ProducerClient) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		batch, err := p.NewEventDataBatch(r.Context(), nil)
		if err != nil {
			return
		}
		batch.AddEventData(&azeventhubs.EventData{Body: []byte("x")}, nil)
		p.SendEventDataBatch(r.Context(), batch, nil) // sends: eventhubs:clicks-hub
	}
}

// google publishes to topics, and receives by subscriptions of other names.
func google(ctx context.Context, mux *http.ServeMux) error {
	c, err := pubsub.NewClient(ctx, "shop")
	if err != nil {
		return err
	}
	topic := c.Topic("google-orders")
	mux.HandleFunc("POST /google", func(w http.ResponseWriter, r *http.Request) {
		res := topic.Publish(r.Context(), &pubsub.Message{Data: []byte("x")}) // sends: pubsub:google-orders
		if _, err := res.Get(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	go c.Subscription("clouds-orders").Receive(ctx, func(ctx context.Context, m *pubsub.Message) {
		http.Get(order + string(m.Data)) // runs: consumer clouds-orders
		m.Ack()
	})
	made, err := c.CreateSubscription(ctx, "clouds-made", pubsub.SubscriptionConfig{Topic: topic})
	if err != nil {
		return err
	}
	go made.Receive(ctx, func(ctx context.Context, m *pubsub.Message) {
		http.Get(order + string(m.Data)) // runs: consumer clouds-made
	})
	c2, err := pubsub2.NewClient(ctx, "shop")
	if err != nil {
		return err
	}
	publisher := c2.Publisher("google-prices")
	mux.HandleFunc("POST /google2", func(w http.ResponseWriter, r *http.Request) {
		publisher.Publish(r.Context(), &pubsub2.Message{}) // sends: pubsub:google-prices
	})
	go c2.Subscriber("clouds-prices").Receive(ctx, func(ctx context.Context, m *pubsub2.Message) {
		http.Get(order + string(m.Data)) // runs: consumer clouds-prices
		m.Ack()
	})
	return nil
}

func portably(ctx context.Context, mux *http.ServeMux) error {
	topic, err := portable.OpenTopic(ctx, "rabbit://portable")
	if err != nil {
		return err
	}
	mux.HandleFunc("POST /portable", func(w http.ResponseWriter, r *http.Request) {
		topic.Send(r.Context(), &portable.Message{Body: []byte("x")}) // sends: gocloud:rabbit://portable
		http.Get(user + r.FormValue("user"))                          // want `POST /portable of clouds waits for users GET /users/\{id\}`
	})
	sub, err := portable.OpenSubscription(ctx, "rabbit://mine")
	if err != nil {
		return err
	}
	go func() {
		for {
			m, err := sub.Receive(ctx)
			if err != nil {
				return
			}
			http.Get(user + string(m.Body)) // runs: consumer rabbit://mine
			m.Ack()
		}
	}()
	return nil
}

func azure(ctx context.Context, mux *http.ServeMux, dsn string) error {
	c, err := azservicebus.NewClientFromConnectionString(dsn, nil)
	if err != nil {
		return err
	}
	b, err := newBus(c, "azure-orders")
	if err != nil {
		return err
	}
	lookups, err := c.NewSender("orders.lookup", nil)
	if err != nil {
		return err
	}
	p, err := azeventhubs.NewProducerClientFromConnectionString(dsn, "clicks-hub", nil)
	if err != nil {
		return err
	}
	go b.take(ctx)
	go subscription(ctx, c)
	go hubs(ctx, dsn)
	mux.HandleFunc("POST /azure", b.send)
	mux.HandleFunc("POST /ask", func(w http.ResponseWriter, r *http.Request) { ask(r.Context(), c, lookups) })
	mux.HandleFunc("POST /clicks", click(p))
	return nil
}

func main() {
	ctx, mux := context.Background(), http.NewServeMux()
	if err := azure(ctx, mux, "Endpoint=sb://shop/"); err != nil {
		log.Fatal(err)
	}
	for _, start := range []func(context.Context, *http.ServeMux) error{google, portably, amazon, oldAmazon} {
		if err := start(ctx, mux); err != nil {
			log.Fatal(err)
		}
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}
