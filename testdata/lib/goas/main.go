// A server of goa, with a client of goa and one of go-swagger.
package main

import (
	"context"
	"net/http"
	"net/url"

	httptransport "github.com/go-openapi/runtime/client"
	goahttp "goa.design/goa/v3/http"
	goa "goa.design/goa/v3/pkg"
)

// Client is what goa generates for a service.
type Client struct {
	ShowDoer goahttp.Doer
	scheme   string
	host     string
}

func newClient(scheme, host string, doer goahttp.Doer) *Client {
	return &Client{ShowDoer: doer, scheme: scheme, host: host}
}

// Show returns an endpoint that makes a request.
func (c *Client) Show() goa.Endpoint {
	return func(ctx context.Context, v any) (any, error) {
		u := &url.URL{Scheme: c.scheme, Host: c.host, Path: "/users/1"}
		req, err := http.NewRequest("GET", u.String(), nil)
		if err != nil {
			return nil, err
		}
		return c.ShowDoer.Do(req) // want `GET /items/\{id\} of goas waits for users GET /users/\{id\}:`
	}
}

type service struct {
	show    goa.Endpoint
	swagger *swaggerClient
}

func (s *service) item(ctx context.Context, v any) (any, error) {
	return s.show(ctx, v)
}

func (s *service) order(ctx context.Context, v any) (any, error) {
	return s.swagger.getOrder("1") // want `GET /items/\{id\}/order of goas waits for orders GET /orders/\{id\}:`
}

func (s *service) place(ctx context.Context, v any) (any, error) {
	return s.swagger.placeOrder(ctx) // want `GET /items/\{id\}/place of goas waits for orders POST /orders:`
}

// mount is what goa generates for a method.
func mount(mux goahttp.Muxer, path string, h http.Handler) {
	f, ok := h.(http.HandlerFunc)
	if !ok {
		f = func(w http.ResponseWriter, r *http.Request) {
			h.ServeHTTP(w, r)
		}
	}
	mux.Handle("GET", path, f)
}

func newHandler(endpoint goa.Endpoint) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), goa.ServiceKey, "items")
		endpoint(ctx, nil)
	})
}

func authorised(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Post("http://payments/payments", "", nil) // want `of goas \(like 2 other endpoints\) waits for payments POST /payments:`
		h.ServeHTTP(w, r)
	})
}

func main() {
	s := &service{
		show:    newClient("http", "users", http.DefaultClient).Show(),
		swagger: newSwaggerClient(httptransport.New("orders:8080", "/", []string{"http"})),
	}
	mux := goahttp.NewMuxer()
	mux.Use(authorised)
	mount(mux, "/items/{id}", newHandler(s.item))
	mount(mux, "/items/{id}/order", newHandler(s.order))
	mount(mux, "/items/{id}/place", newHandler(s.place))
	go serveRPC()
	http.ListenAndServe(":8080", mux)
}
