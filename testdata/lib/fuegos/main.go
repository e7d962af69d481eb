// A service of fuego: routes in groups, with middleware of net/http.
package main

import (
	"net/http"

	"github.com/go-fuego/fuego"
)

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/1") // want `GET /v1/orders/\{id\} of fuegos waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func order(c fuego.ContextNoBody) (string, error) {
	_, err := http.Get("http://orders/orders/" + c.PathParam("id")) // want `GET /v1/orders/\{id\} of fuegos waits for orders GET /orders/\{id\}`
	return "", err
}

func main() {
	s := fuego.NewServer()
	v1 := fuego.Group(s, "/v1")
	fuego.Use(v1, auth)
	fuego.Get(v1, "/orders/{id}", order)
	fuego.PostStd(s, "/pay", func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://payments/payments", "text/plain", nil) // want `POST /pay of fuegos waits for payments POST /payments`
	})
	http.Get("http://users/users/1") // it only starts
	s.Run()
}
