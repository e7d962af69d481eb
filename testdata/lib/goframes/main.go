// A service of GoFrame: requests whose tags are their routes, objects whose methods are,
// and its client.
package main

import (
	"context"

	"github.com/gogf/gf/v2/frame/g"
	"github.com/gogf/gf/v2/net/gclient"
	"github.com/gogf/gf/v2/net/ghttp"
)

type findReq struct {
	g.Meta `path:"/orders/:id" method:"get" summary:"get an order"`
	ID     string `in:"path"`
}

type placeReq struct {
	g.Meta `path:"/orders" method:"post"`
}

type res struct{}

type orders struct{ client *gclient.Client }

func (o *orders) Find(ctx context.Context, req *findReq) (*res, error) {
	_, err := o.client.Get(ctx, "/orders/"+req.ID) // want `GET /v1/orders/\{id\} of goframes waits for orders GET /orders/\{id\}`
	return &res{}, err
}

func (o *orders) Place(ctx context.Context, req *placeReq) (*res, error) {
	o.client.ContentJson().PostContent(ctx, "/orders", req) // want `POST /v1/orders of goframes waits for orders POST /orders`
	return &res{}, nil
}

type accounts struct{}

func (a *accounts) PayNow(r *ghttp.Request) {
	g.Client().SetHeader("X", "1").PostContent(r.Context(), "http://payments/payments") // want `/accounts/pay-now of goframes waits for payments POST /payments`
}

func auth(r *ghttp.Request) {
	g.Client().Get(r.Context(), "http://users/users/"+r.GetHeader("user")) // want `of goframes \(like 1 other endpoint\) waits for users GET /users/\{id\}`
	r.Middleware.Next()
}

func main() {
	s := g.Server()
	s.Group("/v1", func(group *ghttp.RouterGroup) {
		group.Middleware(auth)
		group.Bind(&orders{client: g.Client().Prefix("http://orders")})
	})
	s.Group("/", func(group *ghttp.RouterGroup) {
		group.ALL("/accounts", &accounts{})
		group.GET("/health", func(r *ghttp.Request) {})
	})
	s.BindHandler("POST:/pay", func(r *ghttp.Request) {
		g.Client().PostContent(r.Context(), "http://payments/payments") // want `POST /pay of goframes waits for payments POST /payments`
	})
	objects()
	g.Client().Get(context.Background(), "http://users/users/1") // it only starts
	s.Run()
}
