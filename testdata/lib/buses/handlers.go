package main

import (
	"context"
	"net/http"

	"github.com/ThreeDotsLabs/watermill"
	wmhttp "github.com/ThreeDotsLabs/watermill-http/v2/pkg/http"
	"github.com/ThreeDotsLabs/watermill/components/cqrs"
	"github.com/ThreeDotsLabs/watermill/components/requestreply"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/pubsub/gochannel"
)

type (
	CleanRoom struct{ Room string }
	CountRoom struct{ Room string }
)

// A logged handler is one around another.
type logged struct{ cqrs.CommandHandler }

func (logged) NewCommand() any { return &CleanRoom{} }

func (l logged) Handle(ctx context.Context, cmd any) error {
	http.Get(user + "log") // runs: consumer CleanRoom
	return l.CommandHandler.Handle(ctx, cmd)
}

// answering has commands handled whose senders wait for the outcome.
func answering(p *cqrs.CommandProcessor) error {
	var backend requestreply.Backend[struct{}]
	var counts requestreply.Backend[int]
	return p.AddHandlers(
		logged{cqrs.NewCommandHandler("clean", func(ctx context.Context, c *CleanRoom) error {
			_, err := http.Get(order + c.Room) // runs: consumer CleanRoom
			return err
		})},
		requestreply.NewCommandHandler("price", backend, func(ctx context.Context, c *PriceRoom) error {
			_, err := http.Get(order + c.Room) // want `PriceRoom of buses waits for orders GET /orders/\{id\}`
			return err
		}),
		requestreply.NewCommandHandlerWithResult("count", counts, func(ctx context.Context, c *CountRoom) (int, error) {
			_, err := http.Get(user + c.Room) // want `CountRoom of buses waits for users GET /users/\{id\}`
			return 1, err
		}),
	)
}

// piped reads one topic and writes another.
func piped(mux *http.ServeMux) error {
	logger := watermill.NopLogger{}
	ps := gochannel.NewGoChannel(gochannel.Config{}, logger)
	r, err := message.NewRouter(message.RouterConfig{}, logger)
	if err != nil {
		return err
	}
	r.AddHandler("pipe", "pipe.in", ps, "pipe.out", ps, func(m *message.Message) ([]*message.Message, error) {
		_, err := http.Get(order + m.UUID) // runs: consumer pipe.in
		return []*message.Message{m}, err
	})
	out, err := ps.Subscribe(context.Background(), "pipe.out")
	if err != nil {
		return err
	}
	go func() {
		for m := range out {
			http.Get(user + m.UUID) // runs: consumer pipe.out
			m.Ack()
		}
	}()
	p, err := cqrs.NewCommandProcessorWithConfig(r, cqrs.CommandProcessorConfig{Logger: logger, Marshaler: cqrs.JSONMarshaler{}})
	if err != nil {
		return err
	}
	go r.Run(context.Background())
	return answering(p)
}

// hooks are messages that are sent, and received, by HTTP.
func hooks(mux *http.ServeMux) error {
	p, err := wmhttp.NewPublisher(wmhttp.PublisherConfig{}, watermill.NopLogger{})
	if err != nil {
		return err
	}
	mux.HandleFunc("POST /hooks", func(w http.ResponseWriter, r *http.Request) {
		p.Publish("http://payments/payments", message.NewMessage("1", nil)) // want `POST /hooks of buses waits for payments POST /payments`
	})
	s, err := wmhttp.NewSubscriber(":8081", wmhttp.SubscriberConfig{}, watermill.NopLogger{})
	if err != nil {
		return err
	}
	go s.StartHTTPServer()
	return nil
}
