// Package gateway reaches payments in several ways.
package gateway

import (
	"context"
	"net/http"

	"google.golang.org/grpc"

	"libcases/streams/shoppb"
)

// RPC charges over gRPC.
type RPC struct{ client shoppb.PaymentsClient }

// NewRPC returns one on a connection.
func NewRPC(cc grpc.ClientConnInterface) RPC { return RPC{shoppb.NewPaymentsClient(cc)} }

// Charge charges.
func (g RPC) Charge(ctx context.Context, cents int64) error {
	_, err := g.client.Charge(ctx, &shoppb.Amount{Cents: cents}) // want `POST /rpc of transports waits for payments shop.Payments/Charge`
	return err
}

// REST charges over HTTP.
type REST struct{ base string }

// NewREST returns one.
func NewREST(base string) *REST { return &REST{base} }

// Charge charges.
func (g *REST) Charge(ctx context.Context, cents int64) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, g.base+"/payments", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `POST /rest of transports waits for payments POST /payments`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Fake charges nobody.
type Fake struct{}

// Charge does nothing.
func (Fake) Charge(context.Context, int64) error { return nil }
