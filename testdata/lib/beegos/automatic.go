package main

import (
	"net/http"

	"github.com/beego/beego/v2/client/httplib"
	"github.com/beego/beego/v2/server/web"
	"github.com/beego/beego/v2/server/web/context"
)

// TagController is routed by its name, on a server and in namespaces.
type TagController struct{ web.Controller }

func (c *TagController) Find() {
	httplib.Get("http://items/items/1").Response() // want `ANY /auto/in/tag/find of beegos \(like 3 other endpoints\) waits for items GET /items/\{id\}`
}

// Finish runs after what it is asked for.
func (c *TagController) Finish() {
	httplib.NewBeegoRequest("http://items/items/1", "HEAD").Response() // want `ANY /auto/in/tag/find of beegos \(like 3 other endpoints\) waits for items HEAD /items/\{id\}`
}

func automatic() *web.Namespace {
	return web.NewNamespace("/auto", web.NSAutoRouter(&TagController{}), web.NSAutoPrefix("/in", &TagController{}))
}

// tagged is a filter of one server, for one path.
func tagged(ctx *context.Context) {
	httplib.Get("http://users/users/1").Response() // want `ANY /tag/find of beegos waits for users GET /users/\{id\}`
}

// around is a filter of one server, for all below a path.
func around(next web.FilterFunc) web.FilterFunc {
	return func(ctx *context.Context) {
		httplib.Get("http://orders/orders/1").Response() // want `ANY /deep/tag/find of beegos waits for orders GET /orders/\{id\}`
		next(ctx)
	}
}

func filtered(app *web.HttpServer) {
	app.InsertFilter("/tag/*", web.BeforeExec, tagged)
	app.InsertFilterChain("/deep/*", around)
	app.AutoRouter(&TagController{})
	app.AutoPrefix("/deep", &TagController{})
}

// limited is middleware of the default server.
func limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://items/items/5", "text/plain", nil) // want `of beegos \(like \d+ other endpoints\) waits for items POST /items/\{id\}`
		next.ServeHTTP(w, r)
	})
}
