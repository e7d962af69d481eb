// Retry libraries: one call, however often it is tried.
package main

import (
	"context"
	"net/http"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/cenkalti/backoff/v5"
	"github.com/hashicorp/go-retryablehttp"
)

func get(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func avast(w http.ResponseWriter, r *http.Request) {
	err := retry.Do(func() error {
		return get(r.Context(), "http://orders/orders/avast") // want `GET /avast of retrylibs waits for orders GET /orders/\{id\}`
	}, retry.Attempts(3), retry.Delay(time.Second))
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func cenkalti(w http.ResponseWriter, r *http.Request) {
	_, err := backoff.Retry(r.Context(), func() (bool, error) {
		return true, get(r.Context(), "http://users/users/cenkalti") // want `GET /cenkalti of retrylibs waits for users GET /users/\{id\}`
	}, backoff.WithBackOff(backoff.NewExponentialBackOff()))
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func hashicorp(w http.ResponseWriter, r *http.Request) {
	client := retryablehttp.NewClient()
	client.RetryMax = 3
	req, err := retryablehttp.NewRequestWithContext(r.Context(), http.MethodPost, "http://payments/payments", nil)
	if err != nil {
		return
	}
	client.Do(req)                           // want `GET /hashicorp of retrylibs waits for payments POST /payments`
	client.Get("http://orders/orders/again") // want `GET /hashicorp of retrylibs waits for orders GET /orders/\{id\}`
	plain := client.StandardClient()
	plain.Get("http://users/users/plain") // want `GET /hashicorp of retrylibs waits for users GET /users/\{id\}`
}

// perElement retries for each element: that the loop around is over data counts.
func perElement(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.URL.Query()["id"] {
		retry.Do(func() error {
			return get(r.Context(), "http://orders/orders/"+id) // want `GET /per-element of retrylibs waits for orders GET /orders/\{id\}` `GET /per-element of retrylibs calls orders GET /orders/\{id\} once per element of a loop`
		})
	}
}

func main() {
	http.HandleFunc("GET /avast", avast)
	http.HandleFunc("GET /cenkalti", cenkalti)
	http.HandleFunc("GET /hashicorp", hashicorp)
	http.HandleFunc("GET /per-element", perElement)
	http.ListenAndServe(":8080", nil)
}
