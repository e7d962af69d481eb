package main

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/client"
	"github.com/cloudwego/hertz/pkg/app/server"
)

// call makes a handler that calls what a handler before it left.
func call(ctx context.Context, c *app.RequestContext) {
	base, ok := c.Get("orders")
	if !ok {
		return
	}
	client.Get(ctx, nil, base.(string)+"/orders/"+c.Param("id")) // want `of hertzes \(like 7 other endpoints\) waits for orders GET /orders/\{id\}`
}

// leave is for all routes.
func leave(ctx context.Context, c *app.RequestContext) {
	c.Set("orders", "http://orders")
	client.Get(ctx, nil, "http://users/users/1") // want `of hertzes \(like 9 other endpoints\) waits for users GET /users/\{id\}`
	c.Next(ctx)
}

func missing(ctx context.Context, c *app.RequestContext) {
	client.Get(ctx, nil, "http://archive/orders/1") // want `ANY / of hertzes waits for archive GET /orders/\{id\}`
}

// refused gets requests of a method that their path has not: it serves no endpoint.
func refused(ctx context.Context, c *app.RequestContext) {
	client.Get(ctx, nil, "http://archive/orders/2")
}

func shown(ctx context.Context, c *app.RequestContext) {
	client.Post(ctx, nil, "http://payments/payments", nil) // want `GET /api/brand/logo.png of hertzes waits for payments POST /payments`
}

// serveMore serves routes whose handlers have names, below a path of the server's.
func serveMore() {
	h := server.New(server.WithHostPorts(":8081"), server.WithBasePath("/api"))
	h.Use(leave)
	h.Any("/any/:id", call)
	h.Handle("PATCH", "/orders/:id", call)
	h.GETEX("/orders/:id", call, "find")
	h.POSTEX("/orders", call, "place")
	h.PUTEX("/orders/:id", call, "replace")
	h.DELETEEX("/orders/:id", call, "remove")
	h.HEADEX("/orders/:id", call, "peek")
	h.AnyEX("/other/:id", func(ctx context.Context, c *app.RequestContext) {
		client.Post(ctx, nil, "http://orders/orders", nil) // want `ANY /api/other/\{id\} of hertzes waits for orders POST /orders`
	}, "other")
	h.HandleEX("OPTIONS", "/orders/:id", call, "options")
	h.Group("/brand", shown).StaticFile("/logo.png", "logo.png")
	h.Spin()
}

// serveRest serves what no route does.
func serveRest() {
	h := server.New(server.WithHostPorts(":8082"))
	h.NoRoute(missing)
	h.NoMethod(refused)
	h.Spin()
}
