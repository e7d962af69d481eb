package handler

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/client"
	"github.com/cloudwego/hertz/pkg/protocol"
)

// Charge runs before PlaceOrder.
func Charge(ctx context.Context, c *app.RequestContext) {
	client.Post(ctx, nil, "http://payments/payments", nil) // want `POST /orders/ of hertzes waits for payments POST /payments`
}

// GetOrder .
// @router /orders/:id [GET]
func GetOrder(ctx context.Context, c *app.RequestContext) {
	req := protocol.NewRequest("GET", "http://orders/orders/"+c.Param("id"), nil)
	client.Do(ctx, req, nil) // want `GET /orders/\{id\} of hertzes waits for orders GET /orders/\{id\}`
}

// PlaceOrder .
// @router /orders [POST]
func PlaceOrder(ctx context.Context, c *app.RequestContext) {
	req := &protocol.Request{}
	req.SetHost("orders")
	req.URI().SetPath("/orders")
	req.Header.SetMethod("POST")
	client.Do(ctx, req, nil) // want `POST /orders/ of hertzes waits for orders POST /orders`
}
