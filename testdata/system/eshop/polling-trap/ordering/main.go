// Command ordering learns of checkouts by asking basket now and then, and also
// whenever somebody wants it to.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"

	"example.com/eshop/polling-trap/ordering/internal/basket"
	"example.com/eshop/polling-trap/ordering/internal/ordering"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx)
	stop()
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	base := os.Getenv("BASKET_URL")
	if base == "" {
		return errors.New("BASKET_URL is not set")
	}
	orders := ordering.New(basket.New(base))
	go orders.Poll(ctx, time.Second)
	srv := &http.Server{Addr: ":8080", Handler: orders.Routes(), ReadHeaderTimeout: 5 * time.Second}
	context.AfterFunc(ctx, func() { _ = srv.Shutdown(context.WithoutCancel(ctx)) })
	return srv.ListenAndServe()
}
