// A transport that sends every request to one host.
package main

import "net/http"

type hostTransport struct {
	host string
	next http.RoundTripper
}

func (t *hostTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	out := r.Clone(r.Context())
	out.URL.Scheme = "http"
	out.URL.Host = t.host
	return t.next.RoundTrip(out)
}

func main() {
	orders := &http.Client{Transport: &hostTransport{"orders", http.DefaultTransport}}
	users := &http.Client{Transport: &hostTransport{"users", &http.Transport{}}}
	http.HandleFunc("GET /get", func(w http.ResponseWriter, r *http.Request) {
		orders.Get("http://gateway.internal/orders/1") // want `GET /get of hosttransport waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /relative", func(w http.ResponseWriter, r *http.Request) {
		orders.Get("/orders/1") // want `GET /relative of hosttransport waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /do", func(w http.ResponseWriter, r *http.Request) {
		req, err := http.NewRequest(http.MethodGet, "http://orders/users/1", nil)
		if err != nil {
			return
		}
		users.Do(req) // want `GET /do of hosttransport waits for users GET /users/\{id\}`
	})
	http.ListenAndServe(":8080", nil)
}
