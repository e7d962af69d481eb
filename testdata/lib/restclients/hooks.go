package main

import (
	"errors"
	"net/http"
	"os"

	"github.com/go-resty/resty/v2"
	restyv1 "gopkg.in/resty.v1"
	restyv3 "resty.dev/v3"
)

// Functions that clients run with each request, before it or after: they are not run
// where they are added.
func hooks() {
	two := resty.New().SetBaseURL("http://orders").
		OnBeforeRequest(func(_ *resty.Client, r *resty.Request) error {
			resp, err := http.Get("http://users/users/two") // want `GET /two of restclients waits for users GET /users/\{id\}`
			if err == nil {
				r.SetAuthToken(resp.Header.Get("token"))
			}
			return err
		}).
		OnError(func(*resty.Request, error) {
			http.Post("http://payments/payments", "", nil) // want `GET /two of restclients waits for payments POST /payments`
		}).
		AddRetryCondition(func(r *resty.Response, err error) bool { return err != nil })
	http.HandleFunc("GET /again", func(w http.ResponseWriter, r *http.Request) {
		again := resty.New().SetBaseURL("http://orders").OnAfterResponse(func(*resty.Client, *resty.Response) error {
			_, err := http.Get("http://users/users/again") // want `GET /again of restclients waits for users GET /users/\{id\}`
			return err
		})
		again.R().AddRetryCondition(func(*resty.Response, error) bool {
			_, err := http.Post("http://payments/payments", "", nil) // want `GET /again of restclients waits for payments POST /payments`
			return err == nil
		}).Get("/orders/2") // want `GET /again of restclients waits for orders GET /orders/\{id\}`
	})
	three := restyv3.New().SetBaseURL("http://orders")
	three.AddRequestMiddleware(func(_ *restyv3.Client, r *restyv3.Request) error {
		_, err := http.Get("http://users/users/three") // want `GET /three of restclients waits for users GET /users/\{id\}`
		return err
	})
	three.OnError(func(*restyv3.Request, error) {
		http.Post("http://payments/payments", "", nil) // want `GET /three of restclients waits for payments POST /payments`
	})
	one := restyv1.New().SetHostURL("http://orders").
		SetPreRequestHook(func(_ *restyv1.Client, r *restyv1.Request) error {
			_, err := http.Get("http://users/users/one") // want `GET /one of restclients waits for users GET /users/\{id\}`
			return err
		})
	restyv1.OnAfterResponse(func(_ *restyv1.Client, r *restyv1.Response) error {
		http.Post("http://payments/payments", "", nil) // want `GET /default of restclients \(like 2 other endpoints\) waits for payments POST /payments`
		return errors.New("late")
	})
	http.HandleFunc("GET /two", func(w http.ResponseWriter, r *http.Request) {
		two.R().Get("/orders/2") // want `GET /two of restclients waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("GET /three", func(w http.ResponseWriter, r *http.Request) {
		three.R().AddRetryHooks(func(*restyv3.Response, error) {
			http.Post("http://payments/payments", "", nil) // want `GET /three of restclients waits for payments POST /payments`
		}).Get("/orders/3") // want `GET /three of restclients waits for orders GET /orders/\{id\}`
	})
	baseless := resty.New()
	http.HandleFunc("GET /baseless", func(w http.ResponseWriter, r *http.Request) {
		baseless.R().Get(os.Getenv("ORDERS_URL") + "/orders/9") // want `GET /baseless of restclients waits for orders GET /orders/\{id\}`
		req := baseless.R()
		req.URL = os.Getenv("ORDERS_URL") + "/orders"
		req.Method = http.MethodPost
		req.Send() // want `GET /baseless of restclients waits for orders POST /orders`
	})
	http.HandleFunc("GET /one", func(w http.ResponseWriter, r *http.Request) {
		one.R().Get("/orders/1") // want `GET /one of restclients waits for orders GET /orders/\{id\}`
	})
}
