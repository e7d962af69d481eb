package ordering

import "slices"

// A Line is a part of an order.
type Line struct {
	Item     string `json:"item"`
	Quantity int    `json:"quantity"`
	Price    int64  `json:"price"` // of one, in cents
}

// A Status says how far an order is.
type Status string

// The states of an order.
const (
	Draft    Status = "draft"
	Reserved Status = "reserved"
	Paid     Status = "paid"
)

// An Order is what a buyer wants to have.
type Order struct {
	ID        string `json:"id"`
	Buyer     string `json:"buyer"`
	BuyerName string `json:"buyer_name"`
	Lines     []Line `json:"lines"`
	Status    Status `json:"status"`
}

// Total is what the order costs, in cents.
func (o Order) Total() int64 {
	var total int64
	for _, line := range o.Lines {
		total += line.Price * int64(line.Quantity)
	}
	return total
}

func (o Order) has(item string) bool {
	return slices.ContainsFunc(o.Lines, func(l Line) bool { return l.Item == item })
}

// A Store keeps orders.
type Store interface {
	Get(id string) (Order, bool)
	Put(id string, o Order)
	All() []Order
}
