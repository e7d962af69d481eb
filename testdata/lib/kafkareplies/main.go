// Requests over Kafka that name the topic of their reply in a header and wait for it,
// and messages that do not.
package main

import (
	"context"
	"log"
	"net/http"
	"sync"

	"github.com/segmentio/kafka-go"
)

const replyTopic = "kafkareplies.replies"

type requester struct {
	w       *kafka.Writer
	waiting sync.Map
}

func (q *requester) listen(ctx context.Context) {
	r := kafka.NewReader(kafka.ReaderConfig{Brokers: []string{"kafka:9092"}, Topic: replyTopic, GroupID: "kafkareplies"})
	defer r.Close()
	for {
		m, err := r.ReadMessage(ctx)
		if err != nil {
			return
		}
		if c, ok := q.waiting.LoadAndDelete(string(m.Key)); ok {
			c.(chan kafka.Message) <- m
		}
	}
}

func (q *requester) ask(ctx context.Context, key string) error {
	answer := make(chan kafka.Message, 1)
	q.waiting.Store(key, answer)
	err := q.w.WriteMessages(ctx, kafka.Message{ // want `GET /ask of kafkareplies waits for orders orders.lookup`
		Key:     []byte(key),
		Headers: []kafka.Header{{Key: "reply-to", Value: []byte(replyTopic)}},
	})
	if err != nil {
		return err
	}
	select {
	case <-answer:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// tell waits for something else.
func (q *requester) tell(ctx context.Context, key string) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		log.Print("told ", key)
	}()
	err := q.w.WriteMessages(ctx, kafka.Message{
		Key:     []byte(key),
		Headers: []kafka.Header{{Key: "reply-to", Value: []byte(replyTopic)}},
	})
	<-done
	return err
}

func main() {
	q := &requester{w: &kafka.Writer{Addr: kafka.TCP("kafka:9092"), Topic: "orders.lookup"}}
	go q.listen(context.Background())
	http.HandleFunc("GET /ask", func(w http.ResponseWriter, r *http.Request) {
		q.ask(r.Context(), r.FormValue("key"))
	})
	http.HandleFunc("POST /tell", func(w http.ResponseWriter, r *http.Request) {
		q.tell(r.Context(), r.FormValue("key"))
	})
	http.ListenAndServe(":8080", nil)
}
