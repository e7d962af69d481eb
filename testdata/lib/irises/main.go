// A service of iris: parties with middleware, and controllers whose methods are routes.
package main

import (
	"net/http"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/mvc"
)

func auth(ctx iris.Context) {
	http.Get("http://users/users/" + ctx.GetHeader("user")) // want `GET /v1/orders/\{id\} of irises waits for users GET /users/\{id\}`
	ctx.Next()
}

type handlers struct{ orders string }

func (h *handlers) order(ctx iris.Context) {
	http.Get(h.orders + "/orders/" + ctx.Params().Get("id")) // want `GET /v1/orders/\{id\} of irises waits for orders GET /orders/\{id\}`
}

type userController struct{ base string }

func (c *userController) GetBy(id string) string {
	http.Get(c.base + "/users/" + id) // want `GET /users/\{\} of irises waits for users GET /users/\{id\}`
	return id
}

func (c *userController) PostLogin() {
	http.Post("http://payments/payments", "text/plain", nil) // want `POST /users/login of irises waits for payments POST /payments`
}

// Reset is no route.
func (c *userController) Reset() { http.Get("http://users/users/2") }

func main() {
	app := iris.New()
	h := &handlers{orders: "http://orders"}
	app.Handle("GET", "/health", func(ctx iris.Context) {})
	app.Get("/std", iris.FromStd(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/3") // want `GET /std of irises waits for users GET /users/\{id\}`
	}))
	v1 := app.Party("/v1", auth)
	v1.Get("/orders/{id:uint64}", h.order)
	app.PartyFunc("/pay", func(p iris.Party) {
		p.Post("/", func(ctx iris.Context) {
			http.Post("http://payments/payments", "text/plain", nil) // want `POST /pay/? of irises waits for payments POST /payments`
		})
	})
	mvc.New(app.Party("/users")).Handle(&userController{base: "http://users"})
	app.Configure(parties, containers, controllers)
	http.Get("http://users/users/1") // it only starts
	app.Run(iris.Addr(":8080"))
}
