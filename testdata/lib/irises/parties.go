package main

import (
	"net/http"

	"github.com/kataras/iris/v12"
)

// first runs before the routes of its party that are added after it.
func first(ctx iris.Context) {
	http.Get("http://items/items/1") // want `ANY /later/below/? of irises \(like 1 other endpoint\) waits for items GET /items/\{id\}`
	ctx.Next()
}

// last runs after them.
func last(ctx iris.Context) {
	http.Post("http://items/items/1", "text/plain", nil) // want `ANY /later/below/? of irises \(like 1 other endpoint\) waits for items POST /items/\{id\}`
}

// always runs for all routes of a party, and only for these.
func always(ctx iris.Context) {
	http.Head("http://items/items/1") // want `GET /routed/\{id\} of irises waits for items HEAD /items/\{id\}`
	ctx.Next()
}

func internal(ctx iris.Context) {
	http.Get("http://users/users/2") // want `GET /status of irises \(like 1 other endpoint\) waits for users GET /users/\{id\}`
	ctx.Next()
}

func empty(ctx iris.Context) { ctx.Next() }

// stock configures a party.
type stock struct{ base string }

func (s *stock) Configure(p iris.Party) {
	p.Get("/{id:int}", func(ctx iris.Context) {
		http.Get(s.base + "/items/" + ctx.Params().Get("id")) // want `GET /stock/\{id\} of irises waits for items GET /items/\{id\}`
	})
}

func parties(app *iris.Application) {
	later := app.Party("/later")
	later.Get("/before", func(ctx iris.Context) { ctx.Next() })
	later.Use(first)
	later.Done(last)
	later.Get("/{id}", func(ctx iris.Context) { ctx.Next() })
	later.Party("/below").Any("/", func(ctx iris.Context) {
		http.Get("http://orders/orders/1") // want `ANY /later/below/ of irises waits for orders GET /orders/\{id\}`
		ctx.Next()
	})
	routed := app.Party("/routed")
	routed.Get("/{id}", empty)
	routed.UseRouter(always)
	admin := app.Subdomain("admin", internal)
	admin.Get("/status", empty)
	app.WildcardSubdomain(internal).Get("/tenant", empty)
	app.Any("/any", func(ctx iris.Context) {
		http.Get("http://users/users/3") // want `ANY /any of irises waits for users GET /users/\{id\}`
	})
	app.Handle("ALL", "/all", func(ctx iris.Context) {
		http.Get("http://users/users/3") // want `ANY /all of irises waits for users GET /users/\{id\}`
	})
	app.HandleMany("GET PUT", "/many /many/{id:uint64}", func(ctx iris.Context) {
		http.Get("http://users/users/3") // want `GET /many of irises \(like 3 other endpoints\) waits for users GET /users/\{id\}`
	})
	app.PartyConfigure("/stock", &stock{base: "http://items"})
}
