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
		http.Post("http://payments/payments", "text/plain", nil) // want `POST /v1/orders of bunrouters \(like 1 other endpoint\) waits for payments POST /payments`
		return next(w, req)
	}
}

func order(w http.ResponseWriter, req bunrouter.Request) error {
	_, err := http.Get("http://orders/orders/" + req.Param("id")) // want `of bunrouters \(like 1 other endpoint\) waits for orders GET /orders/\{id\}`
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
	go http.ListenAndServe(":8080", router)
	behind()
}

// keyed is a handler that runs before those of a group.
func keyed(w http.ResponseWriter, req bunrouter.Request) error {
	_, err := http.Get("http://users/users/" + req.Header.Get("key")) // want `of bunrouters \(like 3 other endpoints\) waits for users GET /users/\{id\}`
	return err
}

func stock(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/" + bunrouter.ParamsFromContext(r.Context()).ByName("id")) // want `GET /v2/stock/\{id\} of bunrouters waits for archive GET /orders/\{id\}`
}

func refund(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", nil) // want `PATCH /v2/refunds of bunrouters waits for orders POST /orders`
}

// applied hands its request to a handler by hand.
func applied(w http.ResponseWriter, r *http.Request) {
	bunrouter.HandlerFunc(order).ServeHTTP(w, r)
}

// behind serves a router that a handler of net/http hands its requests to.
func behind() {
	router := bunrouter.New()
	g := router.NewGroup("/v2", bunrouter.WithHandler(keyed), bunrouter.WithGroup(func(g *bunrouter.Group) {
		g.Handle("PATCH", "/refunds", bunrouter.HTTPHandlerFunc(refund))
	}))
	g.GET("/stock/:id", bunrouter.HTTPHandler(http.HandlerFunc(stock)))
	g.WithMiddleware(audit).PUT("/orders", func(w http.ResponseWriter, req bunrouter.Request) error { return nil })
	g.GET("/applied", bunrouter.HTTPHandlerFunc(applied))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://payments/payments", "text/plain", nil) // want `of bunrouters \(like 3 other endpoints\) waits for payments POST /payments`
		router.ServeHTTP(w, r)
	})
	http.ListenAndServe(":8081", nil)
}
