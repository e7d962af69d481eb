// Services of echo, version 4 and 5: groups, middleware, routes as data, values that
// middleware leaves for handlers, and proxies.
package main

import (
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func auth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		http.Get("http://users/users/" + c.Request().Header.Get("user")) // want `of echos \(like 6 other endpoints\) waits for users GET /users/\{id\}`
		c.Set("payments", &payments{"http://payments"})
		return next(c) // want `ANY /archive/\{\.\.\.\} of echos waits for archive`
	}
}

type payments struct{ url string }

func (p *payments) charge() { http.Post(p.url+"/payments", "text/plain", nil) } // want `GET /v1/payments of echos \(like 1 other endpoint\) waits for payments POST /payments`

func (p *payments) ServeHTTP(w http.ResponseWriter, r *http.Request) { p.charge() }

type server struct{ orders string }

func (s *server) order(c echo.Context) error {
	_, err := http.Get(s.orders + "/orders/" + c.Param("id")) // want `GET /v1/orders/\{id\} of echos waits for orders GET /orders/\{id\}`
	return err
}

func (s *server) place(c echo.Context) error {
	c.Get("payments").(*payments).charge()
	return c.NoContent(http.StatusCreated)
}

func statistics(c echo.Context) error {
	_, err := http.Get("http://archive/orders/" + c.QueryParam("id")) // want `GET /raw of echos \(like 1 other endpoint\) waits for archive GET /orders/\{id\}`
	return err
}

func target(text string) *middleware.ProxyTarget {
	u, _ := url.Parse(text)
	return &middleware.ProxyTarget{URL: u}
}

// never is made of middleware, but no router has it.
func never() {
	middleware.Proxy(middleware.NewRandomBalancer([]*middleware.ProxyTarget{target("http://users")}))
	auth(func(c echo.Context) error {
		_, err := http.Get("http://archive/orders/1")
		return err
	})
}

func main() {
	never()
	go serveMore()
	e := echo.New()
	e.Pre(middleware.RemoveTrailingSlash())
	e.GET("/health", func(c echo.Context) error { return c.String(http.StatusOK, "ok") })
	s := &server{"http://orders"}
	v1 := e.Group("/v1", auth)
	v1.GET("/orders/:id", s.order)
	v1.POST("/orders", s.place)
	v1.Match([]string{"PUT", "PATCH"}, "/orders/:id", echo.WrapHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://orders/orders", "text/plain", nil) // want `of echos \(like 1 other endpoint\) waits for orders POST /orders`
	})))
	v1.GET("/payments", echo.WrapHandler(&payments{"http://payments"}))
	v1.File("/docs", "docs.html")
	e.Host("admin.shop").GET("/statistics", statistics)
	e.Router().Add(http.MethodGet, "/raw", statistics)
	e.Group("/archive", auth, middleware.Proxy(middleware.NewRoundRobinBalancer([]*middleware.ProxyTarget{target("http://archive")})))
	e.Group("/api/users", middleware.ProxyWithConfig(middleware.ProxyConfig{ // want `ANY /api/users/\{\.\.\.\} of echos waits for users GET /users/\{id\}`
		Balancer: middleware.NewRandomBalancer([]*middleware.ProxyTarget{target("http://users")}),
		Rewrite:  map[string]string{"/api/*": "/$1"},
	}))
	asked(e, s)
	e.Logger.Fatal(e.Start(":8080"))
}
