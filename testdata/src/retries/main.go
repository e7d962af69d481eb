// Retry loops in several hands: one call each, whatever its number of attempts.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"time"
)

var errTemporary = errors.New("temporary")

func post(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://payments/payments", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `POST /.* of retries \(like 2 other endpoints\) waits for payments POST /payments`
	if err != nil {
		return fmt.Errorf("%w: %v", errTemporary, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 500 {
		return errTemporary
	}
	return nil
}

// deadline tries until the context ends.
func deadline(w http.ResponseWriter, r *http.Request) {
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		if err := post(r.Context()); err == nil {
			return
		}
		select {
		case <-r.Context().Done():
			w.WriteHeader(http.StatusGatewayTimeout)
			return
		case <-tick.C:
		}
	}
}

type policy struct {
	max   int
	pause time.Duration
}

func (p policy) do(ctx context.Context, what string, f func(context.Context) error) (err error) {
	for i := range p.max {
		if i > 0 {
			time.Sleep(p.pause << i)
		}
		if err = f(ctx); err == nil {
			return nil
		}
		log.Printf("%s, attempt %d of %d: %v", what, i+1, p.max, err)
	}
	return fmt.Errorf("%s: gave up: %w", what, err)
}

func byPolicy(w http.ResponseWriter, r *http.Request) {
	p := policy{max: 3, pause: time.Millisecond}
	if err := p.do(r.Context(), "payment", post); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

// recursive tries again by calling itself.
func again(ctx context.Context, left int) error {
	err := post(ctx)
	if err != nil && left > 0 {
		return again(ctx, left-1)
	}
	return err
}

func recursive(w http.ResponseWriter, r *http.Request) {
	if err := again(r.Context(), 3); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func main() {
	http.HandleFunc("POST /deadline", deadline)
	http.HandleFunc("POST /policy", byPolicy)
	http.HandleFunc("POST /recursive", recursive)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
