// A service of goji, whose patterns are values, and one router below another.
package main

import (
	"net/http"

	"go.opencensus.io/plugin/ochttp"
	"goji.io"
	"goji.io/pat"
)

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/" + r.Header.Get("user")) // want `of gojis \(like 1 other endpoint\) waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)
	})
}

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + pat.Param(r, "id")) // want `GET /orders/\{id\} of gojis waits for orders GET /orders/\{id\}`
}

func place(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", nil) // want `POST /orders/ of gojis waits for orders POST /orders`
}

func pay(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &ochttp.Transport{}}
	client.Post("http://payments/payments", "text/plain", nil) // want `ANY /pay of gojis waits for payments POST /payments`
}

func main() {
	root := goji.NewMux()
	root.HandleFunc(pat.New("/pay"), pay)
	orders := goji.SubMux()
	orders.Use(auth)
	orders.HandleFunc(pat.Get("/:id"), order)
	orders.Handle(pat.Post("/"), ochttp.WithRouteTag(http.HandlerFunc(place), "/orders"))
	root.Handle(pat.New("/orders/*"), orders)
	go http.ListenAndServe(":8081", http.HandlerFunc(behind))
	http.ListenAndServe(":8080", &ochttp.Handler{Handler: root})
}

func change(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", nil) // want `of gojis \(like 1 other endpoint\) waits for orders POST /orders`
}

// inner is a router that a handler of net/http hands its requests to.
var inner = newInner()

func newInner() *goji.Mux {
	mux := goji.NewMux()
	mux.HandleFunc(pat.NewWithMethods("/items/:id", "PUT", "PATCH"), change)
	return mux
}

func behind(w http.ResponseWriter, r *http.Request) {
	http.Post("http://payments/payments", "text/plain", nil) // want `of gojis \(like 1 other endpoint\) waits for payments POST /payments`
	inner.ServeHTTP(w, r)
}
