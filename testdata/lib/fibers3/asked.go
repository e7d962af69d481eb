package main

import (
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/client"
	"github.com/gofiber/fiber/v3/middleware/basicauth"
	"github.com/gofiber/fiber/v3/middleware/healthcheck"
	"github.com/gofiber/fiber/v3/middleware/keyauth"
	"github.com/gofiber/fiber/v3/middleware/timeout"
)

func ok(c fiber.Ctx) error { return c.SendStatus(fiber.StatusOK) }

// asked has middleware ask who may go on: for each request behind it.
func asked(app *fiber.App) {
	app.Get("/open", ok)
	app.Get("/keyed", keyauth.New(keyauth.Config{
		Validator: func(c fiber.Ctx, key string) (bool, error) {
			_, err := client.Get("http://users/users/" + key) // want `GET /keyed of fibers3 waits for users GET /users/\{id\}`
			return err == nil, err
		},
	}), ok)
	app.Get("/login", basicauth.New(basicauth.Config{
		Authorizer: func(user, password string, c fiber.Ctx) bool {
			_, err := client.Get("http://users/users/" + user) // want `GET /login of fibers3 waits for users GET /users/\{id\}`
			return err == nil
		},
	}), ok)
	app.Get("/readyz", healthcheck.New(healthcheck.Config{
		Probe: func(c fiber.Ctx) bool {
			_, err := client.Get("http://users/users/probe") // want `GET /readyz of fibers3 waits for users GET /users/\{id\}`
			return err == nil
		},
	}))
	app.Get("/slow", timeout.New(func(c fiber.Ctx) error {
		_, err := client.Get("http://users/users/slow") // want `GET /slow of fibers3 waits for users GET /users/\{id\}`
		return err
	}))
}

// hooked is a client with functions that run with each of its requests.
func hooked(app *fiber.App) {
	plain, orders := client.New(), client.New().SetBaseURL("http://orders")
	orders.AddRequestHook(func(c *client.Client, r *client.Request) error {
		resp, err := plain.Get("http://users/users/token") // want `GET /hooked of fibers3 \(like 1 other endpoint\) waits for users GET /users/\{id\}`
		if err == nil {
			r.SetHeader("Authorization", resp.String())
		}
		return err
	})
	orders.AddResponseHook(func(c *client.Client, resp *client.Response, r *client.Request) error {
		_, err := plain.Post("http://payments/payments") // want `GET /hooked of fibers3 \(like 1 other endpoint\) waits for payments POST /payments`
		return err
	})
	app.Get("/hooked", func(c fiber.Ctx) error {
		_, err := orders.Get("/orders/1") // want `GET /hooked of fibers3 waits for orders GET /orders/\{id\}`
		return err
	})
	app.Post("/hooked", func(c fiber.Ctx) error {
		_, err := orders.R().SetURL("/orders").SetMethod("POST").Send() // want `POST /hooked of fibers3 waits for orders POST /orders`
		return err
	})
}
