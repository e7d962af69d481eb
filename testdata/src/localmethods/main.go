// Methods of the program's own that are named like remote ones, a client that works
// in memory, and a store with the method set of a client.
package main

import (
	"context"
	"errors"
	"net/http"
)

// Client looks like an HTTP client.
type Client struct{ seen []string }

// Get remembers the address.
func (c *Client) Get(url string) (*http.Response, error) {
	c.seen = append(c.seen, url)
	return nil, errors.New("offline")
}

// Do remembers the request.
func (c *Client) Do(r *http.Request) (*http.Response, error) { return c.Get(r.URL.String()) }

// Invoke looks like a call over a connection.
func (c *Client) Invoke(ctx context.Context, method string, args, reply any) error { return nil }

// Charge looks like the payments' method.
func (c *Client) Charge(ctx context.Context, order string) error {
	return c.Invoke(ctx, "/shop.Payments/Charge", order, nil)
}

type charger interface {
	Charge(ctx context.Context, order string) error
}

type remote struct{}

func (remote) Charge(ctx context.Context, order string) error {
	_, err := http.Post("http://payments/payments", "application/json", nil)
	return err
}

// use takes any charger; only the local one is ever given to it.
func use(c charger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { c.Charge(r.Context(), "1") }
}

var _ charger = remote{}

func main() {
	c := &Client{}
	http.HandleFunc("GET /get", func(w http.ResponseWriter, r *http.Request) { c.Get("http://orders/orders/1") })
	http.HandleFunc("GET /do", func(w http.ResponseWriter, r *http.Request) {
		req, err := http.NewRequest(http.MethodGet, "http://users/users/1", nil)
		if err != nil {
			return
		}
		c.Do(req)
	})
	http.HandleFunc("POST /charge", use(c))
	http.HandleFunc("GET /really", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/1") // want `GET /really of localmethods waits for orders GET /orders/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
