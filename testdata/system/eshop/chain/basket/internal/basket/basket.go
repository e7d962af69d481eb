// Package basket is what the basket service does.
package basket

import (
	"context"
	"fmt"
	"net/http"

	"example.com/eshop/chain/platform/rest"
)

// A Line is so many of one item.
type Line struct {
	Item     string `json:"item"`
	Quantity int    `json:"quantity"`
	Price    int64  `json:"price"` // of one, in cents
}

// A Basket is what a buyer has picked.
type Basket struct {
	Buyer string `json:"buyer"`
	Lines []Line `json:"lines"`
}

// A Store keeps baskets by their buyers.
type Store interface {
	Get(buyer string) (Basket, bool)
	Put(buyer string, b Basket)
	Delete(buyer string)
}

// Orders takes the orders.
type Orders interface {
	// Place returns the id of the order.
	Place(ctx context.Context, b Basket) (string, error)
	Count(ctx context.Context, buyer string) (int, error)
}

// Items has the prices.
type Items interface {
	Price(ctx context.Context, item string) (int64, error)
}

// Users knows where buyers live.
type Users interface {
	Address(ctx context.Context, buyer string) (string, error)
}

// Shipping knows what a parcel costs.
type Shipping interface {
	Quote(ctx context.Context, address string, pieces int) (int64, error)
}

// Payments knows what buyers may spend.
type Payments interface {
	Limit(ctx context.Context, buyer string) (int64, error)
}

// Deps is what a Service works with.
type Deps struct {
	Baskets  Store
	Orders   Orders
	Items    Items
	Users    Users
	Shipping Shipping
	Payments Payments
}

// A Service keeps baskets.
type Service struct {
	deps Deps
}

// New makes a service.
func New(deps Deps) *Service { return &Service{deps: deps} }

// Basket returns the basket of a buyer, an empty one if there is none.
func (s *Service) Basket(buyer string) Basket {
	if b, ok := s.deps.Baskets.Get(buyer); ok {
		return b
	}
	return Basket{Buyer: buyer, Lines: []Line{}}
}

// Put adds or replaces a basket.
func (s *Service) Put(b Basket) { s.deps.Baskets.Put(b.Buyer, b) }

// Checkout turns the basket of a buyer into an order and returns its id.
func (s *Service) Checkout(ctx context.Context, buyer string) (string, error) {
	b := s.Basket(buyer)
	if len(b.Lines) == 0 {
		return "", rest.Errorf(http.StatusConflict, "the basket of %s is empty", buyer)
	}
	order, err := s.deps.Orders.Place(ctx, b)
	if err != nil {
		return "", fmt.Errorf("checkout of %s: %w", buyer, err)
	}
	s.deps.Baskets.Delete(buyer)
	return order, nil
}

// A Preview is what a checkout would come to. Amounts are in cents.
type Preview struct {
	Address  string `json:"address"`
	Goods    int64  `json:"goods"`
	Shipping int64  `json:"shipping"`
	Limit    int64  `json:"limit"`
	Regular  bool   `json:"regular"` // the buyer has ordered before
}

// Preview asks everybody who has a say in the checkout of a buyer.
func (s *Service) Preview(ctx context.Context, buyer string) (p Preview, err error) {
	b := s.Basket(buyer)
	if p.Address, err = s.deps.Users.Address(ctx, buyer); err != nil {
		return p, fmt.Errorf("address of %s: %w", buyer, err)
	}
	if p.Goods, err = s.goods(ctx, b); err != nil {
		return p, err
	}
	if p.Shipping, err = s.deps.Shipping.Quote(ctx, p.Address, len(b.Lines)); err != nil {
		return p, fmt.Errorf("shipping to %s: %w", p.Address, err)
	}
	if p.Limit, err = s.deps.Payments.Limit(ctx, buyer); err != nil {
		return p, fmt.Errorf("limit of %s: %w", buyer, err)
	}
	orders, err := s.deps.Orders.Count(ctx, buyer)
	p.Regular = orders > 0
	return p, err
}

func (s *Service) goods(ctx context.Context, b Basket) (int64, error) {
	var total int64
	for _, line := range b.Lines {
		price, err := s.deps.Items.Price(ctx, line.Item)
		if err != nil {
			return 0, fmt.Errorf("price of %s: %w", line.Item, err)
		}
		total += price * int64(line.Quantity)
	}
	return total, nil
}
