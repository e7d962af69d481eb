// A service of fiber: groups, middleware with and without a prefix, an application that
// is mounted, proxies, and requests that agents send.
package main

import (
	"net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/gofiber/fiber/v2/middleware/proxy"
)

type handlers struct{ orders string }

func auth(c *fiber.Ctx) error {
	agent := fiber.Get("http://users/users/" + c.Get("user"))
	c.Locals("base", "http://payments")
	agent.Set("Accept", "application/json")
	_, _, errs := agent.Bytes() // want `of fibers \(like 1 other endpoint\) waits for users GET /users/\{id\}`
	if len(errs) > 0 {
		return errs[0]
	}
	return c.Next()
}

func (h *handlers) order(c *fiber.Ctx) error {
	_, body, _ := fiber.AcquireClient().Get(h.orders + "/orders/" + c.Params("id")).String() // want `GET /v1/orders/\{id\} of fibers waits for orders GET /orders/\{id\}`
	return c.SendString(body)
}

func (h *handlers) pay(c *fiber.Ctx) error {
	agent := fiber.AcquireAgent()
	req := agent.Request()
	req.Header.SetMethod(fiber.MethodPost)
	req.SetRequestURI(c.Locals("base").(string) + "/payments")
	if err := agent.Parse(); err != nil {
		return err
	}
	_, _, _ = agent.Bytes() // want `POST /v1/payments of fibers waits for payments POST /payments`
	return nil
}

// audit is middleware of net/http.
func audit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://orders/orders", "text/plain", nil) // want `GET /audited/\{id\} of fibers waits for orders POST /orders`
		next.ServeHTTP(w, r)
	})
}

func admin() *fiber.App {
	app := fiber.New()
	app.Get("/users/:id?", func(c *fiber.Ctx) error {
		return proxy.Do(c, "http://users/users/"+c.Params("id")) // want `GET /admin/users/\{id\} of fibers waits for users GET /users/\{id\}`
	})
	return app
}

func main() {
	app := fiber.New(fiber.Config{AppName: "shop"})
	h := &handlers{orders: "http://orders"}
	app.Get("/health", func(c *fiber.Ctx) error { return c.SendString("ok") })
	app.Static("/assets", "./public")
	v1 := app.Group("/v1", auth)
	v1.Get("/orders/:id", h.order)
	v1.Route("/payments", func(r fiber.Router) {
		r.Post("", h.pay)
	})
	app.Get("/audited/:id", adaptor.HTTPMiddleware(audit), func(c *fiber.Ctx) error { return nil })
	app.Get("/std", adaptor.HTTPHandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `GET /std of fibers waits for users GET /users/\{id\}`
	}))
	app.Mount("/admin", admin())
	app.Use("/orders", proxy.Balancer(proxy.Config{Servers: []string{"http://orders"}})) // want `/orders/ of fibers waits for orders`
	app.Post("/pay", proxy.Forward("http://payments/payments"))                          // want `POST /pay of fibers waits for payments POST /payments`
	fiber.Get("http://users/users/1").Bytes()                                            // it only starts
	asked(app, h)
	go more(app).ListenAndServe()
	app.Listen(":8080")
}
