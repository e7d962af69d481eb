// Retriers of several makers: what they try is one call, however often.
package main

import (
	"context"
	"errors"
	"net/http"
	"time"

	retry5 "github.com/avast/retry-go/v5"
	"github.com/cenkalti/backoff/v4"
	"github.com/eapache/go-resiliency/retrier"
	"github.com/samber/lo"
	sethvargo "github.com/sethvargo/go-retry"
	"k8s.io/apimachinery/pkg/util/wait"
)

var errNotYet = errors.New("not yet")

func get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func notify(w http.ResponseWriter, r *http.Request) {
	operation := func() error { return get("http://orders/orders/backoff") }               // want `GET /notify of retriers waits for orders GET /orders/\{id\}`
	alarm := func(error, time.Duration) { http.Post("http://payments/payments", "", nil) } // want `GET /notify of retriers waits for payments POST /payments`
	if err := backoff.RetryNotify(operation, backoff.NewExponentialBackOff(), alarm); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

// data passes on what the attempt that succeeded gave.
func data(w http.ResponseWriter, r *http.Request) {
	next, err := backoff.RetryWithData(func() (string, error) { return "http://users/users/", nil }, backoff.NewExponentialBackOff())
	if err != nil {
		return
	}
	get(next + r.PathValue("id")) // want `GET /data/\{id\} of retriers waits for users GET /users/\{id\}`
}

var retries = retry5.New(retry5.Attempts(5))

func avast(w http.ResponseWriter, r *http.Request) {
	retries.Do(func() error { return get("http://orders/orders/avast") }) // want `GET /avast of retriers waits for orders GET /orders/\{id\}`
}

func constant(w http.ResponseWriter, r *http.Request) {
	err := sethvargo.Do(r.Context(), sethvargo.WithMaxRetries(3, sethvargo.NewFibonacci(time.Second)), func(ctx context.Context) error {
		return sethvargo.RetryableError(get("http://users/users/fibonacci")) // want `GET /constant of retriers waits for users GET /users/\{id\}`
	})
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
	sethvargo.Constant(r.Context(), time.Second, func(context.Context) error {
		return get("http://orders/orders/constant") // want `GET /constant of retriers waits for orders GET /orders/\{id\}`
	})
}

var tries = retrier.New(retrier.ConstantBackoff(3, time.Second), nil)

func resiliency(w http.ResponseWriter, r *http.Request) {
	tries.Run(func() error { return get("http://orders/orders/retrier") }) // want `GET /resiliency of retriers waits for orders GET /orders/\{id\}`
	tries.RunCtx(r.Context(), func(context.Context) error {
		return get("http://users/users/retrier") // want `GET /resiliency of retriers waits for users GET /users/\{id\}`
	})
}

// poll waits until a condition holds. That it does not is no error of its own.
func poll(w http.ResponseWriter, r *http.Request) {
	err := wait.PollUntilContextTimeout(r.Context(), time.Second, time.Minute, true, func(ctx context.Context) (bool, error) {
		return get("http://orders/orders/polled") == nil, nil // want `GET /poll of retriers waits for orders GET /orders/\{id\}`
	})
	if err != nil {
		return
	}
	get("http://users/users/polled") // want `GET /poll of retriers waits for users GET /users/\{id\}`
}

func attempt(w http.ResponseWriter, r *http.Request) {
	_, err := lo.Attempt(3, func(int) error {
		return get("http://orders/orders/attempt") // want `GET /attempt of retriers waits for orders GET /orders/\{id\}`
	})
	if errors.Is(err, errNotYet) {
		w.WriteHeader(http.StatusBadGateway)
	}
}

// each tries for each element: the loop around is one over data.
func each(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.URL.Query()["id"] {
		backoff.Retry(func() error {
			return get("http://orders/orders/" + id) // want `GET /each of retriers waits for orders GET /orders/\{id\}` `GET /each of retriers calls orders GET /orders/\{id\} once per element of a loop`
		}, backoff.NewExponentialBackOff())
	}
}

// never is a function that nobody tries.
func never(w http.ResponseWriter, r *http.Request) {
	_ = backoff.Operation(func() error { return get("http://users/users/never") })
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	// What goes on for ever is no request's.
	go wait.Until(func() { get("http://users/users/refresh") }, time.Minute, nil)
	waits()
	http.HandleFunc("GET /notify", notify)
	http.HandleFunc("GET /data/{id}", data)
	http.HandleFunc("GET /avast", avast)
	http.HandleFunc("GET /constant", constant)
	http.HandleFunc("GET /resiliency", resiliency)
	http.HandleFunc("GET /poll", poll)
	http.HandleFunc("GET /attempt", attempt)
	http.HandleFunc("GET /each", each)
	http.HandleFunc("GET /never", never)
	http.ListenAndServe(":8080", nil)
}
