// Client-side middleware: a RoundTripper that asks for a token first, and one that only
// counts.
package main

import (
	"fmt"
	"log"
	"net/http"
	"sync/atomic"
)

type tokens struct {
	base string
	next http.RoundTripper
}

func (t *tokens) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := http.Get(t.base + "/users/token") // want `GET /order of clientmiddleware waits for users GET /users/\{id\}`
	if err != nil {
		return nil, fmt.Errorf("token: %w", err)
	}
	resp.Body.Close()
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", resp.Header.Get("Token"))
	return t.next.RoundTrip(r)
}

type counting struct {
	next http.RoundTripper
	n    atomic.Int64
}

func (c *counting) RoundTrip(r *http.Request) (*http.Response, error) {
	c.n.Add(1)
	return c.next.RoundTrip(r)
}

type roundTripperFunc func(*http.Request) (*http.Response, error)

func (f roundTripperFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func tagged(next http.RoundTripper) http.RoundTripper {
	return roundTripperFunc(func(r *http.Request) (*http.Response, error) {
		r.Header.Set("X-Tag", "a")
		return next.RoundTrip(r)
	})
}

func main() {
	orders := &http.Client{Transport: &tokens{base: "http://users", next: http.DefaultTransport}}
	payments := &http.Client{Transport: tagged(&counting{next: http.DefaultTransport})}
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		orders.Get("http://orders/orders/1") // want `GET /order of clientmiddleware waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		payments.Post("http://payments/payments", "", nil) // want `POST /pay of clientmiddleware waits for payments POST /payments`
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
