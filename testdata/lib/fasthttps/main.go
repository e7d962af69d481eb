// A service of fasthttp: a router, a handler that reads the path itself, and clients
// with requests that are put together step by step.
package main

import (
	"time"

	"github.com/fasthttp/router"
	"github.com/valyala/fasthttp"
)

type server struct {
	client   *fasthttp.Client
	payments *fasthttp.HostClient
	orders   fasthttp.LBClient
}

func (s *server) order(ctx *fasthttp.RequestCtx) {
	req, resp := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
	defer fasthttp.ReleaseRequest(req)
	defer fasthttp.ReleaseResponse(resp)
	req.SetRequestURI("http://orders/orders/" + ctx.UserValue("id").(string))
	if err := s.client.DoTimeout(req, resp, time.Second); err != nil { // want `GET /v1/orders/\{id\} of fasthttps waits for orders GET /orders/\{id\}`
		ctx.Error(err.Error(), fasthttp.StatusBadGateway)
		return
	}
	ctx.SetBody(resp.Body())
}

func (s *server) pay(ctx *fasthttp.RequestCtx) {
	var req fasthttp.Request
	var resp fasthttp.Response
	req.Header.SetMethod(fasthttp.MethodPost)
	req.Header.SetRequestURI("/payments")
	s.payments.Do(&req, &resp) // want `POST /v1/payments of fasthttps waits for payments POST /payments`
}

func (s *server) place(ctx *fasthttp.RequestCtx) {
	req := &fasthttp.Request{}
	req.SetHost("orders")
	req.URI().SetPath("/orders")
	req.Header.SetMethodBytes([]byte("POST"))
	fasthttp.Do(req, nil) // want `POST /v1/orders of fasthttps waits for orders POST /orders`
}

func (s *server) balanced(ctx *fasthttp.RequestCtx) {
	req := fasthttp.AcquireRequest()
	req.SetRequestURIBytes([]byte("/orders/2"))
	s.orders.Do(req, nil) // want `GET /balanced of fasthttps waits for orders GET /orders/\{id\}`
}

// secured runs before a handler.
func secured(h fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		status, _, err := fasthttp.GetTimeout(nil, "http://users/users/1", time.Second) // want `GET /secured of fasthttps waits for users GET /users/\{id\}`
		if err != nil || status != fasthttp.StatusOK {
			return
		}
		h(ctx)
	}
}

// byPath finds its way by the path alone.
func byPath(ctx *fasthttp.RequestCtx) {
	switch string(ctx.Path()) {
	case "/users":
		fasthttp.Get(nil, "http://users/users/1") // want `of fasthttps waits for users GET /users/\{id\}`
	default:
		ctx.Error("not found", fasthttp.StatusNotFound)
	}
}

func main() {
	s := &server{
		client:   &fasthttp.Client{},
		payments: &fasthttp.HostClient{Addr: "payments"},
	}
	s.orders.Clients = append(s.orders.Clients, &fasthttp.HostClient{Addr: "orders"})
	go s.serveMore()
	r := router.New()
	r.GET("/secured", secured(func(ctx *fasthttp.RequestCtx) {}))
	r.Handle("GET", "/balanced", s.balanced)
	v1 := r.Group("/v1")
	v1.GET("/orders/{id}", s.order)
	v1.POST("/orders", s.place)
	v1.POST("/payments", s.pay)
	r.ServeFiles("/static/{filepath:*}", "./public")
	fasthttp.Get(nil, "http://users/users/1") // it only starts
	go fasthttp.ListenAndServe(":9090", byPath)
	(&fasthttp.Server{Handler: fasthttp.CompressHandler(r.Handler)}).ListenAndServe(":8080")
}
