package main

import (
	"context"
	"net/http"

	"github.com/afex/hystrix-go/hystrix"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
	"github.com/failsafe-go/failsafe-go/timeout"
)

func fetch(url string) (string, error) {
	_, err := http.Get(url)
	return url, err
}

// executed runs what it is given by several policies, one within the other.
func executed(w http.ResponseWriter, r *http.Request) {
	policies := failsafe.With[string](retrypolicy.NewWithDefaults[string]()).
		Compose(timeout.New[string](1)).
		WithContext(r.Context()).
		OnFailure(func(failsafe.ExecutionDoneEvent[string]) {
			fetch("http://archive/orders/failed") // want `GET /executed of breakers waits for archive GET /orders/\{id\}`
		})
	policies.Get(func() (string, error) { return fetch("http://orders/orders/got") }) // want `GET /executed of breakers waits for orders GET /orders/\{id\}`
}

// started runs on other goroutines, which the one or the other way is waited for.
func started(w http.ResponseWriter, r *http.Request) {
	e := failsafe.With[string](retrypolicy.NewWithDefaults[string]())
	result := e.GetAsync(func() (string, error) { return fetch("http://orders/orders/async") }) // want `GET /started of breakers waits for orders GET /orders/\{id\}`
	run := e.RunAsync(func() error {
		_, err := fetch("http://users/users/async") // want `GET /started of breakers waits for users GET /users/\{id\}`
		return err
	})
	e.RunAsync(func() error {
		_, err := fetch("http://archive/orders/left") // runs: request
		return err
	})
	if err := result.Error(); err != nil {
		return
	}
	<-run.Done()
}

// errored waits for the channel of errors, or for the end of what it is closed by.
func errored(w http.ResponseWriter, r *http.Request) {
	errs := hystrix.GoC(r.Context(), "orders", func(context.Context) error {
		_, err := fetch("http://orders/orders/hystrix") // want `GET /errored of breakers waits for orders GET /orders/\{id\}`
		return err
	}, func(context.Context, error) error {
		_, err := fetch("http://archive/orders/instead") // want `GET /errored of breakers waits for archive GET /orders/\{id\}`
		return err
	})
	hystrix.GoC(r.Context(), "users", func(context.Context) error {
		_, err := fetch("http://users/users/hystrix") // runs: request
		return err
	}, nil)
	if err := <-errs; err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func runs() {
	http.HandleFunc("GET /executed", executed)
	http.HandleFunc("GET /started", started)
	http.HandleFunc("GET /errored", errored)
}
