// A service of huma on the router of net/http: operations, groups, middleware, and an
// object that registers its operations itself.
package main

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

type orderInput struct {
	ID string `path:"id"`
}

type output struct{ Body string }

type orders struct{ url string }

// RegisterFind is called by AutoRegister.
func (o *orders) RegisterFind(api huma.API) {
	huma.Register(api, huma.Operation{
		OperationID: "find-order",
		Method:      http.MethodGet,
		Path:        "/orders/{id}",
	}, o.find)
}

func (o *orders) find(ctx context.Context, in *orderInput) (*output, error) {
	http.Get(o.url + "/orders/" + in.ID) // want `GET /orders/\{id\} of humas waits for orders GET /orders/\{id\}`
	return &output{}, nil
}

func auth(ctx huma.Context, next func(huma.Context)) {
	http.Get("http://users/users/" + ctx.Header("user")) // want `POST /v1/pay of humas waits for users GET /users/\{id\}`
	next(ctx)
}

func pay(ctx context.Context, in *struct{}) (*output, error) {
	http.Post("http://payments/payments", "text/plain", nil) // want `POST /v1/pay of humas waits for payments POST /payments`
	return &output{}, nil
}

func main() {
	go serveEcho()
	go serveChi()
	go servePrefixed()
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("shop", "1.0.0"))
	huma.Get(api, "/health", func(ctx context.Context, in *struct{}) (*output, error) { return &output{}, nil })
	huma.AutoRegister(api, &orders{url: "http://orders"})
	v1 := huma.NewGroup(api, "/v1")
	v1.UseMiddleware(auth)
	huma.Post(v1, "/pay", pay)
	http.Get("http://users/users/1") // it only starts
	http.ListenAndServe(":8080", mux)
}
