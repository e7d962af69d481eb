// A client that travels in the request's context.
package main

import (
	"context"
	"net/http"
)

type key struct{}

type client struct{ base string }

func (c *client) order(id string) error {
	_, err := http.Get(c.base + "/orders/" + id) // want `GET /order of contextvalues waits for orders GET /orders/\{id\}`
	return err
}

func withClient(c *client, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, c)))
	})
}

func from(ctx context.Context) *client {
	c, _ := ctx.Value(key{}).(*client)
	return c
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) {
		from(r.Context()).order(r.FormValue("id"))
	})
	mux.HandleFunc("GET /about", func(w http.ResponseWriter, r *http.Request) {})
	http.ListenAndServe(":8080", withClient(&client{base: "http://orders"}, mux))
}
