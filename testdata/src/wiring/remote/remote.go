// Package remote finds orders in another service.
package remote

import "net/http"

// Orders asks the service at Addr.
type Orders struct{ Addr string }

// Find implements api.Orders.
func (o Orders) Find(id string) error {
	resp, err := http.Get(o.Addr + "/orders/" + id) // want `GET /orders/\{id\} of wiring waits for orders GET /orders/\{id\}`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
