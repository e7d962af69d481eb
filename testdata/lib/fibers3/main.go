// A service of fiber's third version: handlers of any kind, chains of methods for one
// path, proxies, and clients with a base URL.
package main

import (
	"net/http"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/client"
	"github.com/gofiber/fiber/v3/middleware/adaptor"
	"github.com/gofiber/fiber/v3/middleware/proxy"
	"github.com/valyala/fasthttp"
)

type server struct {
	orders *client.Client
	pay    *client.Client
}

func (s *server) auth(c fiber.Ctx) error {
	resp, err := client.Get("http://users/users/" + c.Get("user")) // want `of fibers3 \(like 2 other endpoints\) waits for users GET /users/\{id\}`
	if err != nil {
		return err
	}
	fiber.Locals(c, "user", resp.String())
	return c.Next()
}

func (s *server) order(c fiber.Ctx) error {
	resp, err := s.orders.Get("/orders/" + c.Params("id")) // want `GET /v1/orders/\{id\} of fibers3 waits for orders GET /orders/\{id\}`
	if err != nil {
		return err
	}
	return c.Send(resp.Body())
}

func (s *server) place(c fiber.Ctx) error {
	resp, err := s.orders.R().SetJSON(c.Body()).Post("/orders") // want `POST /v1/orders of fibers3 waits for orders POST /orders`
	if err != nil {
		return err
	}
	defer resp.Close()
	_, err = s.pay.R().SetMethod("POST").SetURL("/payments").SetHeader("X-Order", "1").Send() // want `POST /v1/orders of fibers3 waits for payments POST /payments`
	return err
}

// limit is middleware of net/http.
func limit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `GET /limited of fibers3 waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func plain(w http.ResponseWriter, r *http.Request) {
	http.Post("http://payments/payments", "text/plain", nil) // want `GET /plain of fibers3 waits for payments POST /payments`
}

func fast(ctx *fasthttp.RequestCtx) {
	fasthttp.Get(nil, "http://users/users/2") // want `GET /fast of fibers3 waits for users GET /users/\{id\}`
}

func main() {
	s := &server{
		orders: client.New().SetBaseURL("http://orders"),
		pay:    client.New(),
	}
	s.pay.SetBaseURL("http://payments")
	app := fiber.New()
	app.Get("/health", func(c fiber.Ctx) error { return c.SendString("ok") })
	app.Get("/plain", plain)
	app.Get("/fast", fast)
	app.Get("/limited", adaptor.HTTPMiddleware(limit), func(c fiber.Ctx) error { return nil })
	app.Add([]string{"POST", "PUT"}, "/paid", func(c fiber.Ctx) error {
		return proxy.Do(c, "http://payments/payments") // want `POST /paid of fibers3 waits for payments POST /payments` `PUT /paid of fibers3 waits for payments`
	})
	v1 := app.Group("/v1", s.auth)
	v1.RouteChain("/orders").Get(func(c fiber.Ctx) error { return nil }).Post(s.place)
	v1.Get("/orders/:id", s.order)
	app.Use("/gateway", proxy.Balancer(proxy.Config{Servers: []string{"http://orders"}})) // want `/gateway/ of fibers3 waits for orders`
	app.Get("/users/:id", proxy.DomainForward("shop", "http://users"))                    // want `GET /users/\{id\} of fibers3 waits for users GET /users/\{id\}`
	client.Get("http://users/users/1")                                                    // it only starts
	asked(app)
	hooked(app)
	go more(app).ListenAndServe()
	app.Listen(":8080")
}
