// Transports of the program's own, which add to requests and measure them, and one
// that is never used.
package main

import (
	"net/http"
	"strings"
	"time"
)

// tokenTransport only adds a header.
type tokenTransport struct {
	token string
	next  http.RoundTripper
}

func (t tokenTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer "+t.token)
	return t.next.RoundTrip(r)
}

// roundTripperFunc makes a transport of a function.
type roundTripperFunc func(*http.Request) (*http.Response, error)

func (f roundTripperFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// mirror also sends every request to the payments.
type mirror struct{ next http.RoundTripper }

func (m mirror) RoundTrip(r *http.Request) (*http.Response, error) {
	http.Post("http://payments/payments", "application/json", nil)
	return m.next.RoundTrip(r)
}

func main() {
	token := &http.Client{
		Timeout:   time.Second,
		Transport: tokenTransport{"secret", &http.Transport{MaxIdleConns: 10}},
	}
	http.HandleFunc("GET /token", func(w http.ResponseWriter, r *http.Request) {
		token.Get("http://users/users/1") // want `GET /token of roundtripper waits for users GET /users/\{id\}`
	})
	timed := *http.DefaultClient
	timed.Transport = roundTripperFunc(func(r *http.Request) (*http.Response, error) {
		start := time.Now()
		defer func() { println(time.Since(start).String()) }()
		return http.DefaultTransport.RoundTrip(r)
	})
	http.HandleFunc("POST /timed", func(w http.ResponseWriter, r *http.Request) {
		timed.Post("http://orders/orders", "application/json", strings.NewReader("{}")) // want `POST /timed of roundtripper waits for orders POST /orders`
	})
	mirrored := &http.Client{Transport: mirror{http.DefaultTransport}}
	http.HandleFunc("GET /plain", func(w http.ResponseWriter, r *http.Request) {
		if mirrored == nil {
			http.Error(w, "no client", http.StatusInternalServerError)
		}
	})
	http.ListenAndServe(":8080", nil)
}
