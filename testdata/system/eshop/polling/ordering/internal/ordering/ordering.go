// Package ordering is the ordering service.
package ordering

import (
	"net/http"

	"example.com/eshop/polling/platform/rest"
)

// A Status says how far an order is.
type Status string

// The states of an order.
const (
	AwaitingValidation Status = "awaiting_validation"
	Confirmed          Status = "confirmed"
	Rejected           Status = "rejected"
)

// A Line is so many of one item.
type Line struct {
	Item     string `json:"item"`
	Quantity int    `json:"quantity"`
}

// An Order is what a buyer wants to have.
type Order struct {
	ID     string `json:"id"`
	Buyer  string `json:"buyer"`
	Lines  []Line `json:"lines"`
	Status Status `json:"status"`
}

// A Store keeps orders.
type Store interface {
	Get(id string) (Order, bool)
	Put(id string, o Order)
	Select(match func(Order) bool) []Order
}

type api struct {
	orders Store
}

// Routes returns the handler of all that ordering serves.
func Routes(orders Store) http.Handler {
	a := &api{orders: orders}
	mux := http.NewServeMux()
	mux.Handle("GET /orders", rest.Handler(a.list))
	mux.Handle("GET /orders/{id}", rest.Handler(a.get))
	mux.HandleFunc("GET /hc", rest.Alive)
	return mux
}

func (a *api) list(w http.ResponseWriter, r *http.Request) error {
	status := Status(r.URL.Query().Get("status"))
	return rest.Write(w, http.StatusOK, a.orders.Select(func(o Order) bool { return o.Status == status }))
}

func (a *api) get(w http.ResponseWriter, r *http.Request) error {
	o, ok := a.orders.Get(r.PathValue("id"))
	if !ok {
		return rest.Errorf(http.StatusNotFound, "no order %s yet", r.PathValue("id"))
	}
	return rest.Write(w, http.StatusOK, o)
}
