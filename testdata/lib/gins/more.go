package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// serveMore serves an engine that a handler of net/http hands its requests to, and one
// as a handler.
func serveMore() {
	inner := gin.New()
	inner.GET("/inner/:id", gin.WrapF(inside))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/" + r.Header.Get("user")) // want `GET /inner/\{id\} of gins waits for users GET /users/\{id\}`
		inner.ServeHTTP(w, r)
	})
	go http.ListenAndServe(":8081", nil)
	plain := gin.New()
	plain.UseH2C = true
	plain.GET("/plain", gin.WrapH(http.HandlerFunc(outside)))
	plain.Group("/docs", read).Static("/files", "./docs")
	plain.Group("/brand", show).StaticFile("/favicon.ico", "./favicon.ico")
	http.ListenAndServe(":8082", plain.Handler())
}

func inside(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", nil) // want `GET /inner/\{id\} of gins waits for orders POST /orders`
}

func outside(w http.ResponseWriter, r *http.Request) {
	http.Post("http://payments/payments", "text/plain", nil) // want `GET /plain of gins waits for payments POST /payments`
}

// read is around files, which gin serves itself.
func read(c *gin.Context) {
	http.Get("http://users/users/reader") // want `GET /docs/files/ of gins waits for users GET /users/\{id\}`
	c.Next()
}

func show(c *gin.Context) {
	http.Get("http://archive/orders/1") // want `GET /brand/favicon.ico of gins waits for archive GET /orders/\{id\}`
}
