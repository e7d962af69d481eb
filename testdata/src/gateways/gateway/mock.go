package gateway

import (
	"context"
	"net/http"
)

// MockPayments is for tests of other packages.
type MockPayments struct {
	Forward bool
	Charged []string
}

// Charge remembers the order.
func (m *MockPayments) Charge(_ context.Context, order string, _ int) error {
	m.Charged = append(m.Charged, order)
	if m.Forward {
		_, err := http.Get("http://orders/orders/" + order)
		return err
	}
	return nil
}
