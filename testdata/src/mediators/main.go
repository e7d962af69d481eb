// Mediators and event buses that find handlers by the type of what is sent: each command
// has its own.
package main

import (
	"context"
	"fmt"
	"net/http"
	"reflect"
)

type place struct{ item string }

type cancel struct{ id string }

type rename struct{ user string }

// mediator keeps handlers by reflect.Type.
type mediator struct {
	handlers map[reflect.Type]func(context.Context, any) error
}

func handle[C any](m *mediator, f func(context.Context, C) error) {
	m.handlers[reflect.TypeFor[C]()] = func(ctx context.Context, cmd any) error { return f(ctx, cmd.(C)) }
}

// handleOld names the type as programs did before reflect.TypeFor.
func handleOld(m *mediator, sample any, f func(context.Context, any) error) {
	m.handlers[reflect.TypeOf(sample)] = f
}

func (m *mediator) send(ctx context.Context, cmd any) error {
	f, ok := m.handlers[reflect.TypeOf(cmd)]
	if !ok {
		return fmt.Errorf("nobody handles %T", cmd)
	}
	return f(ctx, cmd)
}

// bus keeps subscribers by the name of the event's type.
type bus map[string][]func(any)

func (b bus) on(name string, f func(any)) { b[name] = append(b[name], f) }

func (b bus) publish(event any) {
	for _, f := range b[fmt.Sprintf("%T", event)] {
		f(event)
	}
}

// switched finds the handler in a type switch.
func switched(cmd any) {
	switch c := cmd.(type) {
	case place:
		http.Get("http://orders/orders/" + c.item) // want `GET /switched-place of mediators waits for orders GET /orders/\{id\}`
	case *rename:
		http.Get("http://users/users/" + c.user) // want `GET /switched-rename of mediators waits for users GET /users/\{id\}`
	}
}

// asserted panics on any other command.
func asserted(cmd any) {
	c := cmd.(place)
	http.Get("http://orders/orders/" + c.item)
}

func main() {
	m := &mediator{handlers: map[reflect.Type]func(context.Context, any) error{}}
	handle(m, func(ctx context.Context, c place) error {
		_, err := http.Post("http://orders/orders", "text/plain", nil) // want `POST /place of mediators waits for orders POST /orders`
		return err
	})
	handle(m, func(ctx context.Context, c cancel) error { return nil })
	handleOld(m, (*rename)(nil), func(ctx context.Context, c any) error {
		_, err := http.Get("http://users/users/1") // want `POST /rename of mediators waits for users GET /users/\{id\}`
		return err
	})

	b := bus{}
	b.on("main.place", func(any) {
		http.Post("http://payments/payments", "text/plain", nil) // want `POST /placed of mediators waits for payments POST /payments`
	})
	b.on("main.cancel", func(any) {})

	http.HandleFunc("POST /place", func(w http.ResponseWriter, r *http.Request) {
		m.send(r.Context(), place{r.FormValue("item")})
	})
	http.HandleFunc("POST /cancel", func(w http.ResponseWriter, r *http.Request) {
		m.send(r.Context(), cancel{r.FormValue("id")})
	})
	http.HandleFunc("POST /rename", func(w http.ResponseWriter, r *http.Request) {
		m.send(r.Context(), &rename{r.FormValue("user")})
	})
	http.HandleFunc("POST /placed", func(w http.ResponseWriter, r *http.Request) { b.publish(place{}) })
	http.HandleFunc("POST /cancelled", func(w http.ResponseWriter, r *http.Request) { b.publish(cancel{}) })
	http.HandleFunc("GET /switched-place", func(w http.ResponseWriter, r *http.Request) { switched(place{r.FormValue("item")}) })
	http.HandleFunc("GET /switched-rename", func(w http.ResponseWriter, r *http.Request) { switched(&rename{r.FormValue("user")}) })
	http.HandleFunc("GET /asserted", func(w http.ResponseWriter, r *http.Request) { asserted(cancel{}) })
	http.ListenAndServe(":8080", nil)
}
