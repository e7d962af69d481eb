// Consumers of messages call others, but no client waits for them.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"
	"github.com/segmentio/kafka-go"
)

type event struct{ Order string }

func handle(e event) error {
	_, err := http.Get("http://orders/orders/" + e.Order) // want `POST /replay of consumers waits for orders GET /orders/\{id\}`
	return err
}

func consumeQueue(ctx context.Context, conn *amqp.Connection) error {
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	msgs, err := ch.ConsumeWithContext(ctx, "orders", "", false, false, false, false, nil)
	if err != nil {
		return err
	}
	for m := range msgs {
		var e event
		if err := json.Unmarshal(m.Body, &e); err != nil {
			m.Nack(false, false)
			continue
		}
		if err := handle(e); err != nil {
			m.Nack(false, true)
			continue
		}
		m.Ack(false)
	}
	return nil
}

func consumeTopic(ctx context.Context) error {
	r := kafka.NewReader(kafka.ReaderConfig{Brokers: []string{"kafka:9092"}, Topic: "prices", GroupID: "consumers"})
	defer r.Close()
	for {
		m, err := r.FetchMessage(ctx)
		if err != nil {
			return err
		}
		http.Get("http://users/users/" + string(m.Key))
		if err := r.CommitMessages(ctx, m); err != nil {
			return err
		}
	}
}

func main() {
	ctx := context.Background()
	conn, err := amqp.Dial("amqp://rabbit")
	if err != nil {
		log.Fatal(err)
	}
	go consumeQueue(ctx, conn)
	go consumeTopic(ctx)
	w := &kafka.Writer{Addr: kafka.TCP("kafka:9092"), Topic: "replays", BatchTimeout: time.Millisecond}
	http.HandleFunc("POST /replay", func(rw http.ResponseWriter, r *http.Request) {
		if err := handle(event{r.FormValue("order")}); err != nil {
			http.Error(rw, err.Error(), http.StatusBadGateway)
		}
	})
	http.HandleFunc("POST /later", func(rw http.ResponseWriter, r *http.Request) {
		w.WriteMessages(r.Context(), kafka.Message{Key: []byte(r.FormValue("order"))})
		rw.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
