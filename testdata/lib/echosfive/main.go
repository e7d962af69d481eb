// A service of echo's fifth version: routes as structs, a start by configuration.
package main

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v5"
)

func auth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		c.Set("user", "http://users/users/"+c.Request().Header.Get("user"))
		return next(c)
	}
}

func audit(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		http.Get("http://archive/orders/1") // want `GET /v1/orders/\{id\} of echosfive waits for archive GET /orders/\{id\}`
		return next(c)
	}
}

func order(c *echo.Context) error {
	_, err := http.Get("http://orders/orders/" + c.Param("id")) // want `GET /v1/orders/\{id\} of echosfive waits for orders GET /orders/\{id\}`
	return err
}

func user(c *echo.Context) error {
	url, err := echo.ContextGet[string](c, "user")
	if err == nil {
		_, err = http.Get(url) // want `QUERY /v1/users of echosfive waits for users GET /users/\{id\}`
	}
	return err
}

func main() {
	e := echo.NewWithConfig(echo.Config{})
	v1 := e.Group("/v1", auth)
	v1.AddRoute(echo.Route{Method: http.MethodGet, Path: "/orders/:id", Handler: order, Middlewares: []echo.MiddlewareFunc{audit}})
	v1.QUERY("/users", user)
	e.Add("POST", "/orders", func(c *echo.Context) error {
		http.Post("http://orders/orders", "text/plain", nil) // want `POST /orders of echosfive waits for orders POST /orders`
		return nil
	})
	register(e.Router())
	e.Static("/files", "./files", read)
	sc := echo.StartConfig{Address: ":8080"}
	sc.Start(context.Background(), e)
}

// register adds routes to a router, whoever it belongs to.
func register(r echo.Router) {
	r.Add(echo.Route{Method: http.MethodDelete, Path: "/orders/:id", Handler: func(c *echo.Context) error {
		http.Get("http://users/users/" + c.Param("id")) // want `DELETE /orders/\{id\} of echosfive waits for users GET /users/\{id\}`
		return nil
	}})
}

// read is around a directory of files.
func read(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		http.Get("http://archive/orders/2") // want `GET /files/ of echosfive waits for archive GET /orders/\{id\}`
		return next(c)
	}
}
