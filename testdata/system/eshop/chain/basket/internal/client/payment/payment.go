// Package payment is the client of the payment service.
package payment

import (
	"context"

	"google.golang.org/grpc"

	"example.com/eshop/chain/accounts/paymentpb"
)

// A Client asks for payments.
type Client struct {
	payments paymentpb.PaymentsClient
}

// New makes a client on a connection.
func New(conn grpc.ClientConnInterface) *Client {
	return &Client{payments: paymentpb.NewPaymentsClient(conn)}
}

// Limit returns how much a buyer may spend, in cents.
func (c *Client) Limit(ctx context.Context, buyer string) (int64, error) {
	reply, err := c.payments.GetLimit(ctx, &paymentpb.GetLimitRequest{BuyerId: buyer})
	if err != nil {
		return 0, err
	}
	return reply.GetCents(), nil
}
