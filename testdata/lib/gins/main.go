// A service of gin: groups, handlers before handlers, and what is registered before a
// middleware.
package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func auth(c *gin.Context) {
	http.Get("http://users/users/" + c.GetHeader("user")) // want `of gins \(like 6 other endpoints\) waits for users GET /users/\{id\}`
	c.Set("orders", "http://orders")
	c.Next()
}

func audit(c *gin.Context) {
	http.Post("http://payments/payments", "text/plain", nil) // want `GET /orders/\{id\} of gins waits for payments POST /payments`
}

type handlers struct{ orders string }

func (h *handlers) order(c *gin.Context) {
	later := c.Copy()
	go func() { http.Get("http://archive/orders/" + later.Param("id")) }() // nobody waits for it
	http.Get(h.orders + "/orders/" + c.Param("id"))                        // want `GET /orders/\{id\} of gins waits for orders GET /orders/\{id\}`
}

func register(r gin.IRouter) {
	r.POST("/things", func(c *gin.Context) {})
	r.Handle("PUT", "/things/:id", func(c *gin.Context) {
		http.Post("http://orders/orders", "text/plain", nil) // want `PUT /v1/things/\{id\} of gins waits for orders POST /orders`
	})
	r.Any("/any/*rest", func(c *gin.Context) {})
	r.Match([]string{"GET", "POST"}, "/search", func(c *gin.Context) {
		http.Get(c.GetString("orders") + "/orders/1") // want `of gins \(like 1 other endpoint\) waits for orders GET /orders/\{id\}`
	})
}

func legacy(c *gin.Context) {
	http.Get("http://archive/orders/1") // want `ANY /\{\.\.\.\} of gins waits for archive GET /orders/\{id\}`
}

func main() {
	go serveMore()
	r := gin.New()
	h := &handlers{"http://orders"}
	r.GET("/health", func(c *gin.Context) { c.JSON(http.StatusOK, "ok") })
	r.Use(gin.Recovery(), auth)
	r.GET("/orders/:id", audit, h.order)
	register(r.Group("/v1"))
	http.Get("http://payments/payments") // it only starts
	r.NoRoute(legacy)
	r.Run(":8080")
}
