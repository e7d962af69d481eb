// Package contract names the integration events and says what they carry.
package contract

// The events.
const (
	UserChanged          = "user-changed"           // User
	UserCheckoutAccepted = "user-checkout-accepted" // Checkout
	OrderStarted         = "order-started"          // Checkout
	StockConfirmed       = "stock-confirmed"        // Outcome
	StockRejected        = "stock-rejected"         // Outcome
	PriceChanged         = "price-changed"          // Price
)

// A User carries of a user only what others need.
type User struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// A Line is so many of one item.
type Line struct {
	Item     string `json:"item"`
	Quantity int    `json:"quantity"`
	Price    int64  `json:"price"` // of one, in cents
}

// A Checkout is what a buyer wants to have; its order has the same id.
type Checkout struct {
	ID    string `json:"id"`
	Buyer string `json:"buyer"`
	Lines []Line `json:"lines"`
}

// An Outcome tells whether there is stock for an order.
type Outcome struct {
	Order  string `json:"order"`
	Reason string `json:"reason,omitempty"`
}

// A Price is what an item costs now, in cents.
type Price struct {
	Item  string `json:"item"`
	Cents int64  `json:"cents"`
}
