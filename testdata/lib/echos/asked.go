package main

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// byKey and byPassword are asked by middleware who may go on: for each request.
func byKey(key string, c echo.Context) (bool, error) {
	resp, err := http.Get("http://users/users/" + key) // want `GET /keyed/orders of echos waits for users GET /users/\{id\}`
	return err == nil && resp.StatusCode == http.StatusOK, err
}

func byPassword(user, password string, c echo.Context) (bool, error) {
	resp, err := http.Get("http://users/users/" + user) // want `GET /login of echos waits for users GET /users/\{id\}`
	return err == nil && resp.StatusCode == http.StatusOK, err
}

func asked(e *echo.Echo, s *server) {
	e.Group("/keyed", middleware.KeyAuth(byKey)).GET("/orders", func(c echo.Context) error {
		_, err := http.Get(s.orders + "/orders/1") // want `GET /keyed/orders of echos waits for orders GET /orders/\{id\}`
		return err
	})
	e.GET("/login", func(c echo.Context) error { return c.NoContent(http.StatusOK) },
		middleware.BasicAuthWithConfig(middleware.BasicAuthConfig{Realm: "shop", Validator: byPassword}))
	e.GET("/open", func(c echo.Context) error { return c.NoContent(http.StatusOK) })
}
