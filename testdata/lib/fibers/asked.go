package main

import (
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/basicauth"
	"github.com/gofiber/fiber/v2/middleware/keyauth"
	"github.com/gofiber/fiber/v2/middleware/timeout"
)

// asked has middleware ask who may go on: for each request behind it.
func asked(app *fiber.App, h *handlers) {
	app.Get("/open", func(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusOK) })
	app.Use("/keyed", keyauth.New(keyauth.Config{
		Validator: func(c *fiber.Ctx, key string) (bool, error) {
			code, _, _ := fiber.Get("http://users/users/" + key).Bytes() // want `GET /keyed/orders of fibers waits for users GET /users/\{id\}`
			return code == fiber.StatusOK, nil
		},
		SuccessHandler: func(c *fiber.Ctx) error {
			fiber.Post("http://payments/payments").Bytes() // want `GET /keyed/orders of fibers waits for payments POST /payments`
			return c.Next()
		},
	}))
	app.Get("/keyed/orders", func(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusOK) })
	app.Get("/login", basicauth.New(basicauth.Config{
		Authorizer: func(user, password string) bool {
			code, _, _ := fiber.Get("http://users/users/" + user).Bytes() // want `GET /login of fibers waits for users GET /users/\{id\}`
			return code == fiber.StatusOK
		},
	}), func(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusOK) })
	app.Get("/slow", timeout.NewWithContext(func(c *fiber.Ctx) error {
		_, _, errs := fiber.Get(h.orders + "/orders/2").Bytes() // want `GET /slow of fibers waits for orders GET /orders/\{id\}`
		if len(errs) > 0 {
			return errs[0]
		}
		return nil
	}, time.Second))
}
