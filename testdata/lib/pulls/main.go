// Messages that a program takes from its broker itself: what follows from one is done by
// a consumer, wherever it was taken. The same function behind an endpoint is a hop.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"log"
	"net/http"
	"time"

	"github.com/IBM/sarama"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	amqp "github.com/rabbitmq/amqp091-go"
	"github.com/redis/go-redis/v9"
	"github.com/segmentio/kafka-go"
	"github.com/twmb/franz-go/pkg/kgo"
)

type event struct{ Order string }

func handle(e event) error {
	_, err := http.Get("http://orders/orders/" + e.Order) /* runs: consumer prices, request */ // want `POST /replay of pulls waits for orders GET /orders/\{id\}`
	return err
}

// source hides the broker.
type source interface {
	next(ctx context.Context) (event, error)
}

type topic struct{ reader *kafka.Reader }

// next skips what it cannot read.
func (t *topic) next(ctx context.Context) (event, error) {
	for {
		m, err := t.reader.ReadMessage(ctx)
		if err != nil {
			return event{}, err
		}
		var e event
		if json.Unmarshal(m.Value, &e) == nil {
			return e, nil
		}
	}
}

// follow knows nothing of the broker.
func follow(ctx context.Context, s source) {
	for {
		e, err := s.next(ctx)
		if errors.Is(err, context.Canceled) {
			break
		}
		if err := handle(e); err != nil {
			log.Print(err)
		}
	}
	http.Get("http://users/users/stopped") // runs: background
}

// fan hands messages to workers over a channel.
func fan(ctx context.Context, r *kafka.Reader) error {
	http.Get("http://users/users/starting") // runs: background
	jobs := make(chan kafka.Message)
	failed := make(chan error)
	ticks := make(chan time.Time)
	for range 4 {
		go func() {
			for m := range jobs {
				_, err := http.Get("http://users/users/" + string(m.Key)) // runs: consumer clicks
				failed <- err
			}
		}()
	}
	go func() {
		for err := range failed {
			http.Get("http://users/users/failed") // runs: background
			log.Print(err)
		}
	}()
	go func() {
		for range ticks {
			http.Get("http://users/users/tick") // runs: background
		}
	}()
	for {
		m, err := r.FetchMessage(ctx)
		if err != nil {
			return err
		}
		jobs <- m
		ticks <- time.Now()
		if err := r.CommitMessages(ctx, m); err != nil {
			return err
		}
	}
}

// mixed does something else between messages.
func mixed(deliveries <-chan amqp.Delivery, stop <-chan struct{}) {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			http.Get("http://users/users/minute") // runs: poll background
		case d := <-deliveries:
			http.Get("http://users/users/" + string(d.Body)) // runs: consumer bills
		case <-stop:
			http.Get("http://users/users/stop") // runs: background
			return
		}
	}
}

// reconnect subscribes again when the channel is closed.
func reconnect(conn *amqp.Connection) {
	for {
		ch, err := conn.Channel()
		if err != nil {
			continue
		}
		lost, err := ch.Consume("lost", "", true, false, false, false, nil)
		if err != nil {
			continue
		}
		for d := range lost {
			http.Get("http://users/users/" + d.MessageId) // runs: consumer lost
		}
		http.Get("http://users/users/reconnected") // runs: poll background
	}
}

func drain(ch *amqp.Channel) error {
	for {
		d, ok, err := ch.Get("refunds", true)
		if err != nil || !ok {
			return err
		}
		http.Get("http://users/users/" + d.MessageId) // runs: consumer refunds
	}
}

func partition(c sarama.Consumer) error {
	pc, err := c.ConsumePartition("views", 0, sarama.OffsetNewest)
	if err != nil {
		return err
	}
	defer pc.Close()
	for m := range pc.Messages() {
		http.Get("http://users/users/" + string(m.Key)) // runs: consumer views
	}
	return nil
}

func fetches(ctx context.Context) error {
	cl, err := kgo.NewClient(kgo.SeedBrokers("kafka:9092"), kgo.ConsumerGroup("pulls"), kgo.ConsumeTopics("carts", "wishes"))
	if err != nil {
		return err
	}
	for {
		fs := cl.PollFetches(ctx)
		if errs := fs.Errors(); len(errs) > 0 {
			return errs[0].Err
		}
		fs.EachRecord(func(r *kgo.Record) {
			http.Get("http://users/users/" + string(r.Key)) // runs: consumer carts, consumer wishes
		})
	}
}

