package main

import (
	"net/http"
	"net/http/httptest"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/gofiber/fiber/v2/middleware/proxy"
	"github.com/valyala/fasthttp"
)

func anyMethod(c *fiber.Ctx) error {
	fiber.Get("http://items/items/1").Host("users").Bytes() // want `ANY /more/any/\{id\} of fibers waits for items GET /items/\{id\}`
	return nil
}

// hosted sets the host of an address before it is read.
func hosted(c *fiber.Ctx) error {
	agent := fiber.AcquireAgent()
	agent.Request().SetRequestURI("/items/1")
	agent.Request().Header.SetMethod(fiber.MethodGet)
	if err := agent.Host("items").Parse(); err != nil {
		return err
	}
	_, _, errs := agent.Bytes() // want `SEARCH /more/hosted of fibers waits for items GET /items/\{id\}`
	return errs[0]
}

// limited runs below two prefixes, for what is added later.
func limited(c *fiber.Ctx) error {
	fiber.Get("http://users/users/1").Bytes() // want `ANY /more/any/\{id\} of fibers waits for users GET /users/\{id\}`
	return c.Next()
}

func more(app *fiber.App) *http.Server {
	app.Use([]string{"/more/any", "/more/none"}, limited)
	app.All("/more/any/:id<int;min(1)>", anyMethod)
	app.Add("SEARCH", "/more/hosted", hosted)
	app.Get("/items/:id", proxy.BalancerForward([]string{"items"}))           // want `GET /items/\{id\} of fibers waits for items GET /items/\{id\}`
	app.Put("/items/:id", proxy.DomainForward("users", "http://items"))       // want `PUT /items/\{id\} of fibers waits for items PUT /items/\{id\}`
	app.Test(httptest.NewRequest("GET", "http://users/users/1", http.NoBody)) // it serves what it is given itself

	inner := fiber.New()
	inner.Get("/inner", func(c *fiber.Ctx) error {
		fiber.Get("http://orders/orders/1").Bytes() // want `GET /inner of fibers waits for orders GET /orders/\{id\}`
		return nil
	})
	go fasthttp.ListenAndServe(":8081", inner.Handler())
	wrapped := fiber.New()
	wrapped.Get("/wrapped", func(c *fiber.Ctx) error {
		fiber.Get("http://orders/orders/2").Bytes() // want `GET /std/wrapped of fibers waits for orders GET /orders/\{id\}`
		return nil
	})
	return &http.Server{Addr: ":8082", Handler: http.StripPrefix("/std", adaptor.FiberApp(wrapped))}
}
