// The clients of Kafka: who sends does not wait for those who receive, whatever method or
// channel it sends by; who receives calls others as a consumer.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/IBM/sarama"
	old "github.com/Shopify/sarama"
	confluentold "github.com/confluentinc/confluent-kafka-go/kafka"
	confluent "github.com/confluentinc/confluent-kafka-go/v2/kafka"
	"github.com/segmentio/kafka-go"
	"github.com/twmb/franz-go/pkg/kgo"
)

const user = "http://users/users/"

// saramas send by a method, and by a channel.
type saramas struct {
	sync  sarama.SyncProducer
	async sarama.AsyncProducer
	old   old.AsyncProducer
}

func newSaramas(brokers []string) (*saramas, error) {
	cfg := sarama.NewConfig()
	sync, err := sarama.NewSyncProducer(brokers, cfg)
	if err != nil {
		return nil, err
	}
	async, err := sarama.NewAsyncProducer(brokers, cfg)
	if err != nil {
		return nil, err
	}
	o, err := old.NewAsyncProducer(brokers, nil)
	return &saramas{sync, async, o}, err
}

// watch looks at what became of messages.
func (s *saramas) watch() {
	for {
		select {
		case <-s.async.Successes():
		case err := <-s.async.Errors():
			log.Print(err)
		}
	}
}

func (s *saramas) placed(w http.ResponseWriter, r *http.Request) {
	_, _, err := s.sync.SendMessage(&sarama.ProducerMessage{Topic: "placed"}) // sends: kafka:placed
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	msg := &sarama.ProducerMessage{Topic: "priced"}
	s.async.Input() <- msg // sends: kafka:priced
	select {               // sends: kafka:packed
	case s.old.Input() <- &old.ProducerMessage{Topic: "packed"}:
	case <-r.Context().Done():
	}
	s.sync.SendMessages([]*sarama.ProducerMessage{{Topic: "sold"}, {Topic: "stored"}}) // sends: kafka:sold, kafka:stored
}

// notes are no messages of a broker.
func notes(w http.ResponseWriter, r *http.Request) {
	c := make(chan *sarama.ProducerMessage, 1)
	c <- &sarama.ProducerMessage{Topic: "placed"} // sends: nothing
}

func confluents() (http.HandlerFunc, error) {
	p, err := confluent.NewProducer(&confluent.ConfigMap{"bootstrap.servers": "kafka"})
	if err != nil {
		return nil, err
	}
	o, err := confluentold.NewProducer(&confluentold.ConfigMap{"bootstrap.servers": "kafka"})
	if err != nil {
		return nil, err
	}
	go func() {
		for e := range p.Events() {
			log.Print(e)
		}
	}()
	topic, other := "billed", "booked"
	return func(w http.ResponseWriter, r *http.Request) {
		p.Produce(&confluent.Message{TopicPartition: confluent.TopicPartition{Topic: &topic, Partition: confluent.PartitionAny}}, nil) // sends: kafka:billed
		o.ProduceChannel() <- &confluentold.Message{TopicPartition: confluentold.TopicPartition{Topic: &other}}                        // sends: kafka:booked
		p.Flush(1000)
	}, nil
}

func franz(w http.ResponseWriter, r *http.Request) {
	cl, err := kgo.NewClient(kgo.SeedBrokers("kafka:9092"), kgo.DefaultProduceTopic("framed"))
	if err != nil {
		return
	}
	cl.Produce(r.Context(), &kgo.Record{Value: []byte("x")}, func(_ *kgo.Record, err error) {}) // sends: kafka:framed
	own, err := kgo.NewClient(kgo.SeedBrokers("kafka:9092"))
	if err != nil {
		return
	}
	own.ProduceSync(r.Context(), &kgo.Record{Topic: "filed"}) // sends: kafka:filed
	own.Flush(r.Context())
}

func leader(ctx context.Context) error {
	conn, err := kafka.DialLeader(ctx, "tcp", "kafka:9092", "led", 0)
	if err != nil {
		return err
	}
	_, err = conn.WriteMessages(kafka.Message{Value: []byte("x")}) // sends: kafka:led
	return err
}

// generations read for a consumer group.
func generations(ctx context.Context) error {
	g, err := kafka.NewConsumerGroup(kafka.ConsumerGroupConfig{ID: "kafkas", Topics: []string{"grouped"}})
	if err != nil {
		return err
	}
	for {
		gen, err := g.Next(ctx)
		if err != nil {
			return err
		}
		gen.Start(func(ctx context.Context) {
			r := kafka.NewReader(kafka.ReaderConfig{Topic: "grouped"})
			for {
				m, err := r.ReadMessage(ctx)
				if err != nil {
					return
				}
				http.Get(user + string(m.Key)) // runs: consumer grouped
			}
		})
	}
}

// group handles the messages of a consumer group of old.
type group struct{}

func (group) Setup(old.ConsumerGroupSession) error   { return nil }
func (group) Cleanup(old.ConsumerGroupSession) error { return nil }

func (group) ConsumeClaim(s old.ConsumerGroupSession, claim old.ConsumerGroupClaim) error {
	for m := range claim.Messages() {
		http.Get(user + string(m.Key)) // runs: consumer packed
	}
	return nil
}

func groups(ctx context.Context) error {
	g, err := old.NewConsumerGroup([]string{"kafka:9092"}, "kafkas", nil)
	if err != nil {
		return err
	}
	for {
		if err := g.Consume(ctx, []string{"packed"}, group{}); err != nil {
			return err
		}
	}
}

func polled() error {
	c, err := confluentold.NewConsumer(&confluentold.ConfigMap{"group.id": "kafkas"})
	if err != nil {
		return err
	}
	if err := c.SubscribeTopics([]string{"booked"}, nil); err != nil {
		return err
	}
	for {
		m, err := c.ReadMessage(time.Second)
		if err != nil {
			return err
		}
		http.Get(user + string(m.Key)) // runs: consumer booked
	}
}

func main() {
	s, err := newSaramas([]string{"kafka:9092"})
	if err != nil {
		log.Fatal(err)
	}
	go s.watch()
	bill, err := confluents()
	if err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()
	go generations(ctx)
	go groups(ctx)
	go polled()
	go batches(ctx)
	go partitions(ctx)
	http.HandleFunc("POST /written", writers())
	http.HandleFunc("POST /placed", s.placed)
	http.HandleFunc("POST /notes", notes)
	http.HandleFunc("POST /bills", bill)
	http.HandleFunc("POST /frames", franz)
	http.HandleFunc("POST /leads", func(w http.ResponseWriter, r *http.Request) {
		leader(r.Context())
		http.Get(user + r.FormValue("user")) // want `POST /leads of kafkas waits for users GET /users/\{id\}`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
