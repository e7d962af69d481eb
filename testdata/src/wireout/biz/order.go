// Package biz holds the use cases.
package biz

import (
	"context"
	"log"
)

// Order is an order.
type Order struct{ ID string }

// OrderRepo finds orders.
type OrderRepo interface {
	Find(ctx context.Context, id string) (*Order, error)
	Save(ctx context.Context, o *Order) error
}

// OrderUsecase is what one does with orders.
type OrderUsecase struct {
	repo OrderRepo
	log  *log.Logger
}

// NewOrderUsecase is a provider.
func NewOrderUsecase(repo OrderRepo, logger *log.Logger) *OrderUsecase {
	return &OrderUsecase{repo: repo, log: logger}
}

// Get finds one.
func (uc *OrderUsecase) Get(ctx context.Context, id string) (*Order, error) {
	uc.log.Println("get", id)
	return uc.repo.Find(ctx, id)
}
