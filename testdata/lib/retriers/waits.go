package main

import (
	"context"
	"net/http"
	"time"

	retry4 "github.com/avast/retry-go/v4"
	backoff5 "github.com/cenkalti/backoff/v5"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/util/retry"
)

// conditions are waited for, in each of the ways: every one is one call.
func conditions(w http.ResponseWriter, r *http.Request) {
	steps := wait.Backoff{Steps: 3}
	wait.PollUntilContextCancel(r.Context(), time.Second, true, func(ctx context.Context) (bool, error) {
		return get("http://orders/orders/cancel") == nil, nil // want `GET /conditions of retriers waits for orders GET /orders/\{id\}`
	})
	wait.ExponentialBackoff(steps, func() (bool, error) {
		return get("http://users/users/backoff") == nil, nil // want `GET /conditions of retriers waits for users GET /users/\{id\}`
	})
	wait.ExponentialBackoffWithContext(r.Context(), steps, func(context.Context) (bool, error) {
		return get("http://archive/orders/backoff") == nil, nil // want `GET /conditions of retriers waits for archive GET /orders/\{id\}`
	})
}

func conflicts(w http.ResponseWriter, r *http.Request) {
	retry.RetryOnConflict(retry.DefaultRetry, func() error { return get("http://orders/orders/conflict") }) // want `GET /conflicts of retriers waits for orders GET /orders/\{id\}`
	retry.OnError(retry.DefaultRetry, func(err error) bool {
		return get("http://users/users/judge") == nil // want `GET /conflicts of retriers waits for users GET /users/\{id\}`
	}, func() error {
		return get("http://archive/orders/error") // want `GET /conflicts of retriers waits for archive GET /orders/\{id\}`
	})
}

// grouped waits for the goroutines of a group; those of the second go on.
func grouped(w http.ResponseWriter, r *http.Request) {
	var g, left wait.Group
	g.Start(func() { get("http://orders/orders/group") })                                      // want `GET /grouped of retriers waits for orders GET /orders/\{id\}`
	g.StartWithContext(r.Context(), func(context.Context) { get("http://users/users/group") }) // want `GET /grouped of retriers waits for users GET /users/\{id\}`
	left.Start(func() { get("http://archive/orders/left") })                                   // runs: request
	g.Wait()
}

// noticed hears of every attempt that failed.
func noticed(w http.ResponseWriter, r *http.Request) {
	backoff5.Retry(r.Context(), func() (int, error) { return 1, nil }, backoff5.WithNotify(func(error, time.Duration) {
		get("http://users/users/notified") // want `GET /noticed of retriers waits for users GET /users/\{id\}`
	}))
	retry4.Do(func() error { return errNotYet }, retry4.OnRetry(func(uint, error) {
		get("http://orders/orders/again") // want `GET /noticed of retriers waits for orders GET /orders/\{id\}`
	}), retry4.RetryIf(func(error) bool {
		return get("http://archive/orders/again") != nil // want `GET /noticed of retriers waits for archive GET /orders/\{id\}`
	}))
}

func waits() {
	go wait.JitterUntilWithContext(context.Background(), func(context.Context) { get("http://users/users/jitter") }, time.Minute, 0.1, true) // runs: poll background
	http.HandleFunc("GET /conditions", conditions)
	http.HandleFunc("GET /conflicts", conflicts)
	http.HandleFunc("GET /grouped", grouped)
	http.HandleFunc("GET /noticed", noticed)
}
