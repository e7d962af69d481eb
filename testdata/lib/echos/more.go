package main

import (
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// serveMore serves an instance that a handler of net/http hands its requests to.
func serveMore() {
	e := echo.New()
	e.Any("/any/:id", anyhow, echo.WrapMiddleware(checked))
	docs := e.Group("/docs", reader)
	docs.Static("/pages", "./docs")
	e.File("/logo.png", "logo.png", shown)
	e.FileFS("/logo.svg", "logo.svg", os.DirFS("brand"), drawn)
	balancer := middleware.NewRoundRobinBalancer(nil)
	balancer.AddTarget(target("http://orders"))
	e.Group("/orders", middleware.Proxy(balancer)) // want `ANY /orders/\{\.\.\.\} of echos waits for orders`
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/gate") // want `of echos \(like 4 other endpoints\) waits for users GET /users/\{id\}`
		e.ServeHTTP(w, r)
	})
	http.ListenAndServe(":8081", mux)
}

func anyhow(c echo.Context) error {
	_, err := http.Get("http://orders/orders/" + c.Param("id")) // want `ANY /any/\{id\} of echos waits for orders GET /orders/\{id\}`
	return err
}

// checked is middleware of net/http.
func checked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://payments/payments", "text/plain", nil) // want `ANY /any/\{id\} of echos waits for payments POST /payments`
		next.ServeHTTP(w, r)
	})
}

// reader is around files, which echo serves itself.
func reader(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		http.Get("http://users/users/reader") // want `GET /docs/pages/ of echos waits for users GET /users/\{id\}`
		return next(c)
	}
}

func shown(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		http.Get("http://archive/orders/1") // want `GET /logo.png of echos waits for archive GET /orders/\{id\}`
		return next(c)
	}
}

func drawn(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		http.Get("http://archive/orders/2") // want `GET /logo.svg of echos waits for archive GET /orders/\{id\}`
		return next(c)
	}
}
