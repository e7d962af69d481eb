package main

import (
	"net/http"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/mvc"
)

// guard is a handler with dependencies.
func guard(ctx iris.Context) {
	http.Get("http://users/users/4") // want `DELETE /contained/\{id\} of irises \(like 1 other endpoint\) waits for users GET /users/\{id\}`
	ctx.Next()
}

// containers registers handlers whose arguments are injected.
func containers(app *iris.Application) {
	app.Party("/contained").ConfigureContainer(func(api *iris.APIContainer) {
		api.RegisterDependency(func(ctx iris.Context) string {
			return ctx.GetHeader("user") // it is not called here
		})
		api.Use(guard)
		api.Get("/{id:uint64}", func(id uint64) string {
			http.Get("http://orders/orders/1") // want `GET /contained/\{id\} of irises waits for orders GET /orders/\{id\}`
			return ""
		})
		api.Delete("/{id:uint64}", func(id uint64) error {
			_, err := http.Post("http://payments/payments", "", nil) // want `DELETE /contained/\{id\} of irises waits for payments POST /payments`
			return err
		})
	})
	app.RegisterDependency(func(ctx iris.Context) int { return 1 })
	app.HandleFunc("PUT", "/function/{id:uint64}", func(id uint64) string {
		http.Get("http://items/items/1") // want `PUT /function/\{id\} of irises waits for items GET /items/\{id\}`
		return ""
	})
}

type itemController struct{ base string }

// Get is the root of the controller's party.
func (c *itemController) Get() string {
	http.Get(c.base + "/items/1") // want `GET /mvc/v2/items/? of irises waits for items GET /items/\{id\}`
	return ""
}

// PutBy has two parameters, whose words it does not name.
func (c *itemController) PutBy(ctx iris.Context, id int64, name string) string {
	http.Get(c.base + "/items/2") // want `PUT /mvc/v2/items/\{\}/\{\} of irises waits for items GET /items/\{id\}`
	return ""
}

// AnyByWildcard has all that follows.
func (c *itemController) AnySearchByWildcard(path string) string {
	http.Get(c.base + "/items/3") // want `ANY /mvc/v2/items/search/\{...\} of irises waits for items GET /items/\{id\}`
	return ""
}

// DeleteOrderedBy has no parameter, so that By is a word.
func (c *itemController) DeleteOrderedBy() {
	http.Get(c.base + "/items/4") // want `DELETE /mvc/v2/items/ordered/by of irises waits for items GET /items/\{id\}`
}

// Renew is no route.
func (c *itemController) Renew() { http.Get(c.base + "/items/5") }

type rootController struct{}

func (c *rootController) GetRoot() {
	http.Get("http://items/items/7") // want `GET /mvc/root of irises waits for items GET /items/\{id\}`
}

func checked(ctx iris.Context) {
	http.Head("http://items/items/6") // want `ANY /mvc/v2/items/search/\{...\} of irises \(like 3 other endpoints\) waits for items HEAD /items/\{id\}`
	ctx.Next()
}

func controllers(app *iris.Application) {
	mvc.Configure(app.Party("/mvc"), func(m *mvc.Application) {
		m.Register(&itemController{}).Party("/v2/items", checked).Handle(&itemController{base: "http://items"})
		m.Configure(func(m *mvc.Application) { m.Handle(&rootController{}) })
	})
}
