// Package signed reaches payments with signed requests. Nobody wires it.
package signed

import (
	"context"
	"net/http"
	"strconv"
)

// Gateway implements gateway.Payments.
type Gateway struct{ Base, Key string }

// Charge posts a payment, signed.
func (g Gateway) Charge(ctx context.Context, order string, cents int) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://payments/payments?sig="+g.Key+strconv.Itoa(cents), nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
