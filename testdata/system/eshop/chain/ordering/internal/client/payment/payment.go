// Package payment is the client of the payment service.
package payment

import (
	"context"

	"google.golang.org/grpc"

	"example.com/eshop/chain/ordering/internal/paymentpb"
)

// A Client asks for payments.
type Client struct {
	payments paymentpb.PaymentsClient
}

// New makes a client on a connection.
func New(conn grpc.ClientConnInterface) *Client {
	return &Client{payments: paymentpb.NewPaymentsClient(conn)}
}

// Charge takes the money for an order.
func (c *Client) Charge(ctx context.Context, order, buyer string, cents int64) error {
	req := &paymentpb.ChargeRequest{OrderId: order, BuyerId: buyer, Cents: cents}
	_, err := c.payments.Charge(ctx, req)
	return err
}
