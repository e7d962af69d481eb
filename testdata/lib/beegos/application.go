package main

import (
	"net/http"

	"github.com/beego/beego/v2/client/httplib"
	"github.com/beego/beego/v2/server/web"
	"github.com/beego/beego/v2/server/web/context"
)

// baseController is what others embed: its exported methods are theirs.
type baseController struct {
	web.Controller
	items *httplib.Client
}

// Prepare runs before the methods that routes name, and is none of them.
func (c *baseController) Prepare() {
	httplib.Get("http://users/users/1").Response() // want `ANY /admin/stock/count of beegos \(like 2 other endpoints\) waits for users GET /users/\{id\}`
}

type StockController struct{ baseController }

func (c *StockController) Count() {
	c.items.Put(nil, "/items/1", nil) // want `ANY /admin/stock/count of beegos waits for items PUT /items/\{id\}`
}

// Get is a method that controllers have anyway.
func (c *StockController) Get() {
	c.items.Get(nil, "/items/1") // want `GET /own/stock of beegos waits for items GET /items/\{id\}`
}

// Two parameters are no request's.
func (c *StockController) Restock(a, b int) { c.items.Get(nil, "/items/3") }

type ownController struct{ baseController }

func (c *ownController) List() {
	c.items.Get(nil, "/items/2") // want `GET /own/list of beegos waits for items GET /items/\{id\}`
}

// reportController has routes only where the bee tool generates them.
type reportController struct{ web.Controller }

func (c *reportController) Get() { httplib.Get("http://orders/orders/5").Response() }

// timed runs around what its pattern matches, whenever that is added.
func timed(next web.FilterFunc) web.FilterFunc {
	return func(ctx *context.Context) {
		httplib.Get("http://orders/orders/1").Response() // want `ANY /any of beegos \(like 1 other endpoint\) waits for orders GET /orders/\{id\}`
		next(ctx)
	}
}

// exact is a filter of one path, not of those below it.
func exact(ctx *context.Context) {
	httplib.Get("http://orders/orders/2").Response() // want `ANY /any of beegos waits for orders GET /orders/\{id\}`
}

func application() {
	items, err := httplib.NewClient("items", "http://items")
	if err != nil {
		return
	}
	web.AddNamespace(namespaces()...)
	web.AutoPrefix("/admin", &StockController{baseController{items: items}})
	web.Any("/any", func(ctx *context.Context) {
		httplib.Get("http://users/users/2").Response() // want `ANY /any of beegos waits for users GET /users/\{id\}`
	})
	web.Handler("/any/below/*", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/3") // want `ANY /any/below/\{\.\.\.\} of beegos waits for users GET /users/\{id\}`
	}))
	web.InsertFilterChain("/any/*", timed)
	web.InsertFilter("/any", web.FinishRouter, exact)
	web.BeeApp.Delete("/app/:id", func(ctx *context.Context) {
		httplib.Get("http://users/users/4").Response() // want `DELETE /app/\{id\} of beegos waits for users GET /users/\{id\}`
	})
}

// counted is middleware of a server.
func counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://orders/orders/3") // want `ANY /deep/tag/find of beegos \(like 4 other endpoints\) waits for orders GET /orders/\{id\}`
		next.ServeHTTP(w, r)
	})
}

// own is another server.
func own() *web.HttpServer {
	items, _ := httplib.NewClient("items", "http://items")
	app := web.NewHttpSever()
	app.Router("/own/list", &ownController{baseController{items: items}}, "get:List")
	app.Router("/own/stock", &StockController{baseController{items: items}}, "get:Get")
	filtered(app)
	app.Any("/own/any", func(ctx *context.Context) {
		httplib.Get("http://users/users/5").Response() // want `ANY /own/any of beegos waits for users GET /users/\{id\}`
	})
	return app
}
