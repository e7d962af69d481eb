package ordering

import (
	"context"

	"example.com/eshop/polling/ordering/internal/client/basket"
	"example.com/eshop/polling/ordering/internal/client/catalog"
)

// Checkouts tells what was checked out.
type Checkouts interface {
	// After lists the checkouts behind the first n.
	After(ctx context.Context, n int) ([]basket.Checkout, error)
}

// Reservations tells which orders have their stock.
type Reservations interface {
	// After lists the reservations behind the first n.
	After(ctx context.Context, n int) ([]catalog.Reservation, error)
}

// A Worker brings news into the store. Each of its methods runs on one goroutine.
type Worker struct {
	orders       Store
	checkouts    Checkouts
	reservations Reservations
	seen         struct{ checkouts, reservations int }
}

// NewWorker makes a worker.
func NewWorker(orders Store, checkouts Checkouts, reservations Reservations) *Worker {
	return &Worker{orders: orders, checkouts: checkouts, reservations: reservations}
}

// Checkouts turns new checkouts into orders.
func (w *Worker) Checkouts(ctx context.Context) error {
	checkouts, err := w.checkouts.After(ctx, w.seen.checkouts)
	if err != nil {
		return err
	}
	for _, c := range checkouts {
		o := Order{ID: c.ID, Buyer: c.Buyer, Status: AwaitingValidation}
		for _, line := range c.Lines {
			o.Lines = append(o.Lines, Line(line))
		}
		w.orders.Put(o.ID, o)
	}
	w.seen.checkouts += len(checkouts)
	return nil
}

// Reservations ends the orders that the catalog has decided on.
func (w *Worker) Reservations(ctx context.Context) error {
	reservations, err := w.reservations.After(ctx, w.seen.reservations)
	if err != nil {
		return err
	}
	for _, r := range reservations {
		o, ok := w.orders.Get(r.Order)
		if !ok {
			continue
		}
		o.Status = Rejected
		if r.Reserved {
			o.Status = Confirmed
		}
		w.orders.Put(o.ID, o)
	}
	w.seen.reservations += len(reservations)
	return nil
}
