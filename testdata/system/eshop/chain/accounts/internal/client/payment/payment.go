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

// Open lists the orders of a user that are not settled.
func (c *Client) Open(ctx context.Context, user string) ([]string, error) {
	reply, err := c.payments.ListOpen(ctx, &paymentpb.ListOpenRequest{BuyerId: user})
	if err != nil {
		return nil, err
	}
	return reply.GetOrderIds(), nil
}
