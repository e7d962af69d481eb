// The fluent HTTP clients of resty: base URLs, path parameters, deferred sends, and a
// transport of the program's own.
package main

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
	restyv1 "gopkg.in/resty.v1"
	restyv3 "resty.dev/v3"
)

type order struct{ ID string }

type orders struct{ http *resty.Client }

func newOrders(base string) *orders {
	c := resty.New().
		SetBaseURL(base).
		SetTimeout(2*time.Second).
		SetRetryCount(3).
		SetHeader("Accept", "application/json")
	return &orders{http: c}
}

func (o *orders) find(ctx context.Context, id string) (*order, error) {
	var out order
	_, err := o.http.R().
		SetContext(ctx).
		SetPathParam("id", id).
		SetResult(&out).
		Get("/{kind}/{id}") // want `GET /find of restclients waits for orders GET /orders/\{id\}`
	return &out, err
}

func (o *orders) place(ctx context.Context) error {
	_, err := o.http.R().SetContext(ctx).SetBody(order{}).Execute(http.MethodPost, "orders") // want `POST /place of restclients waits for orders POST /orders`
	return err
}

func (o *orders) later() error {
	req := o.http.R().SetPathParams(map[string]string{"kind": "orders", "id": "7"})
	req.Method = http.MethodGet
	req.URL = "/{kind}/{id}"
	_, err := req.Send() // want `GET /later of restclients waits for orders GET /orders/\{id\}`
	return err
}

// A traced transport sends on what its client is given.
type traced struct{ next http.RoundTripper }

func (t traced) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("traceparent", "00")
	return t.next.RoundTrip(r)
}

func pay(c *resty.Client) error {
	_, err := c.R().SetBody(1).Post("http://payments/payments") // want `POST /pay of restclients waits for payments POST /payments`
	return err
}

type users struct{ http *restyv3.Client }

func newUsers() *users {
	lb, err := restyv3.NewRoundRobin("http://users")
	if err != nil {
		panic(err)
	}
	return &users{restyv3.New().SetLoadBalancer(lb)}
}

func (u *users) find(id string) error {
	_, err := u.http.R().SetPathParam("id", id).Get("/users/{id}") // want `GET /user of restclients waits for users GET /users/\{id\}`
	return err
}

func (u *users) other(id string) error {
	req := u.http.R().SetMethod(http.MethodGet).SetURL("/users/" + id)
	_, err := req.Send() // want `GET /other of restclients waits for users GET /users/\{id\}`
	return err
}

func old(id string) error {
	_, err := restyv1.R().SetHeader("a", "b").Get("/users/" + id) // want `GET /old of restclients waits for users GET /users/\{id\}`
	return err
}

// describe looks like a call: nothing is sent.
func describe(c *resty.Client) string {
	req := c.R().SetPathParam("id", "1")
	req.URL = "http://payments/payments"
	return req.GenerateCurlCommand()
}

func main() {
	hooks()
	restyv1.SetHostURL("http://users")
	o, u := newOrders(os.Getenv("ORDERS_URL")), newUsers()
	o.http.SetPathParam("kind", "orders")
	ways()
	own := resty.NewWithClient(&http.Client{Transport: traced{http.DefaultTransport}})
	http.HandleFunc("GET /find", func(w http.ResponseWriter, r *http.Request) { o.find(r.Context(), r.FormValue("id")) })
	http.HandleFunc("POST /place", func(w http.ResponseWriter, r *http.Request) { o.place(r.Context()) })
	http.HandleFunc("GET /later", func(w http.ResponseWriter, r *http.Request) { o.later() })
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) { pay(own) })
	http.HandleFunc("GET /user", func(w http.ResponseWriter, r *http.Request) { u.find(r.FormValue("id")) })
	http.HandleFunc("GET /other", func(w http.ResponseWriter, r *http.Request) { u.other(r.FormValue("id")) })
	http.HandleFunc("GET /old", func(w http.ResponseWriter, r *http.Request) { old(r.FormValue("id")) })
	http.HandleFunc("GET /describe", func(w http.ResponseWriter, r *http.Request) { describe(own) })
	http.ListenAndServe(":8080", nil)
}
