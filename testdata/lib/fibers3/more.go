package main

import (
	"net/http"
	"net/http/httptest"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/client"
	"github.com/gofiber/fiber/v3/middleware/adaptor"
	"github.com/gofiber/fiber/v3/middleware/proxy"
	"github.com/valyala/fasthttp"
)

// clients connect to a host, whatever the URLs say.
type clients struct {
	one *client.Client
	lot *client.Client
	any *client.Client
}

func (c *clients) based(ctx fiber.Ctx) error {
	base := ctx.Locals("base").(string)
	_, err := c.any.Custom(base+"/items/1", "PATCH") // want `ANY /more/any/\{id\} of fibers3 waits for items PATCH /items/\{id\}`
	return err
}

func (c *clients) put(ctx fiber.Ctx) error {
	req := client.AcquireRequest().SetClient(c.one)
	_, err := req.Custom("http://shop.example/items/1", "PUT") // want `GET /more/routes/put of fibers3 waits for items PUT /items/\{id\}`
	return err
}

func (c *clients) do(ctx fiber.Ctx) error {
	req, resp := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
	req.SetRequestURI("http://items/items/1")
	req.Header.SetMethod("DELETE")
	return c.any.Do(req, resp) // want `GET /more/do of fibers3 waits for items DELETE /items/\{id\}`
}

func (c *clients) balanced(ctx fiber.Ctx) error {
	_, err := c.lot.Get("http://shop.example/orders/1") // want `POST /more/chain of fibers3 waits for orders GET /orders/\{id\}`
	return err
}

// before serves all methods of its path, and runs before what follows it.
func before(ctx fiber.Ctx) error {
	client.Get("http://users/users/1") // want `ANY /more/chain of fibers3 \(like 2 other endpoints\) waits for users GET /users/\{id\}`
	return ctx.Next()
}

func more(app *fiber.App) *http.Server {
	c := &clients{
		one: client.NewWithHostClient(&fasthttp.HostClient{Addr: "items"}),
		lot: client.NewWithLBClient(&fasthttp.LBClient{Clients: []fasthttp.BalancingClient{&fasthttp.HostClient{Addr: "orders"}}}),
		any: client.New(),
	}
	app.Use("/more/any", func(ctx fiber.Ctx) error {
		ctx.Locals("base", "http://items")
		return ctx.Next()
	})
	app.All("/more/any/:id<int>", c.based)
	app.Get("/more/do", c.do)
	app.Route("/more/routes", func(r fiber.Router) {
		r.Get("/put", c.put)
	})
	app.RouteChain("/more/chain").All(before).Add([]string{"POST"}, c.balanced).Get(func(ctx fiber.Ctx) error { return nil })
	app.Put("/items/:id", proxy.BalancerForward([]string{"http://items"}))    // want `PUT /items/\{id\} of fibers3 waits for items PUT /items/\{id\}`
	app.Post("/charged", proxy.Forward("http://payments/payments"))           // want `POST /charged of fibers3 waits for payments POST /payments`
	app.Test(httptest.NewRequest("GET", "http://users/users/1", http.NoBody)) // it serves what it is given itself

	inner := fiber.New()
	inner.Get("/inner", func(ctx fiber.Ctx) error {
		_, err := client.Get("http://orders/orders/1") // want `GET /inner of fibers3 waits for orders GET /orders/\{id\}`
		return err
	})
	go fasthttp.ListenAndServe(":8081", inner.Handler())
	wrapped := fiber.New()
	wrapped.Get("/wrapped", func(ctx fiber.Ctx) error {
		_, err := client.Get("http://orders/orders/2") // want `GET /std/wrapped of fibers3 waits for orders GET /orders/\{id\}`
		return err
	})
	return &http.Server{Addr: ":8082", Handler: http.StripPrefix("/std", adaptor.FiberApp(wrapped))}
}
