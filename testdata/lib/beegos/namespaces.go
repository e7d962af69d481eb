package main

import (
	"net/http"

	"github.com/beego/beego/v2/client/httplib"
	"github.com/beego/beego/v2/server/web"
	"github.com/beego/beego/v2/server/web/context"
)

// item asks for the item of the path.
func item(ctx *context.Context) *httplib.BeegoHTTPRequest {
	return httplib.NewBeegoRequest("http://items/items/"+ctx.Input.Param(":id"), http.MethodPatch)
}

// member is a filter of a namespace, for all that the namespace holds.
func member(ctx *context.Context) {
	httplib.Get("http://users/users/1").String() // want `ANY /items/any/\{id\} of beegos \(like 8 other endpoints\) waits for users GET /users/\{id\}`
}

// late is a filter that is added after its namespace has routes.
func late(ctx *context.Context) {
	httplib.Get("http://users/users/1").String() // want `GET /chained/inner/ping of beegos \(like 1 other endpoint\) waits for users GET /users/\{id\}`
}

func namespaces() []*web.Namespace {
	items := web.NewNamespace("/items",
		web.NSPost("/:id", func(ctx *context.Context) {
			item(ctx).Response() // want `POST /items/\{id\} of beegos waits for items PATCH /items/\{id\}`
		}),
		web.NSPut("/:id:int", func(ctx *context.Context) {
			item(ctx).Response() // want `PUT /items/\{id\} of beegos waits for items PATCH /items/\{id\}`
		}),
		web.NSPatch("/:id([0-9]+)", func(ctx *context.Context) {
			item(ctx).Response() // want `PATCH /items/\{id\} of beegos waits for items PATCH /items/\{id\}`
		}),
		web.NSBefore(member),
		web.NSDelete("/:id", func(ctx *context.Context) {
			item(ctx).Response() // want `DELETE /items/\{id\} of beegos waits for items PATCH /items/\{id\}`
		}),
		web.NSHead("/:id", func(ctx *context.Context) {
			item(ctx).Response() // want `HEAD /items/\{id\} of beegos waits for items PATCH /items/\{id\}`
		}),
		web.NSOptions("/:id", func(ctx *context.Context) {
			item(ctx).Response() // want `OPTIONS /items/\{id\} of beegos waits for items PATCH /items/\{id\}`
		}),
		web.NSAny("/any/:id", func(ctx *context.Context) {
			item(ctx).Response() // want `ANY /items/any/\{id\} of beegos waits for items PATCH /items/\{id\}`
		}),
		web.NSHandler("/std/:id", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			http.Get("http://items/items/1") // want `ANY /items/std/\{id\} of beegos waits for items GET /items/\{id\}`
		})),
		web.NSNamespace("/inner", web.NSGet("/ping", func(ctx *context.Context) {})),
		web.NSInclude(&reportController{}),
	)
	inner := web.NewNamespace("/inner").Get("/ping", func(ctx *context.Context) {})
	chained := web.NewNamespace("/chained").Get("/:id", func(ctx *context.Context) {
		req, err := httplib.NewBeegoRequestWithCtx(ctx.Request.Context(), "http://items/items/2", "PUT").SetHost("users").JSONBody("{}")
		if err != nil {
			return
		}
		req.Bytes() // want `GET /chained/\{id\} of beegos waits for items PUT /items/\{id\}`
	}).Namespace(inner).Filter("before", late)
	return []*web.Namespace{items, chained}
}
