// A strict server and a client as oapi-codegen writes them.
package main

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"libcases/oapis/api"
)

type server struct {
	orders, archive *api.ClientWithResponses
}

func (s *server) GetItem(ctx context.Context, request api.GetItemRequestObject) (api.GetItemResponseObject, error) {
	if _, err := s.orders.GetOrderWithResponse(ctx, request.Id); err != nil { // want `GET /v1/items/\{id\} of oapis waits for orders GET /orders/\{id\}:`
		return nil, err
	}
	if _, err := s.archive.GetOrderWithResponse(ctx, request.Id); err != nil { // want `GET /v1/items/\{id\} of oapis waits for archive GET /api/v1/orders/\{\}:`
		return nil, err
	}
	return api.GetItem200Response{}, nil
}

// audited is around each operation.
func audited(next api.StrictHandlerFunc, operation string) api.StrictHandlerFunc {
	return func(c *gin.Context, request interface{}) (interface{}, error) {
		http.Get("http://users/users/" + operation) // want `GET /v1/items/\{id\} of oapis waits for users GET /users/\{id\}:`
		return next(c, request)
	}
}

// token fetches one for each request.
func token(ctx context.Context, req *http.Request) error {
	http.Post("http://payments/payments", "", nil) // want `GET /v1/items/\{id\} of oapis waits for payments POST /payments:`
	return nil
}

func main() {
	orders, err := api.NewClientWithResponses("http://orders", api.WithRequestEditorFn(token))
	if err != nil {
		return
	}
	archive, err := api.NewClientWithResponses("https://archive/api/v1")
	if err != nil {
		return
	}
	go serveStd()
	go serveChi()
	go serveEcho()
	go serveFiber()
	r := gin.New()
	registerGin(r)
	handler := api.NewStrictHandler(&server{orders, archive}, []api.StrictMiddlewareFunc{audited})
	api.RegisterHandlersWithOptions(r, handler, api.GinServerOptions{BaseURL: "/v1"})
	r.Run(":8080")
}