func queue(ctx context.Context, c *sqs.Client, url string) error {
	for {
		out, err := c.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{QueueUrl: aws.String(url), WaitTimeSeconds: 20})
		if err != nil {
			return err
		}
		for _, m := range out.Messages {
			http.Get("http://users/users/" + aws.ToString(m.Body)) // runs: consumer https://sqs.eu.example/returns
		}
	}
}

func streams(ctx context.Context, rdb *redis.Client) {
	go func() {
		for {
			res, err := rdb.XReadGroup(ctx, &redis.XReadGroupArgs{Group: "g", Consumer: "c", Streams: []string{"stock", ">"}}).Result()
			if err != nil {
				continue
			}
			for _, s := range res {
				for _, m := range s.Messages {
					http.Get("http://users/users/" + m.ID) // runs: consumer stock
				}
			}
		}
	}()
	go func() {
		for {
			v, err := rdb.BLPop(ctx, 0, "mails").Result()
			if err == nil {
				http.Get("http://users/users/" + v[1]) // runs: consumer mails
			}
		}
	}()
	sub := rdb.Subscribe(ctx, "news")
	for m := range sub.Channel() {
		http.Get("http://users/users/" + m.Payload) // runs: consumer news
	}
}

func subjects(ctx context.Context, nc *nats.Conn) error {
	sub, err := nc.SubscribeSync("seen")
	if err != nil {
		return err
	}
	go func() {
		for {
			m, err := sub.NextMsg(time.Second)
			if err != nil {
				continue
			}
			http.Get("http://users/users/" + string(m.Data)) // runs: consumer seen
		}
	}()
	own := make(chan *nats.Msg, 64)
	if _, err := nc.ChanSubscribe("heard", own); err != nil {
		return err
	}
	go func() {
		for m := range own {
			http.Get("http://users/users/" + string(m.Data)) // runs: consumer heard
		}
	}()
	js, err := jetstream.New(nc)
	if err != nil {
		return err
	}
	cons, err := js.CreateOrUpdateConsumer(ctx, "SHOP", jetstream.ConsumerConfig{Durable: "pulls", FilterSubject: "shop.paid"})
	if err != nil {
		return err
	}
	if _, err := cons.Consume(func(m jetstream.Msg) {
		http.Get("http://users/users/" + string(m.Data())) // runs: consumer shop.paid
	}); err != nil {
		return err
	}
	it, err := cons.Messages()
	if err != nil {
		return err
	}
	for {
		m, err := it.Next()
		if err != nil {
			return err
		}
		http.Get("http://users/users/next" + string(m.Data())) // runs: consumer shop.paid
	}
}

// stream turns messages into events.
func stream(ctx context.Context, r *kafka.Reader) <-chan *event {
	out := make(chan *event)
	go func() {
		defer close(out)
		for {
			m, err := r.ReadMessage(ctx)
			if err != nil {
				return
			}
			e := new(event)
			if err := json.Unmarshal(m.Value, e); err == nil {
				out <- e
			}
		}
	}()
	return out
}

func followStream(ctx context.Context, r *kafka.Reader) {
	done := make(chan bool)
	for e := range stream(ctx, r) {
		http.Get("http://users/users/" + e.Order) // runs: consumer streamed
		close(done)
	}
	<-done
	http.Get("http://users/users/ended") // runs: background
}

// all iterates over messages.
func all(ctx context.Context, r *kafka.Reader) iter.Seq2[kafka.Message, error] {
	return func(yield func(kafka.Message, error) bool) {
		for {
			m, err := r.ReadMessage(ctx)
			if !yield(m, err) {
				return
			}
		}
	}
}

func followAll(ctx context.Context, r *kafka.Reader) {
	for m, err := range all(ctx, r) {
		if err != nil {
			break
		}
		http.Get("http://users/users/" + string(m.Key)) // runs: consumer iterated
	}
	http.Get("http://users/users/broken") // runs: background
}

// callback calls back for each message.
func callback(ctx context.Context, r *kafka.Reader, each func(context.Context, kafka.Message) error) error {
	for {
		m, err := r.FetchMessage(ctx)
		if err != nil {
			return err
		}
		if err := each(ctx, m); err != nil {
			http.Get("http://users/users/alarm") // runs: consumer called
			continue
		}
	}
}

