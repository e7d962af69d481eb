// Breakers and retriers run what they are given there and then, and retries are one
// call.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/avast/retry-go/v4"
	"github.com/sony/gobreaker/v2"
)

var breaker = gobreaker.NewCircuitBreaker[*http.Response](gobreaker.Settings{
	Name:          "orders",
	OnStateChange: func(name string, from, to gobreaker.State) { http.Get("http://users/users/alarm") },
})

func order(id string) (*http.Response, error) {
	return breaker.Execute(func() (*http.Response, error) {
		return http.Get("http://orders/orders/" + id) // want `GET /breaker of breakers waits for orders GET /orders/\{id\}`
	})
}

func pay(ctx context.Context) error {
	return retry.Do(func() error {
		_, err := http.Post("http://payments/payments", "application/json", nil) // want `POST /retry of breakers waits for payments POST /payments`
		return err
	}, retry.Context(ctx), retry.Attempts(3))
}

func user(id string) (*http.Response, error) {
	return retry.DoWithData(func() (*http.Response, error) {
		return http.Get("http://users/users/" + id) // want `GET /data of breakers waits for users GET /users/\{id\}`
	})
}

func main() {
	runs()
	http.HandleFunc("GET /breaker", func(w http.ResponseWriter, r *http.Request) { order("1") })
	http.HandleFunc("POST /retry", func(w http.ResponseWriter, r *http.Request) { pay(r.Context()) })
	http.HandleFunc("GET /data", func(w http.ResponseWriter, r *http.Request) { user("1") })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
