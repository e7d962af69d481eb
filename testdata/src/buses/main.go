// An event bus, a mediator and observers within one process: subscribers of a topic run
// when it is published, there and then or on a goroutine.
package main

import (
	"context"
	"fmt"
	"net/http"
	"reflect"
)

type subscriber func(ctx context.Context, event any) error

type bus struct{ subs map[string][]subscriber }

func (b *bus) subscribe(topic string, s subscriber) {
	b.subs[topic] = append(b.subs[topic], s)
}

func (b *bus) publish(ctx context.Context, topic string, event any) error {
	for _, s := range b.subs[topic] {
		if err := s(ctx, event); err != nil {
			return err
		}
	}
	return nil
}

func (b *bus) publishLater(topic string, event any) {
	go b.publish(context.Background(), topic, event)
}

// mediator finds the handler of a command by its type.
type mediator struct {
	handlers map[reflect.Type]func(context.Context, any) error
}

func handle[C any](m *mediator, f func(context.Context, C) error) {
	m.handlers[reflect.TypeFor[C]()] = func(ctx context.Context, cmd any) error { return f(ctx, cmd.(C)) }
}

func (m *mediator) send(ctx context.Context, cmd any) error {
	f, ok := m.handlers[reflect.TypeOf(cmd)]
	if !ok {
		return fmt.Errorf("nobody handles %T", cmd)
	}
	return f(ctx, cmd)
}

type place struct{ item string }

func main() {
	b := &bus{subs: map[string][]subscriber{}}
	b.subscribe("placed", func(ctx context.Context, event any) error {
		_, err := http.Post("http://payments/payments", "text/plain", nil) // want `POST /publish of buses waits for payments POST /payments`
		return err
	})
	b.subscribe("viewed", func(ctx context.Context, event any) error {
		_, err := http.Get("http://users/users/viewer")
		return err
	})
	m := &mediator{handlers: map[reflect.Type]func(context.Context, any) error{}}
	handle(m, func(ctx context.Context, cmd place) error {
		_, err := http.Post("http://orders/orders", "text/plain", nil) // want `POST /send of buses waits for orders POST /orders`
		return err
	})
	http.HandleFunc("POST /publish", func(w http.ResponseWriter, r *http.Request) {
		b.publish(r.Context(), "placed", nil)
	})
	http.HandleFunc("POST /later", func(w http.ResponseWriter, r *http.Request) {
		b.publishLater("viewed", nil)
	})
	http.HandleFunc("POST /send", func(w http.ResponseWriter, r *http.Request) {
		m.send(r.Context(), place{r.FormValue("item")})
	})
	http.ListenAndServe(":8080", nil)
}
