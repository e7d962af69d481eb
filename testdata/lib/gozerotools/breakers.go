package main

import (
	"net/http"

	"github.com/zeromicro/go-zero/core/breaker"
)

// within asks behind breakers that know the request.
func (s *shop) within(w http.ResponseWriter, r *http.Request) {
	s.breaker.Do(func() error {
		_, err := http.Get("http://users/users/do") // want `GET /within of gozerotools waits for users GET /users/\{id\}:`
		return err
	})
	s.breaker.DoWithFallbackCtx(r.Context(), func() error {
		_, err := http.Get("http://orders/orders/method") // want `GET /within of gozerotools waits for orders GET /orders/\{id\}:`
		return err
	}, func(err error) error {
		http.Post("http://payments/payments", "", nil) // want `GET /within of gozerotools waits for payments POST /payments:`
		return err
	})
	breaker.DoWithFallbackCtx(r.Context(), "orders", func() error {
		_, err := http.Get("http://orders/orders/function") // want `GET /within of gozerotools waits for orders GET /orders/\{id\}:`
		return err
	}, func(err error) error {
		http.Get("http://archive/orders/1") // want `GET /within of gozerotools waits for archive GET /orders/\{id\}:`
		return err
	})
}
