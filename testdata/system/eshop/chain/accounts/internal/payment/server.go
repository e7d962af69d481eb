// Package payment takes the buyers' money.
package payment

import (
	"context"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.com/eshop/chain/accounts/paymentpb"
)

// limit is what any buyer may spend, in cents.
const limit = 500_000

// Users tells where a buyer lives.
type Users interface {
	Address(ctx context.Context, user string) (string, error)
}

// A Bill is for one order.
type Bill struct {
	Order   string
	Buyer   string
	Address string // "" while the bill is open
}

// A Ledger keeps the bills by their orders.
type Ledger interface {
	Get(order string) (Bill, bool)
	Put(order string, b Bill)
	All() []Bill
}

// A Server serves eshop.payment.v1.Payments.
type Server struct {
	paymentpb.UnimplementedPaymentsServer
	users  Users
	ledger Ledger
}

// NewServer makes a server.
func NewServer(users Users, ledger Ledger) *Server { return &Server{users: users, ledger: ledger} }

// Charge takes the money; the bill goes to the buyer's address.
func (s *Server) Charge(ctx context.Context, req *paymentpb.ChargeRequest) (*paymentpb.ChargeReply, error) {
	bill := Bill{Order: req.GetOrderId(), Buyer: req.GetBuyerId()}
	if req.GetCents() > limit {
		return nil, status.Errorf(codes.FailedPrecondition, "order %s is over the limit", bill.Order)
	}
	if known, _ := s.ledger.Get(bill.Order); known.Address != "" {
		return nil, status.Errorf(codes.AlreadyExists, "order %s is paid", bill.Order)
	}
	s.ledger.Put(bill.Order, bill)
	address, err := s.users.Address(ctx, bill.Buyer)
	if err != nil {
		return nil, status.Errorf(codes.Unavailable, "billing address: %v", err)
	}
	bill.Address = address
	s.ledger.Put(bill.Order, bill)
	return &paymentpb.ChargeReply{PaymentId: "pay-" + bill.Order}, nil
}

// GetLimit says how much a buyer may spend.
func (s *Server) GetLimit(context.Context, *paymentpb.GetLimitRequest) (*paymentpb.GetLimitReply, error) {
	return &paymentpb.GetLimitReply{Cents: limit}, nil
}

// ListOpen lists the orders of a buyer that are not settled.
func (s *Server) ListOpen(_ context.Context, req *paymentpb.ListOpenRequest) (*paymentpb.ListOpenReply, error) {
	var open []string
	for _, bill := range s.ledger.All() {
		if bill.Buyer == req.GetBuyerId() && bill.Address == "" {
			open = append(open, bill.Order)
		}
	}
	return &paymentpb.ListOpenReply{OrderIds: open}, nil
}
