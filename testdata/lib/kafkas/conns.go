package main

import (
	"context"
	"net/http"

	"github.com/segmentio/kafka-go"
)

// writers send to the topic that they were made for.
func writers() http.HandlerFunc {
	old := kafka.NewWriter(kafka.WriterConfig{Brokers: []string{"kafka:9092"}, Topic: "written"})
	any := &kafka.Writer{Addr: kafka.TCP("kafka:9092")}
	return func(w http.ResponseWriter, r *http.Request) {
		old.WriteMessages(r.Context(), kafka.Message{Value: []byte("x")})     // sends: kafka:written
		any.WriteMessages(r.Context(), kafka.Message{Topic: "written.twice"}) // sends: kafka:written.twice
		http.Get(user + r.FormValue("user"))                                  // want `POST /written of kafkas waits for users GET /users/\{id\}`
	}
}

// batches are read from a connection to one partition of a topic.
func batches(ctx context.Context) error {
	d := &kafka.Dialer{ClientID: "kafkas"}
	conn, err := d.DialLeader(ctx, "tcp", "kafka:9092", "batched", 0)
	if err != nil {
		return err
	}
	b := conn.ReadBatch(1, 1e6)
	for {
		m, err := b.ReadMessage()
		if err != nil {
			break
		}
		http.Get(user + string(m.Key)) // runs: consumer batched
	}
	return b.Close()
}

// partitions are read one by one.
func partitions(ctx context.Context) error {
	conn, err := kafka.DialPartition(ctx, "tcp", "kafka:9092", kafka.Partition{Topic: "parted", ID: 1})
	if err != nil {
		return err
	}
	for {
		m, err := conn.ReadMessage(1e6)
		if err != nil {
			return err
		}
		http.Get(user + string(m.Key)) // runs: consumer parted
	}
}
