// A service of beego: controllers whose methods a mapping or their names route, and
// namespaces, filters and its client.
package main

import (
	"github.com/beego/beego/v2/client/httplib"
	"github.com/beego/beego/v2/server/web"
	"github.com/beego/beego/v2/server/web/context"
)

type orderController struct {
	web.Controller
	orders *httplib.Client
}

func (c *orderController) Find() {
	var order struct{ ID string }
	c.orders.Get(&order, "/orders/"+c.Ctx.Input.Param(":id")) // want `GET /v1/orders/\{id\} of beegos waits for orders GET /orders/\{id\}`
}

func (c *orderController) Place() {
	httplib.Post("http://orders/orders").Header("X", "1").Body("{}").Response() // want `POST /v1/orders of beegos waits for orders POST /orders`
}

// Unused is not in the mapping.
func (c *orderController) Unused() { httplib.Get("http://users/users/3").Response() }

type payController struct{ web.Controller }

func (c *payController) Post() {
	httplib.Post("http://payments/payments").Response() // want `POST /pay of beegos waits for payments POST /payments`
}

type UserController struct{ web.Controller }

func (c *UserController) List() {
	var users []string
	httplib.Get("http://users/users/1").ToJSON(&users) // want `/user/list of beegos waits for users GET /users/\{id\}`
}

func auth(ctx *context.Context) {
	httplib.Get("http://users/users/" + ctx.Input.Param("user")).Response() // want `GET /v1/inner/ping of beegos \(like 2 other endpoints\) waits for users GET /users/\{id\}`
}

func main() {
	orders, err := httplib.NewClient("orders", "http://orders")
	if err != nil {
		return
	}
	web.InsertFilter("/v1/*", web.BeforeRouter, auth)
	c := &orderController{orders: orders}
	web.AddNamespace(web.NewNamespace("/v1",
		web.NSRouter("/orders/:id", c, "get:Find"),
		web.NSRouter("/orders", c, "post:Place"),
		web.NSNamespace("/inner", web.NSGet("/ping", func(ctx *context.Context) {})),
	))
	web.Router("/pay", &payController{})
	web.AutoRouter(&UserController{})
	web.Get("/health", func(ctx *context.Context) {})
	httplib.Get("http://users/users/1").Response() // it only starts
	if err := web.LoadAppConfig("ini", "conf/shop.conf"); err != nil {
		return
	}
	web.Include(&reportController{})
	application()
	go own().Run(":8081", counted)
	web.AddNamespace(automatic())
	go web.RunWithMiddleWares(":8080", limited)
	web.Run()
}
