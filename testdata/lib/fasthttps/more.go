package main

import (
	"net"

	"github.com/fasthttp/router"
	"github.com/valyala/fasthttp"
)

func user(ctx *fasthttp.RequestCtx) {
	uri := fasthttp.AcquireURI()
	defer fasthttp.ReleaseURI(uri)
	uri.Parse(nil, []byte("https://users/users/7"))
	uri.SetScheme("http")
	req := fasthttp.AcquireRequest()
	req.SetURI(uri)
	fasthttp.Do(req, nil) // want `GET /v2/users/\{id\} of fasthttps waits for users GET /users/\{id\}`
}

func archived(ctx *fasthttp.RequestCtx) {
	uri := fasthttp.AcquireURI()
	uri.Parse([]byte("archive"), []byte("/orders/7"))
	req := fasthttp.AcquireRequest()
	req.SetURI(uri)
	fasthttp.Do(req, nil) // want `GET /v2/archive of fasthttps waits for archive GET /orders/\{id\}`
}

func forms(ctx *fasthttp.RequestCtx) {
	client := &fasthttp.Client{}
	client.Post(nil, "http://orders/orders", nil) // want `ANY /v2/forms of fasthttps waits for orders POST /orders`
}

// pinned calls what its client is made for, whatever the URL says.
func (s *server) pinned(ctx *fasthttp.RequestCtx) {
	s.payments.Post(nil, "/payments", nil)                           // want `POST /v2/pinned of fasthttps waits for payments POST /payments`
	s.orders.Clients[0].(*fasthttp.HostClient).Get(nil, "/orders/1") // want `POST /v2/pinned of fasthttps waits for orders GET /orders/\{id\}`
}

// forwarded goes on as it came, to another host.
func forwarded(ctx *fasthttp.RequestCtx) {
	req := fasthttp.AcquireRequest()
	ctx.Request.CopyTo(req)
	req.SetHost("orders")
	fasthttp.Do(req, &ctx.Response) // want `ANY /orders/\{rest\.\.\.\} of fasthttps waits for orders`
}

func missing(ctx *fasthttp.RequestCtx) {
	fasthttp.Get(nil, "http://archive/orders/1") // want `ANY /\{\.\.\.\} of fasthttps waits for archive GET /orders/\{id\}`
}

// A handler of a server has no route, and serves all.
func unix(ctx *fasthttp.RequestCtx) {
	fasthttp.Get(nil, "http://users/users/unix") // want `of fasthttps waits for users GET /users/\{id\}`
}

func secret(ctx *fasthttp.RequestCtx) {
	fasthttp.Get(nil, "http://users/users/secret") // want `of fasthttps waits for users GET /users/\{id\}`
}

func (s *server) serveMore() {
	r := router.New()
	r.NotFound = missing
	r.ANY("/orders/{rest:*}", forwarded)
	v2 := r.Group("/v2")
	v2.GET("/users/{id}", user)
	v2.GET("/archive", archived)
	v2.POST("/pinned", s.pinned)
	v2.ANY("/forms", forms)
	go fasthttp.ListenAndServeUNIX("/run/shop.sock", 0o600, unix)
	go fasthttp.ListenAndServeTLS(":8443", "cert.pem", "key.pem", secret)
	if l, err := net.Listen("tcp", ":8081"); err == nil {
		fasthttp.Serve(l, r.Handler)
	}
}
