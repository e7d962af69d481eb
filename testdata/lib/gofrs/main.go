// A service of GoFr, whose clients are known by names.
package main

import (
	"context"

	"gofr.dev/pkg/gofr"
)

func order(c *gofr.Context) (any, error) {
	return c.GetHTTPService("orders").Get(c, "orders/"+c.PathParam("id"), nil) // want `GET /orders/\{id\} of gofrs waits for orders GET /orders/\{id\}`
}

func pay(c *gofr.Context) (any, error) {
	payments := c.GetHTTPService("payments")
	return payments.PostWithHeaders(c, "payments", nil, nil, nil) // want `POST /pay of gofrs waits for payments POST /payments`
}

func placed(c *gofr.Context) error {
	_, err := c.GetHTTPService("orders").Get(context.Background(), "orders/1", nil) // runs: consumer order-placed
	return err
}

func main() {
	app := gofr.New()
	app.AddHTTPService("orders", "http://orders")
	app.AddHTTPService("payments", "http://payments")
	app.GET("/orders/{id}", order)
	app.POST("/pay", pay)
	app.Subscribe("order-placed", placed)
	app.Run()
}