// every drains a queue from time to time.
func every(ctx context.Context, c *sqs.Client) {
	for range time.Tick(time.Minute) {
		http.Get("http://users/users/tock") // runs: poll background
		out, err := c.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{QueueUrl: aws.String("ticked")})
		if err != nil {
			continue
		}
		for _, m := range out.Messages {
			http.Get("http://users/users/" + *m.MessageId) // runs: consumer ticked
		}
	}
}

// restore builds what the service knows from all messages that there are.
func restore(ctx context.Context, r *kafka.Reader) map[string]string {
	known := map[string]string{}
	for {
		m, err := r.ReadMessage(ctx)
		if err != nil || r.Lag() == 0 {
			return known
		}
		known[string(m.Key)] = string(m.Value)
		http.Get("http://users/users/known") // runs: consumer log
	}
}

// one takes a single message.
func one(sub *nats.Subscription) {
	http.Get("http://users/users/before") // runs: poll background
	m, err := sub.NextMsg(time.Second)
	if err != nil {
		return
	}
	http.Get("http://users/users/" + string(m.Data)) // runs: consumer one
}

func byOne(nc *nats.Conn) {
	sub, err := nc.QueueSubscribeSync("one", "pulls")
	if err != nil {
		return
	}
	for {
		one(sub)
	}
}

// ask waits for the reply to a message: what follows is done for the request.
func ask(nc *nats.Conn, replies *nats.Subscription) error {
	if err := nc.PublishRequest("seen.find", "replies", nil); err != nil {
		return err
	}
	for {
		m, err := replies.NextMsg(time.Second)
		if err != nil {
			return err
		}
		if m.Header.Get("Id") == "1" {
			_, err := http.Get("http://orders/orders/" + string(m.Data)) /* runs: request */ // want `GET /asked of pulls waits for orders GET /orders/\{id\}`
			return err
		}
	}
}

func main() {
	ctx := context.Background()
	known := restore(ctx, kafka.NewReader(kafka.ReaderConfig{Topic: "log"}))
	http.Get("http://users/users/" + known["owner"]) // runs: startup
	go follow(ctx, &topic{kafka.NewReader(kafka.ReaderConfig{Brokers: []string{"kafka:9092"}, Topic: "prices"})})
	go fan(ctx, kafka.NewReader(kafka.ReaderConfig{GroupID: "pulls", GroupTopics: []string{"clicks"}}))
	conn, err := amqp.Dial("amqp://rabbit")
	if err != nil {
		log.Fatal(err)
	}
	ch, err := conn.Channel()
	if err != nil {
		log.Fatal(err)
	}
	bills, err := ch.Consume("bills", "", true, false, false, false, nil)
	if err != nil {
		log.Fatal(err)
	}
	go mixed(bills, make(chan struct{}))
	go reconnect(conn)
	go drain(ch)
	c, err := sarama.NewConsumer([]string{"kafka:9092"}, nil)
	if err != nil {
		log.Fatal(err)
	}
	go partition(c)
	go fetches(ctx)
	go queue(ctx, sqs.New(sqs.Options{}), "https://sqs.eu.example/returns")
	go streams(ctx, redis.NewClient(&redis.Options{Addr: "redis:6379"}))
	nc, err := nats.Connect("nats://nats")
	if err != nil {
		log.Fatal(err)
	}
	go subjects(ctx, nc)
	go byOne(nc)
	go followStream(ctx, kafka.NewReader(kafka.ReaderConfig{Topic: "streamed"}))
	go followAll(ctx, kafka.NewReader(kafka.ReaderConfig{Topic: "iterated"}))
	go callback(ctx, kafka.NewReader(kafka.ReaderConfig{Topic: "called"}), func(ctx context.Context, m kafka.Message) error {
		_, err := http.Get("http://users/users/" + string(m.Key)) // runs: consumer called
		return err
	})
	go every(ctx, sqs.New(sqs.Options{}))
	replies, err := nc.SubscribeSync("replies")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /asked", func(w http.ResponseWriter, r *http.Request) { ask(nc, replies) })
	http.HandleFunc("POST /replay", func(w http.ResponseWriter, r *http.Request) {
		if err := handle(event{r.FormValue("order")}); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
