package main

import (
	"net/http"

	restful "github.com/emicklei/go-restful/v3"
)

// admitted is for all services of a container, and for the handlers that are added
// with its filters.
func admitted(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	http.Get("http://users/users/admitted") // want `of restfuls \(like 3 other endpoints\) waits for users GET /users/\{id\}`
	chain.ProcessFilter(req, resp)
}

// metered is middleware of net/http.
func metered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://payments/payments", "text/plain", nil) // want `of restfuls \(like 3 other endpoints\) waits for payments POST /payments`
		next.ServeHTTP(w, r)
	})
}

// counted is the filter of what the default container serves.
func counted(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	http.Get("http://archive/orders/1") // want `of restfuls \(like 1 other endpoint\) waits for archive GET /orders/\{id\}`
	chain.ProcessFilter(req, resp)
}

func search(req *restful.Request, resp *restful.Response) {
	http.Get("http://orders/orders/1") // want `SEARCH /stock/items of restfuls waits for orders GET /orders/\{id\}`
}

func replace(req *restful.Request, resp *restful.Response) {
	http.Post("http://orders/orders", "text/plain", nil) // want `PUT /stock/items/\{id\} of restfuls waits for orders POST /orders`
}

func files(req *restful.Request, resp *restful.Response) {
	http.Get("http://orders/orders/" + req.PathParameter("path")) // want `GET /stock/files/\{path\.\.\.\} of restfuls waits for orders GET /orders/\{id\}`
}

func plain(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/plain") // want `ANY /plain of restfuls waits for orders GET /orders/\{id\}`
}

func behind(w http.ResponseWriter, r *http.Request) {
	http.Get("http://orders/orders/filtered") // want `ANY /filtered of restfuls waits for orders GET /orders/\{id\}`
}

func restMore() {
	restful.Filter(counted)
	ws := new(restful.WebService)
	ws.Path("/stock")
	ws.Route(ws.Method("SEARCH").Path("/items").To(search))
	ws.Route(ws.GET("/items/{id}").Doc("replaces an item").Method("PUT").To(replace))
	ws.Route(ws.GET("/files/{path:*}").To(files))
	container := restful.NewContainer()
	container.Filter(admitted)
	container.Filter(restful.HttpMiddlewareHandlerToFilter(metered))
	container.Handle("/plain", http.HandlerFunc(plain))
	container.HandleWithFilter("/filtered", http.HandlerFunc(behind))
	container.Add(ws)
	http.ListenAndServe(":8081", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/gate") // want `of restfuls \(like 4 other endpoints\) waits for users GET /users/\{id\}`
		container.Dispatch(w, r)
	}))
}
