// Base URLs in an embedded struct, in a nested config, and in a map of endpoints.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

type config struct {
	Port     string
	Services struct {
		Orders   service
		Users    service
		Payments *service
	}
}

type service struct {
	URL     string
	Version string
}

type base struct {
	service
	http *http.Client
}

func (b *base) url(format string, args ...any) string {
	return b.URL + fmt.Sprintf(format, args...)
}

func (b *base) fetch(ctx context.Context, method, url string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, url, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-Version", b.Version)
	return b.http.Do(req)
}

type ordersClient struct {
	*base
	cache map[string]string
}

func (c *ordersClient) Order(ctx context.Context, id string) error {
	_, err := c.fetch(ctx, "GET", c.url("/orders/%s", id), nil) // want `GET /order/\{id\} of baseurls waits for orders GET /orders/\{id\}`
	return err
}

type usersClient struct{ base }

func (c *usersClient) User(ctx context.Context, id int) error {
	_, err := c.fetch(ctx, "GET", c.url("/users/%d", id), nil) // want `GET /user/\{id\} of baseurls waits for users GET /users/\{id\}`
	return err
}

type paymentsClient struct {
	base
	path string
}

func (c paymentsClient) Pay(ctx context.Context) error {
	_, err := c.fetch(ctx, http.MethodPost, c.URL+c.path, nil) // want `POST /pay of baseurls waits for payments POST /payments`
	return err
}

func load() *config {
	c := &config{Port: "8080"}
	c.Services.Orders.URL = os.Getenv("ORDERS_URL")
	c.Services.Users = service{URL: os.Getenv("USERS_URL"), Version: "2"}
	c.Services.Payments = &service{URL: os.Getenv("PAYMENTS_URL")}
	return c
}

type app struct {
	orders   *ordersClient
	users    *usersClient
	payments paymentsClient
}

func newApp(c *config) *app {
	plain := base{http: http.DefaultClient}
	a := &app{
		orders: &ordersClient{base: &base{service: c.Services.Orders, http: http.DefaultClient}},
		users:  &usersClient{plain},
	}
	a.users.service = c.Services.Users
	a.payments = paymentsClient{base: plain, path: "/payments"}
	a.payments.service = *c.Services.Payments
	return a
}

func main() {
	c := load()
	a := newApp(c)
	http.HandleFunc("GET /order/{id}", func(w http.ResponseWriter, r *http.Request) {
		a.orders.Order(r.Context(), r.PathValue("id"))
	})
	http.HandleFunc("GET /user/{id}", func(w http.ResponseWriter, r *http.Request) {
		a.users.User(r.Context(), len(r.PathValue("id")))
	})
	http.HandleFunc("POST /pay", func(w http.ResponseWriter, r *http.Request) {
		a.payments.Pay(r.Context())
	})
	log.Fatal(http.ListenAndServe(":"+c.Port, nil))
}
