// A service of httptreemux: a mux whose handlers get no parameters, and groups.
package main

import (
	"net/http"

	"github.com/dimfeld/httptreemux/v5"
)

func auth(next httptreemux.HandlerFunc) httptreemux.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request, params map[string]string) {
		http.Get("http://users/users/" + r.Header.Get("user")) // want `of treemuxes \(like 1 other endpoint\) waits for users GET /users/\{id\}`
		next(w, r, params)
	}
}

func order(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/" + httptreemux.ContextParams(r.Context())["id"]) // want `GET /v1/orders/\{id\} of treemuxes waits for orders GET /orders/\{id\}`
}

func pay(w http.ResponseWriter, r *http.Request, params map[string]string) {
	http.Post("http://payments/payments", "text/plain", nil) // want `POST /v2/pay of treemuxes waits for payments POST /payments`
}

func main() {
	mux := httptreemux.NewContextMux()
	mux.GET("/health", func(w http.ResponseWriter, r *http.Request) {})
	v1 := mux.NewContextGroup("/v1")
	v1.Use(auth)
	v1.GET("/orders/:id", order)
	v1.Handler(http.MethodGet, "/archive/*path", http.NotFoundHandler())
	tree := httptreemux.New()
	tree.NewGroup("/v2").POST("/pay", pay)
	go http.ListenAndServe(":8081", tree)
	http.ListenAndServe(":8080", mux)
}
