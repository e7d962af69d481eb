// Package clients calls other services.
package clients

import (
	"context"
	"net/http"
)

// Users calls users.
type Users struct{ base string }

// NewUsers returns a client of the service at base.
func NewUsers(base string) *Users { return &Users{base} }

// Blocked asks whether a user may do nothing.
func (u *Users) Blocked(ctx context.Context, id string) (bool, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.base+"/users/"+id, nil)
	if err != nil {
		return false, err
	}
	resp, err := http.DefaultClient.Do(req) // want `GET /guarded of callbacks waits for users GET /users/\{id\}`
	if err != nil {
		return false, err
	}
	return resp.StatusCode == http.StatusGone, resp.Body.Close()
}

// Touch is registered under a name that nobody asks for.
func (u *Users) Touch(ctx context.Context, id string) error {
	_, err := http.Get(u.base + "/users/" + id)
	return err
}

// Orders calls orders.
type Orders struct{ base string }

// NewOrders returns a client of the service at base.
func NewOrders(base string) *Orders { return &Orders{base: base} }

// Find asks for an order.
func (o *Orders) Find(_ context.Context, id string) error {
	_, err := http.Get(o.base + "/orders/" + id) // want `GET /list of callbacks waits for orders GET /orders/\{id\}`
	return err
}

// Place makes an order.
func (o *Orders) Place(context.Context) error {
	_, err := http.Post(o.base+"/orders", "application/json", nil) // want `POST /place of callbacks waits for orders POST /orders`
	return err
}

// Count asks for the number of orders.
func (o *Orders) Count(context.Context) error {
	_, err := http.Get(o.base + "/orders/count") // want `GET /expr of callbacks waits for orders GET /orders/\{id\}`
	return err
}
