// A service of hertz: routes as its generator registers them, groups with middleware,
// and its client.
package main

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/client"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/protocol"

	"libcases/hertzes/router"
)

func auth(ctx context.Context, c *app.RequestContext) {
	client.Get(ctx, nil, "http://users/users/"+string(c.GetHeader("user"))) // want `of hertzes \(like 1 other endpoint\) waits for users GET /users/\{id\}`
	c.Next(ctx)
}

type shop struct{ client, charging *client.Client }

func (s *shop) pay(ctx context.Context, c *app.RequestContext) {
	req, resp := protocol.AcquireRequest(), protocol.AcquireResponse()
	req.SetMethod("POST")
	req.SetRequestURI("http://payments/payments")
	if err := s.client.Do(ctx, req, resp); err != nil { // want `POST /v1/payments of hertzes waits for payments POST /payments`
		c.String(502, err.Error())
	}
}

// charged is middleware of a client.
func charged(next client.Endpoint) client.Endpoint {
	return func(ctx context.Context, req *protocol.Request, resp *protocol.Response) error {
		client.Post(ctx, nil, "http://payments/payments", nil) // want `GET /v1/orders of hertzes waits for payments POST /payments`
		return next(ctx, req, resp)
	}
}

func (s *shop) order(ctx context.Context, c *app.RequestContext) {
	s.charging.Get(ctx, nil, "http://orders/orders/1")     // want `GET /v1/orders of hertzes waits for orders GET /orders/\{id\}`
	s.charging.Post(ctx, nil, "http://orders/orders", nil) // want `GET /v1/orders of hertzes waits for orders POST /orders`
	req := protocol.NewRequest("GET", "http://users/users/1", nil)
	client.Do(ctx, req, nil) // want `GET /v1/orders of hertzes waits for users GET /users/\{id\}`
}

func main() {
	go serveMore()
	go serveRest()
	h := server.Default(server.WithHostPorts(":8080"))
	cli, err := client.NewClient()
	if err != nil {
		return
	}
	charging, err := client.NewClient()
	if err != nil {
		return
	}
	charging.Use(charged)
	s := &shop{client: cli, charging: charging}
	router.GeneratedRegister(h)
	h.GET("/health", func(ctx context.Context, c *app.RequestContext) { c.String(200, "ok") })
	v1 := h.Group("/v1", auth)
	v1.POST("/payments", s.pay)
	v1.GET("/orders", s.order)
	h.Static("/assets", "./public")
	client.Get(context.Background(), nil, "http://users/users/1") // it only starts
	h.Spin()
}
