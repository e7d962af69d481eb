// Package ordering is the ordering service.
package ordering

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"example.com/eshop/polling-trap/ordering/internal/basket"
)

// Checkouts tells what was checked out.
type Checkouts interface {
	// After lists the checkouts behind the first n.
	After(ctx context.Context, n int) ([]basket.Checkout, error)
}

// Orders keeps what was checked out.
type Orders struct {
	checkouts Checkouts
	mu        sync.Mutex
	orders    []basket.Checkout
}

// New makes a service.
func New(checkouts Checkouts) *Orders { return &Orders{checkouts: checkouts} }

// Routes returns the handler of all that the service serves.
func (o *Orders) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", o.list)
	mux.HandleFunc("POST /orders/refresh", o.refresh)
	return mux
}

// Poll asks for new checkouts at each interval until ctx is done.
func (o *Orders) Poll(ctx context.Context, interval time.Duration) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if err := o.fetch(ctx); err != nil {
				slog.WarnContext(ctx, "poll failed", "err", err)
			}
		}
	}
}

// fetch is a poll while the ticker calls it. In a handler the client waits for basket.
func (o *Orders) fetch(ctx context.Context) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	checkouts, err := o.checkouts.After(ctx, len(o.orders))
	o.orders = append(o.orders, checkouts...)
	return err
}

func (o *Orders) list(w http.ResponseWriter, _ *http.Request) {
	o.mu.Lock()
	defer o.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(o.orders); err != nil {
		slog.Error("list orders", "err", err)
	}
}

func (o *Orders) refresh(w http.ResponseWriter, r *http.Request) {
	if err := o.fetch(r.Context()); err != nil {
		http.Error(w, "basket does not answer", http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
