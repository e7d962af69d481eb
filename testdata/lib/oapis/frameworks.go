package main

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"

	"libcases/oapis/api"
	"libcases/oapis/echoapi"
	"libcases/oapis/fiberapi"
)

// ginPlain gets contexts of gin's.
type ginPlain struct{}

func (ginPlain) GetItem(c *gin.Context, id string) {
	http.Get("http://archive/orders/" + id) // want `GET /gin/plain/items/\{id\} of oapis waits for archive GET /orders/\{id\}:`
}

// admitted runs before each plain operation of gin's server.
func admitted(c *gin.Context) {
	http.Get("http://users/users/admitted") // want `GET /gin/plain/items/\{id\} of oapis waits for users GET /users/\{id\}:`
}

func registerGin(r gin.IRouter) {
	api.RegisterHandlersWithOptions(r, ginPlain{}, api.GinServerOptions{BaseURL: "/gin/plain", Middlewares: []api.MiddlewareFunc{admitted}})
}

type echoPlain struct{}

func (echoPlain) PlaceItem(ctx echo.Context) error {
	_, err := http.Post("http://orders/orders", "", nil) // want `POST /echo/plain/items of oapis waits for orders POST /orders:`
	return err
}

func (echoPlain) GetItem(ctx echo.Context, id string) error {
	_, err := http.Get("http://orders/orders/" + id) // want `GET /echo/plain/items/\{id\} of oapis waits for orders GET /orders/\{id\}:`
	return err
}

type echoStrict struct{}

func (echoStrict) PlaceItem(ctx context.Context, request echoapi.PlaceItemRequestObject) (echoapi.PlaceItemResponseObject, error) {
	return echoapi.PlaceItem201Response{}, nil
}

func (echoStrict) GetItem(ctx context.Context, request echoapi.GetItemRequestObject) (echoapi.GetItemResponseObject, error) {
	http.Get("http://orders/orders/" + request.Id) // want `GET /echo/strict/items/\{id\} of oapis waits for orders GET /orders/\{id\}:`
	return echoapi.GetItem200Response{}, nil
}

// measured is around each strict operation of echo's server.
func measured(next echoapi.StrictHandlerFunc, operation string) echoapi.StrictHandlerFunc {
	return func(ctx echo.Context, request any) (any, error) {
		http.Get("http://users/users/" + operation) // want `/echo/strict/items.* of oapis \(like 1 other endpoint\) waits for users GET /users/\{id\}:`
		return next(ctx, request)
	}
}

func serveEcho() {
	e := echo.New()
	echoapi.RegisterHandlers(e.Group("/echo/plain"), echoPlain{})
	echoapi.RegisterHandlersWithBaseURL(e, echoapi.NewStrictHandler(echoStrict{}, []echoapi.StrictMiddlewareFunc{measured}), "/echo/strict")
	e.Start(":8083")
}

type fiberPlain struct{}

func (fiberPlain) PlaceItem(c *fiber.Ctx) error {
	_, err := http.Post("http://orders/orders", "", nil) // want `POST /fiber/plain/items of oapis waits for orders POST /orders:`
	return err
}

func (fiberPlain) GetItem(c *fiber.Ctx, id string) error {
	_, err := http.Get("http://orders/orders/" + id) // want `GET /fiber/plain/items/\{id\} of oapis waits for orders GET /orders/\{id\}:`
	return err
}

// limited runs before each operation of the router that it is for.
func limited(c *fiber.Ctx) error {
	http.Get("http://users/users/limited") // want `/fiber/plain/items.* of oapis \(like 1 other endpoint\) waits for users GET /users/\{id\}:`
	return c.Next()
}

type fiberStrict struct{}

func (fiberStrict) PlaceItem(ctx context.Context, request fiberapi.PlaceItemRequestObject) (fiberapi.PlaceItemResponseObject, error) {
	return fiberapi.PlaceItem201Response{}, nil
}

func (fiberStrict) GetItem(ctx context.Context, request fiberapi.GetItemRequestObject) (fiberapi.GetItemResponseObject, error) {
	http.Get("http://orders/orders/" + request.Id) // want `GET /fiber/strict/items/\{id\} of oapis waits for orders GET /orders/\{id\}:`
	return fiberapi.GetItem200Response{}, nil
}

// counted is around each strict operation of fiber's server.
func counted(next fiberapi.StrictHandlerFunc, operation string) fiberapi.StrictHandlerFunc {
	return func(ctx *fiber.Ctx, request any) (any, error) {
		http.Post("http://payments/payments", "", nil) // want `/fiber/strict/items.* of oapis \(like 1 other endpoint\) waits for payments POST /payments:`
		return next(ctx, request)
	}
}

func serveFiber() {
	app := fiber.New()
	fiberapi.RegisterHandlersWithOptions(app.Group("/fiber"), fiberPlain{}, fiberapi.FiberServerOptions{BaseURL: "/plain", Middlewares: []fiberapi.MiddlewareFunc{limited}})
	strict := fiber.New()
	fiberapi.RegisterHandlers(strict.Group("/fiber/strict"), fiberapi.NewStrictHandler(fiberStrict{}, []fiberapi.StrictMiddlewareFunc{counted}))
	go strict.Listen(":8085")
	app.Listen(":8084")
}
