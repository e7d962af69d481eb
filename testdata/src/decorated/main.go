// Generic decorators whose instances all have a method Handle: a command's decorators
// end at its own handler.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
)

type commandHandler[C any] interface {
	Handle(ctx context.Context, cmd C) error
}

type queryHandler[Q, R any] interface {
	Handle(ctx context.Context, q Q) (R, error)
}

type commandLogging[C any] struct {
	base   commandHandler[C]
	logger *log.Logger
}

func (d commandLogging[C]) Handle(ctx context.Context, cmd C) (err error) {
	defer func() { d.logger.Printf("%T: %v", cmd, err) }()
	return d.base.Handle(ctx, cmd)
}

type commandMetrics[C any] struct{ base commandHandler[C] }

func (d commandMetrics[C]) Handle(ctx context.Context, cmd C) error {
	fmt.Printf("%T\n", cmd)
	return d.base.Handle(ctx, cmd)
}

func decorate[C any](h commandHandler[C], logger *log.Logger) commandHandler[C] {
	return commandLogging[C]{base: commandMetrics[C]{base: h}, logger: logger}
}

type queryLogging[Q, R any] struct{ base queryHandler[Q, R] }

func (d queryLogging[Q, R]) Handle(ctx context.Context, q Q) (R, error) {
	log.Printf("%T", q)
	return d.base.Handle(ctx, q)
}

type (
	place  struct{ item string }
	cancel struct{ id string }
	find   struct{ id string }
	order  struct{ id string }
)

type placeHandler struct{ orders string }

func (h placeHandler) Handle(ctx context.Context, cmd place) error {
	_, err := http.Post(h.orders+"/orders", "", nil) // want `POST /place of decorated waits for orders POST /orders`
	return err
}

type cancelHandler struct{}

func (cancelHandler) Handle(ctx context.Context, cmd cancel) error {
	log.Print("cancelled ", cmd.id)
	return nil
}

type findHandler struct{ users string }

func (h findHandler) Handle(ctx context.Context, q find) (order, error) {
	_, err := http.Get(h.users + "/users/" + q.id) // want `GET /find of decorated waits for users GET /users/\{id\}`
	return order{q.id}, err
}

type application struct {
	place  commandHandler[place]
	cancel commandHandler[cancel]
	find   queryHandler[find, order]
}

func main() {
	logger := log.Default()
	app := application{
		place:  decorate[place](placeHandler{"http://orders"}, logger),
		cancel: decorate[cancel](cancelHandler{}, logger),
		find:   queryLogging[find, order]{findHandler{"http://users"}},
	}
	http.HandleFunc("POST /place", func(w http.ResponseWriter, r *http.Request) {
		app.place.Handle(r.Context(), place{r.FormValue("item")})
	})
	http.HandleFunc("POST /cancel", func(w http.ResponseWriter, r *http.Request) {
		app.cancel.Handle(r.Context(), cancel{r.FormValue("id")})
	})
	http.HandleFunc("GET /find", func(w http.ResponseWriter, r *http.Request) {
		if o, err := app.find.Handle(r.Context(), find{r.FormValue("id")}); err == nil {
			fmt.Fprintln(w, o.id)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
