// Brokers that are run by the shop itself: who sends a message does not wait for those
// who take it, and acknowledging one is no call.
package main

import (
	"context"
	"log"
	"net/http"

	mqtt "github.com/eclipse/paho.mqtt.golang"
	redis8 "github.com/go-redis/redis/v8"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nats.go/micro"
	"github.com/nsqio/go-nsq"
	amqp "github.com/rabbitmq/amqp091-go"
	"github.com/redis/go-redis/v9"
	rabbit "github.com/streadway/amqp"
)

const (
	user  = "http://users/users/"
	order = "http://orders/orders/"
)

// rabbits sends by the default exchange, which leads to the queue of the key's name, and
// waits for the broker to confirm.
func rabbits(mux *http.ServeMux) error {
	conn, err := amqp.DialConfig("amqp://rabbit", amqp.Config{Vhost: "/"})
	if err != nil {
		return err
	}
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	if err := ch.Confirm(false); err != nil {
		return err
	}
	mux.HandleFunc("POST /rabbit", func(w http.ResponseWriter, r *http.Request) {
		c, err := ch.PublishWithDeferredConfirmWithContext(r.Context(), "", "burrows", false, false, amqp.Publishing{}) // sends: amqp:burrows
		if err != nil {
			return
		}
		c.Wait()
		http.Get(user + r.FormValue("user")) // want `POST /rabbit of brokers waits for users GET /users/\{id\}`
	})
	return nil
}

// oldRabbits do the same with the library of old.
func oldRabbits(mux *http.ServeMux) error {
	conn, err := rabbit.Dial("amqp://rabbit")
	if err != nil {
		return err
	}
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	q, err := ch.QueueDeclare("warren", true, false, false, false, nil)
	if err != nil {
		return err
	}
	if err := ch.QueueBind(q.Name, "placed", "shop", false, nil); err != nil {
		return err
	}
	msgs, err := ch.Consume(q.Name, "", false, false, false, false, nil)
	if err != nil {
		return err
	}
	go func() {
		for m := range msgs {
			if _, err := http.Get(order + string(m.Body)); err != nil { // runs: consumer warren
				m.Nack(false, true)
				continue
			}
			m.Ack(false)
		}
	}()
	mux.HandleFunc("POST /old-rabbit", func(w http.ResponseWriter, r *http.Request) {
		ch.Publish("shop", "placed", false, false, rabbit.Publishing{Body: []byte("x")}) // sends: amqp:shop/placed
	})
	mux.HandleFunc("POST /ask", func(w http.ResponseWriter, r *http.Request) { ask(ch) })
	return nil
}

// ask waits for the answer in a queue of its own.
func ask(ch *rabbit.Channel) error {
	q, err := ch.QueueDeclare("", false, true, true, false, nil)
	if err != nil {
		return err
	}
	err = ch.Publish("", "orders", false, false, rabbit.Publishing{ReplyTo: q.Name}) // want `POST /ask of brokers waits for orders orders`
	if err != nil {
		return err
	}
	for {
		if m, ok, err := ch.Get(q.Name, true); ok || err != nil {
			log.Print(m.Body)
			return err
		}
	}
}

// priced handles messages of NSQ.
type priced struct{ next nsq.Handler }

func (p priced) HandleMessage(m *nsq.Message) error {
	http.Get(user + string(m.Body)) // runs: consumer nsq-prices
	return p.next.HandleMessage(m)
}

func nsqs(mux *http.ServeMux) error {
	p, err := nsq.NewProducer("nsqd:4150", nsq.NewConfig())
	if err != nil {
		return err
	}
	mux.HandleFunc("POST /nsq", func(w http.ResponseWriter, r *http.Request) {
		p.PublishAsync("nsq-prices", []byte("x"), nil) // sends: nsq:nsq-prices
	})
	c, err := nsq.NewConsumer("nsq-prices", "brokers", nsq.NewConfig())
	if err != nil {
		return err
	}
	c.AddHandler(priced{nsq.HandlerFunc(func(m *nsq.Message) error {
		_, err := http.Get(order + "priced") // runs: consumer nsq-prices
		return err
	})})
	return c.ConnectToNSQD("nsqd:4150")
}

