// Package service holds what the service does.
package service

import (
	"context"
	"errors"

	"cases/gateways/gateway"
)

// Checkout sells carts.
type Checkout interface {
	Sell(ctx context.Context, cart string) error
	Quote(ctx context.Context, cart string) (int, error)
}

type checkout struct {
	payments gateway.Payments
	audit    gateway.Audit
}

// NewCheckout returns a checkout that takes money over payments.
func NewCheckout(payments gateway.Payments, audit gateway.Audit) Checkout {
	return &checkout{payments: payments, audit: audit}
}

func (c *checkout) Sell(ctx context.Context, cart string) error {
	cents, err := c.Quote(ctx, cart)
	if err != nil {
		return err
	}
	return errors.Join(
		c.payments.Charge(ctx, cart, cents),
		c.audit.Write(ctx, "sold "+cart),
	)
}

func (c *checkout) Quote(_ context.Context, cart string) (int, error) {
	if cart == "" {
		return 0, errors.New("no cart")
	}
	return 100 * len(cart), nil
}
