// A service of bunrouter: groups with middleware, as options and inline.
package main

import (
	"net/http"

	"github.com/uptrace/bunrouter"
)

func auth(next bunrouter.HandlerFunc) bunrouter.HandlerFunc {
	return func(w http.ResponseWriter, req bunrouter.Request) error {
		http.Get("http://users/users/" + req.Header.Get("user")) // want `of bunrouters \(like 1 other endpoint\) waits for users GET /users/\{id\}`
		return next(w, req)
	}
}

func audit(next bunrouter.HandlerFunc) bunrouter.HandlerFunc {
	return func(w http.ResponseWriter, req bunrouter.Request) error {
		http.Post("http://payments/payments", "text/plain", nil) // want `POST /v1/orders of bunrouters waits for payments POST /payments`
		return next(w, req)
	}
}

func order(w http.ResponseWriter, req bunrouter.Request) error {
	_, err := http.Get("http://orders/orders/" + req.Param("id")) // want `GET /v1/orders/\{id\} of bunrouters waits for orders GET /orders/\{id\}`
	return err
}

func place(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", nil) // want `POST /old/orders of bunrouters waits for orders POST /orders`
}

func missing(w http.ResponseWriter, req bunrouter.Request) error {
	_, err := http.Get("http://archive/orders/1") // want `ANY /\{\.\.\.\} of bunrouters waits for archive GET /orders/\{id\}`
	return err
}

func main() {
	router := bunrouter.New(bunrouter.WithNotFoundHandler(missing))
	router.GET("/health", func(w http.ResponseWriter, req bunrouter.Request) error { return nil })
	router.WithGroup("/v1", func(g *bunrouter.Group) {
		g = g.NewGroup("", bunrouter.Use(auth))
		g.GET("/orders/:id", order)
		g.Use(audit).POST("/orders", func(w http.ResponseWriter, req bunrouter.Request) error { return nil })
	})
	router.Compat().NewGroup("/old").POST("/orders", place)
	http.ListenAndServe(":8080", router)
}