// subjects are those of a stream, and of a service of endpoints.
func subjects(mux *http.ServeMux) error {
	nc, err := nats.Connect("nats://nats")
	if err != nil {
		return err
	}
	js, err := jetstream.New(nc)
	if err != nil {
		return err
	}
	mux.HandleFunc("POST /stream", func(w http.ResponseWriter, r *http.Request) {
		js.Publish(r.Context(), "shop.streamed", nil)                // sends: nats:shop.streamed
		js.PublishMsgAsync(&nats.Msg{Subject: "shop.streamed.late"}) // sends: nats:shop.streamed.late
		nc.Flush()
	})
	cons, err := js.CreateOrUpdateConsumer(context.Background(), "SHOP", jetstream.ConsumerConfig{FilterSubjects: []string{"shop.streamed"}})
	if err != nil {
		return err
	}
	_, err = cons.Consume(func(m jetstream.Msg) {
		http.Get(order + string(m.Data())) // runs: consumer shop.streamed
		m.Ack()
	})
	if err != nil {
		return err
	}
	s, err := micro.AddService(nc, micro.Config{Name: "brokers", Version: "1.0.0"})
	if err != nil {
		return err
	}
	return s.AddGroup("brokers").AddEndpoint("find", micro.HandlerFunc(func(r micro.Request) {
		http.Get(user + string(r.Data())) // want `brokers.find of brokers waits for users GET /users/\{id\}`
		r.Respond(nil)
	}))
}

func things(mux *http.ServeMux) error {
	c := mqtt.NewClient(mqtt.NewClientOptions().AddBroker("tcp://mqtt:1883"))
	if t := c.Connect(); t.Wait() && t.Error() != nil {
		return t.Error()
	}
	c.Subscribe("things/+/state", 1, func(c mqtt.Client, m mqtt.Message) {
		http.Get(user + string(m.Payload()))           // runs: consumer things/+/state
		c.Publish("things/seen", 0, false, "x").Wait() // sends: mqtt:things/seen
	})
	c.SubscribeMultiple(map[string]byte{"doors": 1, "lamps": 0}, func(_ mqtt.Client, m mqtt.Message) {
		http.Get(order + string(m.Payload())) // runs: consumer doors, consumer lamps
	})
	mux.HandleFunc("POST /things", func(w http.ResponseWriter, r *http.Request) {
		if t := c.Publish("lamps", 1, false, "on"); t.Wait() { // sends: mqtt:lamps
			w.WriteHeader(http.StatusAccepted)
		}
	})
	return nil
}

func redises(mux *http.ServeMux) error {
	old := redis8.NewClient(&redis8.Options{Addr: "redis:6379"})
	rdb := redis.NewUniversalClient(&redis.UniversalOptions{Addrs: []string{"redis:6379"}})
	mux.HandleFunc("POST /redis", func(w http.ResponseWriter, r *http.Request) {
		old.Publish(r.Context(), "rumours", "x")                                                   // sends: redis:rumours
		rdb.XAdd(r.Context(), &redis.XAddArgs{Stream: "redis-stream", Values: []string{"a", "b"}}) // sends: redis:redis-stream
		rdb.LPush(r.Context(), "redis-queue", "x")                                                 // sends: redis:redis-queue
		rdb.Set(r.Context(), "rumours", "x", 0)                                                    // sends: nothing
	})
	mux.HandleFunc("POST /together", func(w http.ResponseWriter, r *http.Request) {
		old.TxPipelined(r.Context(), func(p redis8.Pipeliner) error {
			p.Publish(r.Context(), "rumours", "y")           // sends: redis:rumours
			_, err := http.Get(order + r.FormValue("order")) // want `POST /together of brokers waits for orders GET /orders/\{id\}`
			return err
		})
	})
	go hear(old)
	return nil
}

func hear(c *redis8.Client) {
	for m := range c.Subscribe(context.Background(), "rumours").Channel() {
		http.Get(user + m.Payload) // runs: consumer rumours
	}
}

func main() {
	mux := http.NewServeMux()
	for _, start := range []func(*http.ServeMux) error{rabbits, oldRabbits, nsqs, subjects, things, redises, asking, streams, queued, services, bound, routes, received} {
		if err := start(mux); err != nil {
			log.Fatal(err)
		}
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}
