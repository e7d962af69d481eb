// Package plain reaches payments over plain HTTP.
package plain

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// Gateway implements gateway.Payments.
type Gateway struct {
	base   string
	client *http.Client
}

// New returns a gateway to the service at base.
func New(base string) *Gateway {
	return &Gateway{base: base, client: &http.Client{Timeout: time.Second}}
}

// Charge posts a payment.
func (g *Gateway) Charge(ctx context.Context, order string, cents int) error {
	body, err := json.Marshal(map[string]any{"order": order, "cents": cents})
	if err != nil {
		return fmt.Errorf("encode payment: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, g.base+"/payments", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := g.client.Do(req) // want `POST /checkout of gateways waits for payments POST /payments`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("payments: %s", resp.Status)
	}
	return nil
}
