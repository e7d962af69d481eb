// A service of httptreemux: a mux whose handlers get no parameters, and groups.
package main

import (
	"net/http"

	"github.com/dimfeld/httptreemux/v5"
)

func auth(next httptreemux.HandlerFunc) httptreemux.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request, params map[string]string) {
		http.Get("http://users/users/" + r.Header.Get("user")) // want `of treemuxes \(like 2 other endpoints\) waits for users GET /users/\{id\}`
		next(w, r, params)
	}
}

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + httptreemux.ContextParams(r.Context())["id"]) // want `GET /v1/orders/\{id\} of treemuxes \(like 1 other endpoint\) waits for orders GET /orders/\{id\}`
}

func pay(w http.ResponseWriter, r *http.Request, params map[string]string) {
	http.Post("http://payments/payments", "text/plain", nil) // want `POST /v2/pay of treemuxes waits for payments POST /payments`
}

func stock(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "text/plain", nil) // want `of treemuxes \(like 1 other endpoint\) waits for orders POST /orders`
}

func missing(w http.ResponseWriter, r *http.Request) {
	http.Get("http://archive/orders/1") // want `ANY /\{\.\.\.\} of treemuxes waits for archive GET /orders/\{id\}`
}

func main() {
	mux := httptreemux.NewContextMux()
	mux.GET("/stock", stock)
	mux.NewGroup("/v3").PUT("/stock", stock)
	v1 := mux.NewContextGroup("/v1")
	v1.Use(auth)
	v1.GET("/orders/:id", order)
	v1.Handler(http.MethodGet, "/archive/*path", http.NotFoundHandler())
	tree := httptreemux.New()
	tree.NewGroup("/v2").POST("/pay", pay)
	tree.NotFoundHandler = missing
	v4 := tree.NewGroup("/v4")
	v4.Use(auth)
	v4.UsingContext().GET("/orders/:id", order)
	go http.ListenAndServe(":8081", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/gate") // want `of treemuxes \(like 2 other endpoints\) waits for users GET /users/\{id\}`
		tree.ServeHTTP(w, r)
	}))
	http.ListenAndServe(":8080", mux)
}
