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
	client.Get(ctx, nil, "http://users/users/"+string(c.GetHeader("user"))) // want `POST /v1/payments of hertzes waits for users GET /users/\{id\}`
	c.Next(ctx)
}

type shop struct{ client *client.Client }

func (s *shop) pay(ctx context.Context, c *app.RequestContext) {
	req, resp := protocol.AcquireRequest(), protocol.AcquireResponse()
	req.SetMethod("POST")
	req.SetRequestURI("http://payments/payments")
	if err := s.client.Do(ctx, req, resp); err != nil { // want `POST /v1/payments of hertzes waits for payments POST /payments`
		c.String(502, err.Error())
	}
}

func main() {
	go serveMore()
	go serveRest()
	h := server.Default(server.WithHostPorts(":8080"))
	cli, err := client.NewClient()
	if err != nil {
		return
	}
	s := &shop{client: cli}
	router.GeneratedRegister(h)
	h.GET("/health", func(ctx context.Context, c *app.RequestContext) { c.String(200, "ok") })
	v1 := h.Group("/v1", auth)
	v1.POST("/payments", s.pay)
	h.Static("/assets", "./public")
	client.Get(context.Background(), nil, "http://users/users/1") // it only starts
	h.Spin()
}
