// A service of fuego: routes in groups, with middleware of net/http.
package main

import (
	"net/http"

	"github.com/go-fuego/fuego"
)

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `ANY /api/v1/charged of fuegos \(like 1 other endpoint\) waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

// counted is middleware of all routes.
func counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://items/items/1") // want `ANY /api/forwarded/ of fuegos \(like 10 other endpoints\) waits for items GET /items/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func order(c fuego.ContextNoBody) (string, error) {
	_, err := http.Get("http://orders/orders/" + c.PathParam("id")) // want `GET /api/v1/orders/\{id\} of fuegos waits for orders GET /orders/\{id\}`
	return "", err
}

// charged is a controller for any method.
func charged(c fuego.ContextNoBody) (string, error) {
	_, err := http.Post("http://payments/payments", "text/plain", nil) // want `ANY /api/v1/charged of fuegos waits for payments POST /payments`
	return "", err
}

func main() {
	s := fuego.NewServer(fuego.WithAddr(":8080"), fuego.WithBasePath("/api"), fuego.WithGlobalMiddlewares(counted))
	v1 := fuego.Group(s, "/v1")
	fuego.Use(v1, auth)
	fuego.All(v1, "/charged", charged)
	fuego.Get(v1, "/orders/{id}", order)
	fuego.PostStd(s, "/pay", func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://payments/payments", "text/plain", nil) // want `POST /api/pay of fuegos waits for payments POST /payments`
	})
	standard(s)
	http.Get("http://users/users/1") // it only starts
	s.Run()
}
