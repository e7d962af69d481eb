// A service of go-restful: services with routes that are built step by step, and
// filters of a container, a service and a route.
package main

import (
	"net/http"

	restful "github.com/emicklei/go-restful/v3"
)

type orders struct{ url string }

func (o *orders) register(container *restful.Container) {
	ws := new(restful.WebService)
	ws.Path("/orders").Consumes(restful.MIME_JSON).Produces(restful.MIME_JSON)
	ws.Route(ws.GET("/{id}").To(o.find).
		Doc("get an order").
		Param(ws.PathParameter("id", "identifier of the order").DataType("string")))
	ws.Route(ws.POST("").Filter(charge).To(o.place))
	ws.Filter(measure)
	container.Add(ws)
}

func (o *orders) find(req *restful.Request, resp *restful.Response) {
	http.Get(o.url + "/orders/" + req.PathParameter("id")) // want `GET /orders/\{id\} of restfuls waits for orders GET /orders/\{id\}`
}

func (o *orders) place(req *restful.Request, resp *restful.Response) {
	http.Post(o.url+"/orders", restful.MIME_JSON, req.Request.Body) // want `POST /orders of restfuls waits for orders POST /orders`
}

// charge is the filter of one route.
func charge(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	http.Post("http://payments/payments", restful.MIME_JSON, nil) // want `POST /orders of restfuls waits for payments POST /payments`
	chain.ProcessFilter(req, resp)
}

// measure is that of a service, whose routes it was added after.
func measure(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	http.Get("http://users/users/measured") // want `of restfuls \(like 1 other endpoint\) waits for users GET /users/\{id\}`
	chain.ProcessFilter(req, resp)
}

func main() {
	go restMore()
	health := new(restful.WebService)
	health.Route(health.GET("/health").To(func(req *restful.Request, resp *restful.Response) {}))
	restful.Add(health)
	users := &restful.WebService{}
	users.Path("/users")
	users.Route(users.GET("/{user-id:[0-9]+}").To(func(req *restful.Request, resp *restful.Response) {
		http.Get("http://users/users/" + req.PathParameter("user-id")) // want `GET /users/\{user-id\} of restfuls waits for users GET /users/\{id\}`
	}))
	restful.DefaultContainer.Add(users)
	container := restful.NewContainer()
	(&orders{url: "http://orders"}).register(container)
	http.Get("http://users/users/1") // it only starts
	go http.ListenAndServe(":9090", nil)
	http.ListenAndServe(":8080", container)
}
