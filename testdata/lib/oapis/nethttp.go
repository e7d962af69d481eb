package main

import (
	"context"
	"net/http"

	"github.com/go-chi/chi/v5"
	strictnethttp "github.com/oapi-codegen/runtime/strictmiddleware/nethttp"

	"libcases/oapis/chiapi"
	"libcases/oapis/stdapi"
)

// stdPlain has what handlers of net/http get.
type stdPlain struct{}

func (stdPlain) PlaceItem(w http.ResponseWriter, r *http.Request) {
	http.Post("http://orders/orders", "", nil) // want `POST /std/plain/items of oapis waits for orders POST /orders:`
}

func (stdPlain) GetItem(w http.ResponseWriter, r *http.Request, id string) {
	http.Get("http://orders/orders/" + id) // want `GET /std/plain/items/\{id\} of oapis waits for orders GET /orders/\{id\}:`
}

// stdStrict has objects for what handlers get and give.
type stdStrict struct{}

func (stdStrict) PlaceItem(ctx context.Context, request stdapi.PlaceItemRequestObject) (stdapi.PlaceItemResponseObject, error) {
	http.Post("http://orders/orders", "", nil) // want `POST /std/strict/items of oapis waits for orders POST /orders:`
	return stdapi.PlaceItem201Response{}, nil
}

func (stdStrict) GetItem(ctx context.Context, request stdapi.GetItemRequestObject) (stdapi.GetItemResponseObject, error) {
	http.Get("http://orders/orders/" + request.Id) // want `GET /std/strict/items/\{id\} of oapis waits for orders GET /orders/\{id\}:`
	return stdapi.GetItem200Response{}, nil
}

// metered is around each plain operation of net/http's server.
func metered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/metered") // want `/std/plain/items.* of oapis \(like 1 other endpoint\) waits for users GET /users/\{id\}:`
		next.ServeHTTP(w, r)
	})
}

// checked is around each strict operation of both servers.
func checked(next strictnethttp.StrictHTTPHandlerFunc, operation string) strictnethttp.StrictHTTPHandlerFunc {
	return func(ctx context.Context, w http.ResponseWriter, r *http.Request, request any) (any, error) {
		http.Get("http://archive/orders/" + operation) // want `strict/items.* of oapis \(like 3 other endpoints\) waits for archive GET /orders/\{id\}:`
		return next(ctx, w, r, request)
	}
}

func serveStd() {
	mux := http.NewServeMux()
	stdapi.HandlerWithOptions(stdPlain{}, stdapi.StdHTTPServerOptions{
		BaseURL:     "/std/plain",
		BaseRouter:  mux,
		Middlewares: []stdapi.MiddlewareFunc{metered},
	})
	strict := stdapi.NewStrictHandler(stdStrict{}, []stdapi.StrictMiddlewareFunc{checked})
	http.ListenAndServe(":8081", stdapi.HandlerFromMuxWithBaseURL(strict, mux, "/std/strict"))
}

// chiPlain does not serve PlaceItem itself.
type chiPlain struct{}

func (chiPlain) PlaceItem(w http.ResponseWriter, r *http.Request) {}

func (chiPlain) GetItem(w http.ResponseWriter, r *http.Request, id string) {
	http.Get("http://orders/orders/" + id) // want `GET /chi/plain/items/\{id\} of oapis waits for orders GET /orders/\{id\}:`
}

type chiStrict struct{}

func (chiStrict) PlaceItem(ctx context.Context, request chiapi.PlaceItemRequestObject) (chiapi.PlaceItemResponseObject, error) {
	http.Post("http://orders/orders", "", nil) // want `POST /chi/strict/items of oapis waits for orders POST /orders:`
	return chiapi.PlaceItem201Response{}, nil
}

func (chiStrict) GetItem(ctx context.Context, request chiapi.GetItemRequestObject) (chiapi.GetItemResponseObject, error) {
	http.Get("http://orders/orders/" + request.Id) // want `GET /chi/strict/items/\{id\} of oapis waits for orders GET /orders/\{id\}:`
	return chiapi.GetItem200Response{}, nil
}

func serveChi() {
	r := chi.NewRouter()
	r.Mount("/chi/plain", chiapi.Handler(chiPlain{}))
	chiapi.HandlerFromMuxWithBaseURL(chiapi.NewStrictHandler(chiStrict{}, []chiapi.StrictMiddlewareFunc{checked}), r, "/chi/strict")
	http.ListenAndServe(":8082", r)
}
