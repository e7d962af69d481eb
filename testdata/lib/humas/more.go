package main

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/danielgtaylor/huma/v2/sse"
	"github.com/go-chi/chi/v5"
	"github.com/labstack/echo/v4"
)

// serveEcho serves operations of a group of echo's.
func serveEcho() {
	e := echo.New()
	api := humaecho.NewWithGroup(e, e.Group("/grouped"), huma.DefaultConfig("shop", "1.0.0"))
	huma.Get(api, "/stock/{id}", stock)
	e.Start(":8081")
}

func stock(ctx context.Context, in *orderInput) (*output, error) {
	http.Get("http://archive/orders/" + in.ID) // want `GET /grouped/stock/\{id\} of humas waits for archive GET /orders/\{id\}`
	return &output{}, nil
}

// serveChi serves an interface that is made of an adapter, and a route of the adapter.
func serveChi() {
	r := chi.NewRouter()
	api := huma.NewAPI(huma.DefaultConfig("shop", "1.0.0"), humachi.NewAdapter(r))
	huma.Register(api, huma.Operation{
		Method:      http.MethodPut,
		Path:        "/orders/{id}",
		Middlewares: huma.Middlewares{checked},
	}, change)
	sse.Register(api, huma.Operation{Method: http.MethodGet, Path: "/events"}, map[string]any{"stock": output{}}, events)
	api.Adapter().Handle(&huma.Operation{Method: http.MethodPatch, Path: "/raw/{id}"}, raw)
	http.ListenAndServe(":8082", r)
}

// checked is for one operation.
func checked(ctx huma.Context, next func(huma.Context)) {
	http.Get("http://users/users/checked") // want `PUT /orders/\{id\} of humas waits for users GET /users/\{id\}`
	next(ctx)
}

func change(ctx context.Context, in *orderInput) (*output, error) {
	http.Post("http://orders/orders", "text/plain", nil) // want `PUT /orders/\{id\} of humas waits for orders POST /orders`
	return &output{}, nil
}

func events(ctx context.Context, in *struct{}, send sse.Sender) {
	http.Get("http://orders/orders/1") // want `GET /events of humas waits for orders GET /orders/\{id\}`
	send.Data(output{})
}

func raw(ctx huma.Context) {
	http.Post("http://payments/payments", "text/plain", nil) // want `PATCH /raw/\{id\} of humas waits for payments POST /payments`
}

// servePrefixed serves operations below a prefix, of the router or of an adapter.
func servePrefixed() {
	mux := http.NewServeMux()
	api := humago.NewWithPrefix(mux, "/api", huma.DefaultConfig("shop", "1.0.0"))
	huma.Delete(api, "/orders/{id}", func(ctx context.Context, in *orderInput) (*output, error) {
		http.Get("http://orders/orders/" + in.ID) // want `DELETE /api/orders/\{id\} of humas waits for orders GET /orders/\{id\}`
		return &output{}, nil
	})
	own := humago.NewAdapter(mux, "/own")
	own.Handle(&huma.Operation{Method: http.MethodGet, Path: "/page"}, func(ctx huma.Context) {
		http.Get("http://users/users/page") // want `GET /own/page of humas waits for users GET /users/\{id\}`
	})
	http.ListenAndServe(":8083", mux)
}
