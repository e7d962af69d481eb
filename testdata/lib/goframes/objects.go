package main

import (
	"context"

	"github.com/gogf/gf/v2/frame/g"
	"github.com/gogf/gf/v2/net/gclient"
	"github.com/gogf/gf/v2/net/ghttp"
)

// items has methods for requests. Init and Shut run around each of them.
type items struct{ client *gclient.Client }

func (i *items) Init(r *ghttp.Request) {
	i.client.GetBytes(r.Context(), "/items/1") // want `ANY /items of goframes \(like 9 other endpoints\) waits for items GET /items/\{id\}`
}

func (i *items) Shut(r *ghttp.Request) {}

func (i *items) Index(r *ghttp.Request) {
	i.client.PutBytes(r.Context(), "/items/1") // want `ANY /items of goframes \(like 1 other endpoint\) waits for items PUT /items/\{id\}`
}

func (i *items) ShowAll(r *ghttp.Request) {
	i.client.PatchBytes(r.Context(), "/items/1") // want `ANY /items/show-all of goframes \(like 2 other endpoints\) waits for items PATCH /items/\{id\}`
}

func (i *items) Drop(r *ghttp.Request) {
	i.client.DeleteBytes(r.Context(), "/items/1") // want `ANY /items/drop of goframes \(like 3 other endpoints\) waits for items DELETE /items/\{id\}`
}

// Other is not among the methods that are bound by name.
func (i *items) Other(r *ghttp.Request) {
	i.client.DoRequest(r.Context(), "HEAD", "/items/9") // want `ANY /items/other of goframes waits for items HEAD /items/\{id\}`
}

// Helper is no handler.
func (i *items) Helper(id string) string { return id }

// rest has a method for each HTTP method.
type rest struct{ client *gclient.Client }

func (o *rest) Get(r *ghttp.Request) {
	o.client.DoRequest(r.Context(), "OPTIONS", "/items/1") // want `GET /rest/\{id\} of goframes \(like 1 other endpoint\) waits for items OPTIONS /items/\{id\}`
}

func (o *rest) Delete(r *ghttp.Request) {
	o.client.DoRequest(r.Context(), "DELETE", "/items/1") // want `DELETE /rest/\{id\} of goframes \(like 1 other endpoint\) waits for items DELETE /items/\{id\}`
}

func (o *rest) GetMany(r *ghttp.Request) { o.client.GetBytes(r.Context(), "/items/2") }

// tagged has a route that tags say, whatever the pattern.
type tagged struct{ client *gclient.Client }

type showReq struct {
	g.Meta `path:"/tagged/{id}" method:"get,head"`
}

func (t *tagged) Show(ctx context.Context, req *showReq) (*res, error) {
	t.client.GetBytes(ctx, "/items/3") // want `GET /v2/tagged/\{id\} of goframes waits for items GET /items/\{id\}`
	return &res{}, nil
}

// Plain has a name alone.
func (t *tagged) Plain(r *ghttp.Request) {
	t.client.GetBytes(r.Context(), "/items/4") // want `POST /v2/ignored/plain of goframes waits for items GET /items/\{id\}`
}

// askReq is a request to another service.
type askReq struct {
	g.Meta `path:"/orders/{id}" method:"get"`
	ID     string
}

func ask(r *ghttp.Request) {
	var order struct{ ID string }
	g.Client().Prefix("http://orders").DoRequestObj(r.Context(), &askReq{ID: "1"}, &order) // want `ANY /ask of goframes waits for orders GET /orders/\{id\}`
}

// configured asks the service of a configured address.
func configured(r *ghttp.Request) {
	g.Client().Get(r.Context(), g.Cfg().MustGet(r.Context(), "services.profiles.url").String()+"/users/1") // want `ANY /configured of goframes waits for users GET /users/\{id\}`
}

// both keeps a client that another one is made of.
func both(r *ghttp.Request) {
	client := gclient.New()
	client.SetPrefix("http://orders")
	other := client.Prefix("http://users")
	client.Get(r.Context(), "/orders/1") // want `ANY /both of goframes waits for orders GET /orders/\{id\}`
	other.Get(r.Context(), "/users/1")   // want `ANY /both of goframes waits for users GET /users/\{id\}`
}

// matched runs for a pattern.
func matched(r *ghttp.Request) {
	g.Client().Get(r.Context(), "http://orders/orders/7") // want `DELETE /rest/\{id\} of goframes \(like 1 other endpoint\) waits for orders GET /orders/\{id\}`
	r.Middleware.Next()
}

// hooked runs before what serves one path.
func hooked(r *ghttp.Request) {
	g.Client().Get(r.Context(), "http://orders/orders/8") // want `ANY /ask of goframes waits for orders GET /orders/\{id\}`
}

// everywhere runs for all routes of the admin server.
func everywhere(r *ghttp.Request) {
	g.Client().Get(r.Context(), "http://users/users/9") // want `ANY /admin of goframes \(like 1 other endpoint\) waits for users GET /users/\{id\}`
	r.Middleware.Next()
}

func objects() {
	client := g.Client().Prefix("http://items")
	s := g.Server() // the one that main runs
	s.BindObject("/items", &items{client})
	s.BindObject("/some", &items{client}, "ShowAll, Drop")
	s.BindObject("POST:/one@goframe.org", &items{client}, "Drop")
	s.BindObjectMethod("PUT:/exact/:id", &items{client}, "Drop")
	s.BindObjectRest("/rest/:id", &rest{client})
	s.BindMiddleware("/rest/*any", matched)
	s.BindHookHandler("/ask", ghttp.HookBeforeServe, hooked)
	s.BindHandler("/ask", ask)
	s.BindHandler("/configured", configured)
	s.BindHandler("/both", both)
	s.Group("/v2", func(group *ghttp.RouterGroup) {
		group.POST("/ignored", &tagged{client})
		group.GET("/picked", &items{client}, "ShowAll")
		group.REST("/rest/:id", &rest{client})
	})
	admin := ghttp.GetServer("admin")
	admin.SetAddr("http://orders")
	admin.BindHandler("/admin", func(r *ghttp.Request) {})
	ghttp.GetServer("admin").BindMiddlewareDefault(everywhere)
	ghttp.GetServer("admin").BindHandler("/admin/stats", func(r *ghttp.Request) {})
	admin.Start()
}
